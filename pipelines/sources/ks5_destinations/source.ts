import {defineSource} from "../../../src/published-files/source.ts";
import {leaversSchool} from "../../read/source-columns/leavers-school.ts";

export default defineSource({
  id: "ks5_destinations",
  title: "16 to 18 destinations",
  publisher: "Department for Education",
  page: "https://www.compare-school-performance.service.gov.uk/download-data",
  origin: {
    service: "performance_tables",
    megabytes: 1.2,
    phase: "16-18",
    token: "ks5destination",
    member: "england_ks5-studest.csv"
  },
  licence: "OGL-UK-3.0",
  codes: "performance_tables",
  dated: "academic_year",
  staged: false,
  national_rows: true,
  signature: [["TOT_COHORT"], ["TOT_OVERALL", "TOT_OVERALLPER"], ["TOT_EDUCATION", "TOT_EDUCATIONPER", "TOT_HEPER"]],
  years: {first: 2022, newest_known: 2025},
  columns: {
    ...leaversSchool,

    leavers: {is: "number", names: {2022: "TOT_COHORT"}, total: "sum", about: "Students who finished 16 to 18 study two years before the table’s year"},
    sustained: {is: "number", names: {2022: "TOT_OVERALL"}, total: "sum", about: "Leavers in education, an apprenticeship or employment for six months"},
    in_education: {is: "number", names: {2022: "TOT_EDUCATION"}, total: "sum", about: "Leavers in education"},
    in_higher_education: {is: "number", names: {2022: "TOT_HE"}, total: "sum", about: "Leavers in higher education"},
    in_further_education: {is: "number", names: {2022: "TOT_FE"}, total: "sum", about: "Leavers in a further education college"},
    in_other_education: {is: "number", names: {2022: "TOT_OTHER_EDU"}, total: "sum", about: "Leavers in other education"},
    in_apprenticeship: {is: "number", names: {2022: "TOT_APPREN"}, total: "sum", about: "Leavers in an apprenticeship"},
    in_employment: {is: "number", names: {2022: "TOT_EMPLOYMENT"}, total: "sum", about: "Leavers in employment"},
    not_sustained: {is: "number", names: {2022: "TOT_NOT_SUSTAINED"}, total: "sum", about: "Leavers whose destination did not last"},
    unknown: {is: "number", names: {2022: "TOT_NOT_CAPTURED"}, total: "sum", about: "Leavers whose activity is not known"},

    sustained_pct: {is: "number", names: {2022: "TOT_OVERALLPER"}, total: {weight: "leavers"}, about: "% of leavers"},
    education_pct: {is: "number", names: {2022: "TOT_EDUCATIONPER"}, total: {weight: "leavers"}, about: "% of leavers"},
    higher_education_pct: {is: "number", names: {2022: "TOT_HEPER"}, total: {weight: "leavers"}, about: "% of leavers"},
    further_education_pct: {is: "number", names: {2022: "TOT_FEPER"}, total: {weight: "leavers"}, about: "% of leavers"},
    other_education_pct: {is: "number", names: {2022: "TOT_OTHER_EDUPER"}, total: {weight: "leavers"}, about: "% of leavers"},
    apprenticeship_pct: {is: "number", names: {2022: "TOT_APPRENPER"}, total: {weight: "leavers"}, about: "% of leavers"},
    employment_pct: {is: "number", names: {2022: "TOT_EMPLOYMENTPER"}, total: {weight: "leavers"}, about: "% of leavers"},
    not_sustained_pct: {is: "number", names: {2022: "TOT_NOT_SUSTAINEDPER"}, total: {weight: "leavers"}, about: "% of leavers"},
    unknown_pct: {is: "number", names: {2022: "TOT_NOT_CAPTUREDPER"}, total: {weight: "leavers"}, about: "% of leavers"},

    leavers_disadvantaged: {is: "number", names: {2022: "TOT_COHORT_DIS"}, total: "sum", about: "Leavers with pupil premium in year 11"},
    sustained_disadvantaged_pct: {
      is: "number",
      names: {2022: "TOT_OVERALLPER_DIS"},
      total: {weight: "leavers_disadvantaged"},
      about: "% of disadvantaged leavers"
    },
    education_disadvantaged_pct: {
      is: "number",
      names: {2022: "TOT_EDUCATIONPER_DIS"},
      total: {weight: "leavers_disadvantaged"},
      about: "% of disadvantaged leavers"
    },
    higher_education_disadvantaged_pct: {
      is: "number",
      names: {2022: "TOT_HEPER_DIS"},
      total: {weight: "leavers_disadvantaged"},
      about: "% of disadvantaged leavers"
    },
    apprenticeship_disadvantaged_pct: {
      is: "number",
      names: {2022: "TOT_APPRENPER_DIS"},
      total: {weight: "leavers_disadvantaged"},
      about: "% of disadvantaged leavers"
    },
    employment_disadvantaged_pct: {
      is: "number",
      names: {2022: "TOT_EMPLOYMENTPER_DIS"},
      total: {weight: "leavers_disadvantaged"},
      about: "% of disadvantaged leavers"
    },

    leavers_level3: {is: "number", names: {2022: "L3_COHORT"}, total: "sum", about: "Leavers whose main study was at level 3"},
    sustained_level3_pct: {is: "number", names: {2022: "L3_OVERALLPER"}, total: {weight: "leavers_level3"}, about: "% of them"},
    education_level3_pct: {is: "number", names: {2022: "L3_EDUCATIONPER"}, total: {weight: "leavers_level3"}, about: "% of them"},
    higher_education_level3_pct: {is: "number", names: {2022: "L3_HEPER"}, total: {weight: "leavers_level3"}, about: "% of them"},
    apprenticeship_level3_pct: {is: "number", names: {2022: "L3_APPRENPER"}, total: {weight: "leavers_level3"}, about: "% of them"},
    employment_level3_pct: {is: "number", names: {2022: "L3_EMPLOYMENTPER"}, total: {weight: "leavers_level3"}, about: "% of them"},
    leavers_level2: {is: "number", names: {2022: "L2_COHORT"}, total: "sum", about: "Leavers whose main study was at level 2"},
    sustained_level2_pct: {is: "number", names: {2022: "L2_OVERALLPER"}, total: {weight: "leavers_level2"}, about: "% of them"},
    education_level2_pct: {is: "number", names: {2022: "L2_EDUCATIONPER"}, total: {weight: "leavers_level2"}, about: "% of them"},
    leavers_other_level: {is: "number", names: {2022: "LALLOTH_COHORT"}, total: "sum", about: "Leavers whose main study was at level 1, entry level or none"},
    sustained_other_level_pct: {is: "number", names: {2022: "LALLOTH_OVERALLPER"}, total: {weight: "leavers_other_level"}, about: "% of them"},
    education_other_level_pct: {is: "number", names: {2022: "LALLOTH_EDUCATIONPER"}, total: {weight: "leavers_other_level"}, about: "% of them"}
  },
  notes:
    "The academic year is the table’s: its leavers finished 16 to 18 study two years before (tables of 2022/23: leavers of 2020/21, followed in 2021/22). " +
    "From the leavers of 2020/21 on, other rules say when a student has finished and which school or college counts. " +
    "Numbers of tables before 2021/22 are not read: no copy of one was seen. " +
    "Totals have no URN: record type LA or 4 is a local authority, NAT, 5 or 7 the nation."
});
