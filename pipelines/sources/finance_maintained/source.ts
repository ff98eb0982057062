import {defineSource} from "../../../src/published-files/source.ts";

export default defineSource({
  id: "finance_maintained",
  title: "Income and expenditure of maintained schools (consistent financial reporting)",
  publisher: "Department for Education",
  page: "https://financial-benchmarking-and-insights-tool.education.gov.uk/data-sources",
  origin: {service: "finance_workbooks", file: "CFR_YEAR_Full_Data_Workbook.xlsx", megabytes: 15, years: {first: 2015}},
  licence: "OGL-UK-3.0",
  sheets: ["CFRData", "CFR_Data", "CFR Data"],
  codes: "finance",
  dated: "academic_year",
  staged: false,
  signature: [["Did Not Supply flag"], ["Federated submission", "Federation", "FederatedSubmission", "Lead school in federation"]],
  years: {first: 2015, newest_known: 2025},
  seen: {2015: "memory", 2025: "published"},
  columns: {
    urn: {is: "key", names: {2015: "URN"}, about: "Unique reference number"},
    laestab: {is: "key", names: {2015: "LAEstab"}, about: "Local authority and establishment number, seven digits"},
    la_code: {is: "text", names: {2015: "LA"}, about: "Local authority, three digits"},
    la_name: {is: "text", names: {2015: "LA Name"}},
    school_name: {is: "text", names: {2015: "School Name"}},
    school_phase: {is: "text", names: {2015: ["Overall Phase", "Phase"]}},
    did_not_supply: {is: "text", names: {2015: "Did Not Supply flag"}, about: "N; Y or DNS of a school without a return of its own"},
    federation: {
      is: "text",
      names: {2015: ["Federated submission", "Federation", "FederatedSubmission"]},
      about: "No; Lead school; Non returning school: its figures are in the return of the lead"
    },
    lead_laestab: {
      is: "text",
      names: {2015: "Lead school in federation"},
      about: "LAESTAB of the school that makes the federation’s return; 0 where there is no federation"
    },

    months: {is: "number", names: {2015: ["Period covered by return", "Period covered by return (months)"]}, about: "Months the return covers"},
    pupils: {
      is: "number",
      names: {2015: ["No pupils", "No pupils (including dual registrations)", "AggregatedPupilsFTE"]},
      about: "Pupils the figures are about, full-time equivalent: of a federation with one return, all of its pupils"
    },
    total_income: {is: "number", names: {2015: ["Total Income: I01:I18 - E30", "Total Income I01 to I18"]}, about: "Income without capital, £"},
    total_expenditure: {
      is: "number",
      names: {2015: ["Total Expenditure: (E01:E29 + E31 + E32)", "Total Expenditure E01 to E32"]},
      not_below: {times: 1000, of: "pupils"},
      not_above: {times: 100_000, of: "pupils"},
      about: "Expenditure without capital, £; of a federation’s member, that of the federation"
    },
    teaching_staff: {is: "number", names: {2015: "E01 Teaching staff"}, about: "£"},
    administrative_staff: {
      is: "number",
      names: {2015: "E05 Administrative and clerical staff"},
      about: "Administrative and clerical staff, £; of a federation’s member, those of the federation"
    },
    administrative_supplies: {is: "number", names: {2015: "E22 Administrative supplies"}, about: "£"},
    bought_in_services: {
      is: "number",
      names: {
        2022: ["E28a Bought in professional services, other, not PFI", "E28a Bought in professional services - other (except PFI)"]
      },
      about: "Professional services bought in, other than for the curriculum, £"
    },
    revenue_reserve: {
      is: "number",
      names: {2015: ["Revenue Reserve: B01 + B02 + B06", "Revenue Reserve B01 plus B02 plus B06"]},
      about: "Money left over at the end of the year, £; of a federation’s member, that of the federation"
    },
    in_year_balance: {
      is: "number",
      names: {
        2022: [
          "In-year Balance: Total Income (I01:I18 - E30) - Total Expenditure (E01:E29 + E31 + E32)",
          "In-year Balance Total Income (I01 to I18) minus Total Expenditure (E01 to E32)"
        ]
      },
      about: "Income less expenditure of the year, £"
    }
  },
  notes:
    "A financial year from April to March stands for the academic year that holds seven of its months: 2021-22 is read as 2021/22, and its first five months are of the year before. " +
    "A federation with one budget makes one return: its members’ figures say DNS, the lead’s are those of all. Its figure per pupil is given to every member and marked. " +
    "Column names of 2024-25 were read in the publisher’s own code; those of the three years before are from memory. No totals."
});
