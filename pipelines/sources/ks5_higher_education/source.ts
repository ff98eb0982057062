import {defineSource} from "../../../src/published-files/source.ts";
import {leaversSchool} from "../../read/source-columns/leavers-school.ts";

export default defineSource({
  id: "ks5_higher_education",
  title: "Progression to higher education or training after 16 to 18 study",
  publisher: "Department for Education",
  page: "https://www.compare-school-performance.service.gov.uk/download-data",
  origin: {
    service: "performance_tables",
    megabytes: 1.2,
    phase: "16-18",
    token: "ks5destinationhe",
    member: "england_ks5-studest-he.csv"
  },
  licence: "OGL-UK-3.0",
  codes: "performance_tables",
  dated: "academic_year",
  staged: false,
  national_rows: true,
  signature: [
    ["ALL_PROGRESSED", "ALL_COHORT"],
    ["ALL_HE", "ALL_RUSSELL", "ALL_SCORE"],
    ["SCHNAME", "NFTYPE", "ICLOSE"]
  ],
  years: {first: 2022, newest_known: 2025},
  columns: {
    ...leaversSchool,

    leavers: {
      is: "number",
      names: {2022: "ALL_COHORT"},
      total: "sum",
      about: "Students with level 3 results who finished 16 to 18 study three years before the table’s year"
    },
    progressed_pct: {
      is: "number",
      names: {2022: "ALL_PROGRESSED"},
      total: {weight: "leavers"},
      about: "% of leavers who went on to study or training at level 4 or above within two years"
    },
    degree_pct: {is: "number", names: {2022: "ALL_HE"}, total: {weight: "leavers"}, about: "% of leavers who began a degree"},
    top_third_pct: {
      is: "number",
      names: {2022: "ALL_TOP3RD"},
      total: {weight: "leavers"},
      about: "% of leavers who went to a university in the top third by entry grades"
    },
    russell_group_pct: {is: "number", names: {2022: "ALL_RUSSELL"}, total: {weight: "leavers"}, about: "% of leavers who went to a Russell Group university"},
    oxbridge_pct: {is: "number", names: {2022: "ALL_OXBRIDGE"}, total: {weight: "leavers"}, about: "% of leavers who went to Oxford or Cambridge"},
    apprenticeship_pct: {
      is: "number",
      names: {2022: "ALL_APPREN"},
      total: {weight: "leavers"},
      about: "% of leavers who began an apprenticeship at level 4 or above"
    },
    higher_technical_pct: {is: "number", names: {2022: "ALL_HTECH"}, total: {weight: "leavers"}, about: "% of leavers who began other study at level 4 or 5"},
    progression_score: {
      is: "number",
      names: {2022: "ALL_SCORE"},
      about: "Progression beside that of students with like GCSE results and study, in percentage points; national mean about 0"
    },
    progression_score_low: {is: "number", names: {2022: "ALL_LOWER"}, about: "Lower limit of its 95% interval"},
    progression_score_high: {is: "number", names: {2022: "ALL_UPPER"}, about: "Upper limit of its 95% interval"},
    progression_band: {is: "number", names: {2022: "ALL_BAND"}, about: "1 well above average, 2 above, 3 average, 4 below, 5 well below"},

    leavers_disadvantaged: {is: "number", names: {2022: "DIS_COHORT"}, total: "sum", about: "Leavers with pupil premium in year 11", seen: {2022: "memory"}},
    progressed_disadvantaged_pct: {
      is: "number",
      names: {2022: "DIS_PROGRESSED"},
      total: {weight: "leavers_disadvantaged"},
      about: "% of disadvantaged leavers who went on to study or training at level 4 or above"
    },
    degree_disadvantaged_pct: {
      is: "number",
      names: {2022: "DIS_HE"},
      total: {weight: "leavers_disadvantaged"},
      about: "% of disadvantaged leavers who began a degree"
    }
  },
  notes:
    "The academic year is the table’s: its leavers finished 16 to 18 study three years before and were followed for two (tables of 2024/25: leavers of 2021/22). " +
    "Students with results at level 3 only. Numbers of tables before 2021/22 are not read: no copy of one was seen. " +
    "Totals have no URN: record type LA or 4 is a local authority, NAT, 5 or 7 the nation."
});
