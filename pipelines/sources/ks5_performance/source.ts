import {defineSource} from "../../../src/published-files/source.ts";

export default defineSource({
  id: "ks5_performance",
  title: "16 to 18 performance tables",
  publisher: "Department for Education",
  page: "https://www.compare-school-performance.service.gov.uk/download-data",
  origin: {
    service: "performance_tables",
    megabytes: 1.2,
    phase: "16-18",
    token: "ks5",
    member: "england_ks5{final,revised,provisional}.csv"
  },
  licence: "OGL-UK-3.0",
  codes: "performance_tables",
  dated: "academic_year",
  staged: true,
  few: 5,
  national_rows: true,
  signature: [
    ["TPUP1618"],
    ["SCHNAME", "PCODE", "NFTYPE/FESITYPE", "NFTYPE"],
    ["TALLPPEA", "TALLPUPA", "TALLPPE_ALEVA", "TALLPUP_ALEVA", "TALLPUP_1618", "TALLPPE_ALEV_1618", "TB3PTSE"]
  ],
  year_marks: ["^TALLPPE(\\d\\d)$", "^TALLPPE_ALEV_1618_(\\d\\d)$", "^VA_INS_ALEV_(\\d\\d)$"],
  years: {first: 2011, newest_known: 2025, not_published: [2020, 2021]},
  seen: {2011: "memory", 2022: "published"},
  columns: {
    record_type: {
      is: "key",
      names: {2011: "RECTYPE"},
      about:
        "1 mainstream school or college, 2 special school, 3 consortium of sixth forms, 4 local authority, 5 all schools and colleges of the nation, 7 its state-funded ones"
    },
    la_code: {is: "text", names: {2011: "LEA"}, about: "Local authority, three digits"},
    estab: {is: "text", names: {2011: "ESTAB"}, about: "Establishment number within the local authority, four digits"},
    urn: {is: "key", names: {2011: "URN"}, about: "Unique reference number; colleges have one too"},
    school_name: {is: "text", names: {2011: "SCHNAME"}},
    address1: {is: "text", names: {2011: "ADDRESS1"}, about: "Of a consortium the LAESTAB of a member, as in those below"},
    address2: {is: "text", names: {2011: "ADDRESS2"}},
    address3: {is: "text", names: {2011: "ADDRESS3"}},
    town: {is: "text", names: {2011: "TOWN"}},
    telephone: {is: "text", names: {2011: "TELNUM"}},
    admissions_policy: {is: "text", names: {2011: "ADMPOL"}},
    postcode: {is: "text", names: {2011: "PCODE"}},
    school_type: {is: "text", names: {2011: ["NFTYPE/FESITYPE", "NFTYPE"]}, about: "Of a school the letters of key stage 4; of a college its type in words"},
    closed: {is: "text", names: {2011: "ICLOSE"}, about: "0 open, 1 closed"},
    religious_character: {is: "text", names: {2011: "RELDENOM"}},
    gender: {is: "text", names: {2011: ["GEND1618", "GENDER1618"]}, about: "Boys, girls or mixed in the sixth form"},
    age_range: {is: "text", names: {2011: "AGERANGE"}},

    students: {is: "number", names: {2011: "TPUP1618"}, total: "sum", about: "Students aged 16 to 18 on roll"},
    students_finishing: {
      is: "number",
      names: {2011: "TALLPUPA", 2016: "TALLPUP_1618"},
      total: "sum",
      about: "Students at the end of 16 to 18 study with results at level 3; from 2015/16 at any level",
      seen: {2011: "published", 2015: "memory", 2022: "published"}
    },
    points_per_entry: {
      is: "number",
      names: {2011: "TALLPPEA", 2016: null},
      about: "Mean points of an entry at level 3, A levels and all else; 30 points make a grade",
      seen: {2011: "published", 2013: "memory"}
    },
    points_per_student: {
      is: "number",
      names: {2011: "TALLPPSA", 2016: null},
      total: {weight: "students_finishing"},
      about: "Mean points of a student at level 3",
      seen: {2011: "published", 2013: "memory"}
    },

    a_level_students: {
      is: "number",
      names: {2012: "TALLPUP_ALEVA", 2016: "TALLPUP_ALEV_1618"},
      total: "sum",
      about: "Students entered for an A level",
      seen: {2012: "published", 2015: "memory", 2022: "published"}
    },
    a_level_entries: {
      is: "number",
      names: {2016: "ENTRIES_ALEV"},
      total: "sum",
      about: "Their A level entries; an AS level is half of one",
      seen: {2016: "memory", 2025: "published"}
    },
    a_level_points: {
      is: "number",
      names: {2013: "TALLPPE_ALEVA", 2016: "TALLPPE_ALEV_1618"},
      total: {weight: "a_level_entries"},
      about: "Mean points of an A level entry: to 2014/15 A 270 and 30 points a grade; from 2015/16 A* 60, A 50, E 10",
      seen: {2013: "published", 2015: "memory", 2019: "published"}
    },
    a_level_grade: {is: "text", names: {2016: "TALLPPEGRD_ALEV_1618"}, about: "The same as a grade, such as C+", seen: {2016: "memory", 2019: "published"}},
    a_level_students_disadvantaged: {
      is: "number",
      names: {2017: "TALLPUP_ALEV_1618_DIS"},
      total: "sum",
      about: "Of those, disadvantaged at the end of key stage 4"
    },
    a_level_points_disadvantaged: {is: "number", names: {2017: "TALLPPE_ALEV_1618_DIS"}, about: "Mean points of their A level entries"},
    best_three_students: {
      is: "number",
      names: {2016: "TINCLUDE_B3"},
      total: "sum",
      about: "Students with three A levels or more, or fewer and no other large qualification",
      seen: {2016: "memory"}
    },
    best_three_points: {
      is: "number",
      names: {2016: "TB3PTSE"},
      total: {weight: "best_three_students"},
      about: "Mean points of an entry over each student’s three best A levels"
    },
    aab_pct: {
      is: "number",
      names: {2016: "PTAAB_2FAC"},
      total: {weight: "best_three_students"},
      about: "% of them with AAB or better, two in facilitating subjects"
    },

    academic_students: {
      is: "number",
      names: {2016: "TALLPUP_ACAD_1618"},
      total: "sum",
      about: "Students entered for academic qualifications (A levels, International Baccalaureate and the like)"
    },
    academic_points: {is: "number", names: {2016: "TALLPPE_ACAD_1618"}, about: "Mean points of their entries"},
    applied_general_students: {is: "number", names: {2016: "TALLPUP_AGEN"}, total: "sum", about: "Students entered for applied general qualifications"},
    applied_general_points: {is: "number", names: {2016: "TALLPPE_AGEN"}, about: "Mean points of their entries"},
    tech_level_students: {is: "number", names: {2016: "TALLPUP_TLEV"}, total: "sum", about: "Students entered for tech levels"},
    tech_level_points: {is: "number", names: {2016: "TALLPPE_TLEV"}, about: "Mean points of their entries"},
    technical_certificate_students: {
      is: "number",
      names: {2017: "TALLPUP_TECHCERT"},
      total: "sum",
      about: "Students entered for technical certificates (level 2)"
    },
    technical_certificate_points: {is: "number", names: {2017: "TALLPPE_TECHCERT"}, about: "Mean points of their entries"},

    value_added: {
      is: "number",
      names: {2016: "VA_INS_ALEV", 2022: null, 2024: "VA_INS_ALEV"},
      about: "A level value added from key stage 4, in grades; national mean about 0",
      seen: {2016: "memory", 2019: "published"}
    },
    value_added_low: {is: "number", names: {2016: "LCI_INS_ALEV", 2022: null, 2024: "LCI_INS_ALEV"}, about: "Lower limit of its 95% interval"},
    value_added_high: {is: "number", names: {2016: "UCI_INS_ALEV", 2022: null, 2024: "UCI_INS_ALEV"}, about: "Upper limit of its 95% interval"},
    value_added_band: {
      is: "number",
      names: {2016: "PROGRESS_BAND_ALEV", 2022: null, 2024: "PROGRESS_BAND_ALEV"},
      about: "1 well above average, 2 above, 3 average, 4 below, 5 well below",
      seen: {2016: "memory", 2019: "published"}
    },
    value_added_disadvantaged: {
      is: "number",
      names: {2017: "VA_INS_ALEV_DIS", 2022: null, 2024: "VA_INS_ALEV_DIS"},
      about: "A level value added of disadvantaged students"
    },
    value_added_academic: {is: "number", names: {2016: "VA_INS_ACAD", 2022: null, 2024: "VA_INS_ACAD"}, about: "Academic value added"},
    value_added_applied_general: {is: "number", names: {2016: "VA_INS_AGEN", 2022: null, 2024: "VA_INS_AGEN"}, about: "Applied general value added"},
    value_added_tech_level: {is: "number", names: {2016: "VA_INS_TLEV", 2022: null, 2024: "VA_INS_TLEV"}, about: "Tech level value added"},

    a_level_retained_pct: {is: "number", names: {2016: "PT_RETAINED_ALEV_RET"}, about: "% of A level students retained to the end of their main course"},
    academic_retained_pct: {is: "number", names: {2016: "PT_RETAINED_ACAD_RET"}, about: "% of academic students retained to the end of their main course"},
    applied_general_retained_pct: {
      is: "number",
      names: {2016: "PT_RETAINED_AGEN_RET"},
      about: "% of applied general students retained to the end of their main course"
    },
    tech_level_retained_pct: {is: "number", names: {2016: "PT_RETAINED_TLEV_RET"}, about: "% of tech level students retained to the end of their main course"},
    level3_maths_pct: {
      is: "number",
      names: {2017: "L3M_PER"},
      about: "% of students with a level 3 mathematics qualification, of those with a good GCSE in it"
    },
    english_resit_students: {
      is: "number",
      names: {2017: "T_SCOPEEX_E"},
      total: "sum",
      about: "Students without a good GCSE in English at 16",
      seen: {2017: "memory"}
    },
    english_resit_progress: {is: "number", names: {2017: "PROGEX_E"}, about: "Their mean progress in it, in grades"},
    maths_resit_students: {
      is: "number",
      names: {2017: "T_SCOPEEX_M"},
      total: "sum",
      about: "Students without a good GCSE in mathematics at 16",
      seen: {2017: "memory"}
    },
    maths_resit_progress: {is: "number", names: {2017: "PROGEX_M"}, about: "Their mean progress in it, in grades"}
  },
  notes:
    "Results are those of the school or college where a student finished. Points of 2010/11 and 2011/12 are of all level 3 qualifications; from 2012/13 A levels are counted apart. " +
    "New points from 2015/16 (A* 60, E 10); linear A levels came in from 2016/17 to 2018/19; grading was more generous in 2021/22. No value added in 2021/22 and 2022/23: those students had no exams at 16. " +
    "Columns of 2014/15 to 2018/19 are known from memory, but for A level points and value added of 2018/19. " +
    "Totals have no URN: record type 4 is a local authority, 5 all schools and colleges of the nation, 7 its state-funded ones."
});
