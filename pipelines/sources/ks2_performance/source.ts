import {defineSource} from "../../../src/published-files/source.ts";

export default defineSource({
  id: "ks2_performance",
  title: "Key stage 2 performance tables",
  publisher: "Department for Education",
  page: "https://www.compare-school-performance.service.gov.uk/download-data",
  origin: {
    service: "performance_tables",
    megabytes: 1.2,
    phase: "primary",
    token: "ks2",
    member: "england_ks2{final,revised,provisional}.csv"
  },
  licence: "OGL-UK-3.0",
  codes: "performance_tables",
  dated: "academic_year",
  staged: true,
  few: 5,
  national_rows: true,
  signature: [["TELIG"], ["SCHNAME", "PCODE", "NFTYPE"], ["PTRWM_EXP", "PTREADWRITTAMATX", "PTREADWRITMATX", "PTENGMATX", "READ_AVERAGE", "MAT_AVERAGE"]],
  year_marks: ["^PTRWM_EXP_(\\d\\d)$", "^READPROG_(\\d\\d)$", "^PTFSM6CLA1A_(\\d\\d)$"],
  years: {first: 2011, newest_known: 2025, not_published: [2020, 2021, 2022]},
  columns: {
    record_type: {
      is: "key",
      names: {2011: "RECTYPE"},
      about: "1 mainstream school, 2 special school, 3 local authority, 4 all schools of the nation, 5 its state-funded schools"
    },
    la_code: {is: "text", names: {2011: "LEA"}, about: "Local authority, three digits"},
    estab: {is: "text", names: {2011: "ESTAB"}, about: "Establishment number within the local authority, four digits"},
    urn: {is: "key", names: {2011: "URN"}, about: "Unique reference number of the school as at 12 September at the start of the table’s year"},
    school_name: {is: "text", names: {2011: "SCHNAME"}},
    postcode: {is: "text", names: {2011: "PCODE"}},
    school_type: {
      is: "text",
      names: {2011: "NFTYPE"},
      about: "Letters as at key stage 4; old files may hold numbers (20 sponsored academy, 21 community, 51 converter …)"
    },
    closed: {is: "text", names: {2011: "ICLOSE"}, about: "0 open, 1 closed"},
    religious_character: {is: "text", names: {2011: "RELDENOM"}},
    age_range: {is: "text", names: {2011: "AGERANGE"}},

    roll: {is: "number", names: {2011: "TOTPUPS"}, total: "sum", about: "Pupils of all ages"},
    eligible_pupils: {is: "number", names: {2011: "TELIG"}, total: "sum", about: "Pupils eligible for key stage 2 assessment"},
    prior_attainment: {
      is: "number",
      names: {2011: ["TKS1APS", "TKEY STAGE 1APS"], 2016: "TKS1AVERAGE", 2024: null},
      total: {weight: "eligible_pupils"},
      about: "Mean key stage 1 points"
    },
    disadvantaged_pupils: {is: "number", names: {2011: "TFSMCLA", 2015: "TFSM6CLA1A"}, total: "sum", about: "Pupils"},
    disadvantaged_pct: {
      is: "number",
      names: {2011: "PTFSMCLA", 2015: "PTFSM6CLA1A"},
      total: {weight: "eligible_pupils"},
      about: "% eligible for free school meals in six years or looked after; from 2014/15 also looked after for a day, or adopted"
    },
    eal_pct: {is: "number", names: {2011: "PTEALGRP2"}, total: {weight: "eligible_pupils"}, about: "% whose first language is not English"},
    non_mobile_pct: {is: "number", names: {2012: "PTMOBN"}, total: {weight: "eligible_pupils"}, about: "% who did not change school late"},

    rwm_expected_pct: {
      is: "number",
      names: {2016: "PTRWM_EXP"},
      total: {weight: "eligible_pupils"},
      about: "% at the expected standard in reading, writing and mathematics"
    },
    rwm_higher_pct: {is: "number", names: {2016: "PTRWM_HIGH"}, total: {weight: "eligible_pupils"}, about: "% at the higher standard in all three"},
    rwm_expected_disadvantaged_pct: {
      is: "number",
      names: {2016: "PTRWM_EXP_FSM6CLA1A"},
      total: {weight: "disadvantaged_pupils"},
      about: "% of disadvantaged pupils at the expected standard in all three"
    },
    rwm_level4_pct: {
      is: "number",
      names: {2011: "PTREADWRITMATX", 2012: "PTREADWRITTAMATX", 2016: null},
      total: {weight: "eligible_pupils"},
      about: "% at level 4 or above in reading, writing and mathematics; writing by test in 2010/11, by teachers from 2011/12"
    },
    english_maths_level4_pct: {
      is: "number",
      names: {2011: "PTENGMATX", 2013: null},
      total: {weight: "eligible_pupils"},
      about: "% at level 4 or above in English and mathematics"
    },
    reading_level4_pct: {is: "number", names: {2011: "PTREADX", 2016: null}, total: {weight: "eligible_pupils"}, about: "% at level 4 or above"},
    maths_level4_pct: {is: "number", names: {2011: "PTMATX", 2016: null}, total: {weight: "eligible_pupils"}, about: "% at level 4 or above"},
    value_added: {is: "number", names: {2011: "OVAMEAS", 2016: null}, about: "Value added from key stage 1, national mean about 100"},

    reading_score: {
      is: "number",
      names: {2016: "READ_AVERAGE"},
      total: {weight: "eligible_pupils"},
      about: "Mean scaled score, 80–120; 100 is the expected standard"
    },
    maths_score: {is: "number", names: {2016: "MAT_AVERAGE"}, total: {weight: "eligible_pupils"}, about: "Mean scaled score"},
    gps_score: {
      is: "number",
      names: {2016: "GPS_AVERAGE"},
      total: {weight: "eligible_pupils"},
      about: "Mean scaled score in grammar, punctuation and spelling"
    },
    reading_expected_pct: {is: "number", names: {2016: "PTREAD_EXP"}, total: {weight: "eligible_pupils"}, about: "% at the expected standard"},
    writing_expected_pct: {
      is: "number",
      names: {2016: "PTWRITTA_EXP"},
      total: {weight: "eligible_pupils"},
      about: "% at the expected standard, as teachers assess it"
    },
    maths_expected_pct: {is: "number", names: {2016: "PTMAT_EXP"}, total: {weight: "eligible_pupils"}, about: "% at the expected standard"},
    reading_progress: {
      is: "number",
      names: {2016: "READPROG", 2024: null},
      total: {weight: "eligible_pupils"},
      about: "Progress from key stage 1 in scaled score points, national mean 0"
    },
    reading_progress_low: {is: "number", names: {2016: "READPROG_LOWER", 2024: null}, about: "Lower limit of its 95% interval"},
    reading_progress_high: {is: "number", names: {2016: "READPROG_UPPER", 2024: null}, about: "Upper limit of its 95% interval"},
    writing_progress: {
      is: "number",
      names: {2016: "WRITPROG", 2024: null},
      total: {weight: "eligible_pupils"},
      about: "Progress from key stage 1, national mean 0"
    },
    writing_progress_low: {is: "number", names: {2016: "WRITPROG_LOWER", 2024: null}, about: "Lower limit of its 95% interval"},
    writing_progress_high: {is: "number", names: {2016: "WRITPROG_UPPER", 2024: null}, about: "Upper limit of its 95% interval"},
    maths_progress: {
      is: "number",
      names: {2016: "MATPROG", 2024: null},
      total: {weight: "eligible_pupils"},
      about: "Progress from key stage 1 in scaled score points, national mean 0"
    },
    maths_progress_low: {is: "number", names: {2016: "MATPROG_LOWER", 2024: null}, about: "Lower limit of its 95% interval"},
    maths_progress_high: {is: "number", names: {2016: "MATPROG_UPPER", 2024: null}, about: "Upper limit of its 95% interval"}
  },
  notes:
    "The new curriculum of 2015/16 cannot be compared with the levels before it. " +
    "Nothing by school for 2019/20 to 2021/22; no progress from 2023/24, for want of key stage 1 results. " +
    "Totals have no URN: record type 3 is a local authority, 4 all schools of the nation, 5 its state-funded schools (not the codes of key stage 4)."
});
