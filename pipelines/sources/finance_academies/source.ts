import {defineSource} from "../../../src/published-files/source.ts";

export default defineSource({
  id: "finance_academies",
  title: "Income and expenditure of academies (academies accounts return)",
  publisher: "Department for Education",
  page: "https://financial-benchmarking-and-insights-tool.education.gov.uk/data-sources",
  origin: {service: "finance_workbooks", file: "AAR_YEAR_download.xlsx", megabytes: 15, years: {first: 2017}},
  licence: "OGL-UK-3.0",
  sheets: ["Academies"],
  codes: "finance",
  dated: "academic_year",
  staged: false,
  signature: [
    ["Trust or Company Name", "Company Number", "MAT SAT or Central Services", "MAT/SAT"],
    ["Number of teachers in academy (FTE)", "Date joined or opened if in period", "Date left or closed if in period"]
  ],
  years: {first: 2017, newest_known: 2025},
  seen: {2017: "memory", 2022: "published"},
  columns: {
    urn: {is: "key", names: {2017: "URN"}, about: "Unique reference number"},
    laestab: {is: "key", names: {2017: "LAEstab"}, about: "Local authority and establishment number, seven digits"},
    la_code: {is: "text", names: {2017: "LA"}, about: "Local authority, three digits"},
    school_name: {is: "text", names: {2017: "School Name"}},
    school_phase: {is: "text", names: {2017: ["Overall Phase", "Phase"]}},
    trust_type: {is: "text", names: {2017: ["MAT SAT or Central Services", "MAT/SAT"]}},
    trust_uid: {is: "text", names: {2017: "UID"}, about: "The register’s number of the trust"},
    company_number: {is: "text", names: {2017: "Company Number"}, about: "Of the trust at Companies House"},
    trust_name: {is: "text", names: {2017: "Trust or Company Name"}},
    joined_date: {
      is: "date",
      names: {2017: ["Date joined or opened if in period", "Date joined or opened if in period:"]},
      about: "Blank where it was in the trust when the year began"
    },
    left_date: {
      is: "date",
      names: {2017: ["Date left or closed if in period", "Date left or closed if in period:"]},
      about: "Blank where it was in the trust when the year ended"
    },

    months: {
      is: "number",
      names: {2017: "Period covered by return"},
      seen: "memory",
      about: "Months the row covers: an academy that changed its trust has a row for each"
    },
    pupils: {
      is: "number",
      names: {
        2022: ["Number of pupils in academy (FTE)", "Number of pupils in academy (FTE) plus dual subsidiary registrations"]
      },
      about: "Pupils, full-time equivalent; of a row for part of the year, that part of them"
    },
    total_income: {is: "number", names: {2017: "Total Income"}, about: "Income without capital, £"},
    total_expenditure: {
      is: "number",
      names: {2017: "Total Expenditure"},
      not_below: {times: 1000, of: "pupils"},
      not_above: {times: 100_000, of: "pupils"},
      about: "Expenditure without capital, £"
    },
    teaching_staff: {is: "number", names: {2017: "Teaching staff"}, about: "£"},
    administrative_staff: {is: "number", names: {2017: "Administrative and clerical staff"}, about: "Administrative and clerical staff, £"},
    administrative_supplies: {is: "number", names: {2017: "Administrative supplies - non educational"}, about: "£"},
    revenue_reserve: {is: "number", names: {2017: "Revenue Reserve"}, about: "Money left over at the end of the year, £, without a share of the trust’s own"},
    in_year_balance: {is: "number", names: {2017: ["In year balance", "In-year balance"]}, about: "Income less expenditure of the year, £"}
  },
  notes:
    "A year from September to August. What a trust spends and keeps centrally is in another sheet of the workbook and not in these rows: " +
    "an academy whose trust buys for it spends less here, and saves nothing by that. Maintained schools and academies cannot be compared on it. " +
    "An academy that changed its trust has a row for each, which are added up; one that opened or closed in the year has no figure for it. " +
    "A row of account codes stands above the header. No totals."
});
