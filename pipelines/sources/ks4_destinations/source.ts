import {defineSource} from "../../../src/published-files/source.ts";

export default defineSource({
  id: "ks4_destinations",
  title: "Key stage 4 destinations",
  publisher: "Department for Education",
  page: "https://www.compare-school-performance.service.gov.uk/download-data",
  origin: {
    service: "performance_tables",
    megabytes: 1.2,
    phase: "secondary",
    token: "ks4destination",
    member: "england_ks4-pupdest.csv"
  },
  licence: "OGL-UK-3.0",
  codes: "performance_tables",
  dated: "academic_year",
  staged: false,
  few: 5,
  national_rows: true,
  signature: [["COHORT"], ["OVERALL_DEST", "OVERALL_DESTPER"], ["EDUCATION", "EDUCATIONPER"]],
  years: {first: 2019, newest_known: 2025, not_published: [2020, 2021]},
  columns: {
    record_type: {
      is: "key",
      names: {2019: "RECTYPE"},
      about: "1 mainstream school, 2 special school, LA local authority, NAT nation; the publisher’s notes say 4, 5 and 7 instead"
    },
    la_code: {is: "text", names: {2019: "LEA"}, about: "Local authority, three digits"},
    estab: {is: "text", names: {2019: "ESTAB"}, about: "Establishment number within the local authority, four digits"},
    urn: {is: "key", names: {2019: "URN"}, about: "Unique reference number"},
    school_name: {is: "text", names: {2019: "SCHNAME"}},
    school_type: {is: "text", names: {2019: "NFTYPE"}, about: "Letters; UTC and SS where key stage 4 has FUTC and FSS"},
    closed: {is: "text", names: {2019: "ICLOSE"}, about: "0 open, 1 closed"},

    leavers: {is: "number", names: {2019: "COHORT"}, total: "sum", about: "Pupils who finished key stage 4 two years before the table’s year"},
    sustained: {
      is: "number",
      names: {2019: "OVERALL_DEST"},
      total: "sum",
      about: "Leavers in education, an apprenticeship or employment throughout October to March"
    },
    in_education: {is: "number", names: {2019: "EDUCATION"}, total: "sum", about: "Leavers staying in education"},
    in_further_education: {is: "number", names: {2019: "FE"}, total: "sum", about: "Leavers in a further education college"},
    in_school_sixth_form: {is: "number", names: {2019: "SCH_6TH"}, total: "sum", about: "Leavers in a school sixth form"},
    in_sixth_form_college: {is: "number", names: {2019: "SIXTH_COL"}, total: "sum", about: "Leavers in a sixth form college"},
    in_other_education: {is: "number", names: {2019: "OTHER_EDU"}, total: "sum", about: "Leavers in other education"},
    in_apprenticeship: {is: "number", names: {2019: "APPREN"}, total: "sum", about: "Leavers in an apprenticeship for six months"},
    in_employment: {is: "number", names: {2019: "EMPLOYMENT"}, total: "sum", about: "Leavers in employment"},
    not_sustained: {is: "number", names: {2019: "NOT_SUSTAINED"}, total: "sum", about: "Leavers whose destination did not last"},
    unknown: {is: "number", names: {2019: "UNKNOWN"}, total: "sum", about: "Leavers whose activity is not known"},

    sustained_pct: {is: "number", names: {2019: "OVERALL_DESTPER"}, total: {weight: "leavers"}, about: "% of leavers"},
    education_pct: {is: "number", names: {2019: "EDUCATIONPER"}, total: {weight: "leavers"}, about: "% of leavers: staying on"},
    further_education_pct: {is: "number", names: {2019: "FEPER"}, total: {weight: "leavers"}, about: "% of leavers"},
    school_sixth_form_pct: {is: "number", names: {2019: "SCH_6THPER"}, total: {weight: "leavers"}, about: "% of leavers"},
    sixth_form_college_pct: {is: "number", names: {2019: "SIXTH_COLPER"}, total: {weight: "leavers"}, about: "% of leavers"},
    other_education_pct: {is: "number", names: {2019: "OTHER_EDUPER"}, total: {weight: "leavers"}, about: "% of leavers"},
    apprenticeship_pct: {is: "number", names: {2019: "APPRENPER"}, total: {weight: "leavers"}, about: "% of leavers"},
    employment_pct: {is: "number", names: {2019: "EMPLOYMENTPER"}, total: {weight: "leavers"}, about: "% of leavers"},
    not_sustained_pct: {is: "number", names: {2019: "NOT_SUSTAINEDPER"}, total: {weight: "leavers"}, about: "% of leavers"},
    unknown_pct: {is: "number", names: {2019: "UNKNOWNPER"}, total: {weight: "leavers"}, about: "% of leavers"},

    leavers_disadvantaged: {is: "number", names: {2019: "COHORT_DIS"}, total: "sum", about: "Leavers with pupil premium in year 11"},
    sustained_disadvantaged: {is: "number", names: {2019: "OVERALL_DEST_DIS"}, total: "sum", about: "Of those, in a sustained destination"},
    in_education_disadvantaged: {is: "number", names: {2019: "EDUCATION_DIS"}, total: "sum", about: "Of those, staying in education"},
    sustained_disadvantaged_pct: {
      is: "number",
      names: {2019: "OVERALL_DESTPER_DIS"},
      total: {weight: "leavers_disadvantaged"},
      about: "% of disadvantaged leavers"
    },
    education_disadvantaged_pct: {
      is: "number",
      names: {2019: "EDUCATIONPER_DIS"},
      total: {weight: "leavers_disadvantaged"},
      about: "% of disadvantaged leavers"
    },
    leavers_other: {is: "number", names: {2019: "COHORT_NONDIS"}, total: "sum", about: "Leavers not known to be disadvantaged"},
    sustained_other_pct: {is: "number", names: {2019: "OVERALL_DESTPER_NONDIS"}, total: {weight: "leavers_other"}, about: "% of other leavers"},
    education_other_pct: {is: "number", names: {2019: "EDUCATIONPER_NONDIS"}, total: {weight: "leavers_other"}, about: "% of other leavers"}
  },
  notes:
    "The academic year is the table’s: its leavers finished key stage 4 two years before (tables of 2018/19: leavers of 2016/17, followed in 2017/18). " +
    "Groups of ten or fewer are suppressed, which hides most of the split by disadvantage. " +
    "Totals have no URN and say LA or NAT as record type; their disadvantage counts are rounded to 5."
});
