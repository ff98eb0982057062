import {defineSource} from "../../../src/published-files/source.ts";

export default defineSource({
  id: "ks4_performance",
  title: "Key stage 4 performance tables",
  publisher: "Department for Education",
  page: "https://www.compare-school-performance.service.gov.uk/download-data",
  origin: [
    {
      service: "performance_tables",
      megabytes: 1.2,
      phase: "secondary",
      token: "ks4",
      member: "england_ks4{final,revised}.csv"
    },
    {
      service: "performance_tables",
      megabytes: 1.2,
      phase: "secondary",
      token: "ks4prov",
      member: "england_ks4provisional.csv",
      years: {first: 2024}
    }
  ],
  licence: "OGL-UK-3.0",
  codes: "performance_tables",
  dated: "academic_year",
  staged: true,
  few: 5,
  national_rows: true,
  signature: [
    ["TPUP"],
    ["SCHNAME", "PCODE", "NFTYPE"],
    [
      "PTAC5EM",
      "PTAC5EM_PTQ",
      "PTAC5EM_PTQ_EE",
      "PT5EM_94",
      "PTL2BASICS",
      "PTL2BASICS_PTQ",
      "PTL2BASICS_PTQ_EE",
      "PTL2BASICS_LL_PTQ_EE",
      "PTL2BASICS_94",
      "PTL2BASICS_95",
      "ATT8SCR",
      "P8MEA",
      "PTEBACC",
      "PTEBACC_PTQ",
      "PTEBACC_PTQ_EE",
      "PTEBACC_E_PTQ_EE"
    ]
  ],
  year_marks: [
    "^PTFSMCLA_(\\d\\d)$",
    "^PTFSM6CLA1A_(\\d\\d)$",
    "^ATT8SCR_(\\d\\d)$",
    "^P8MEA_(\\d\\d)$",
    "^PTEBACC_E_(\\d\\d)_PTQ_EE$",
    "^PTL2BASICS_94_(\\d\\d)$",
    "^EBACCAPS_(\\d\\d)$"
  ],
  years: {first: 2011, newest_known: 2025, not_published: [2020, 2021]},
  columns: {
    record_type: {
      is: "key",
      names: {2011: "RECTYPE"},
      about: "1 mainstream school, 2 special school, 4 local authority, 5 all schools of the nation, 7 its state-funded schools"
    },
    la_code: {is: "text", names: {2011: "LEA"}, about: "Local authority, three digits"},
    estab: {is: "text", names: {2011: "ESTAB"}, about: "Establishment number within the local authority, four digits"},
    urn: {is: "key", names: {2011: "URN"}, about: "Unique reference number of the school as at 12 September at the start of the table’s year"},
    school_name: {is: "text", names: {2011: "SCHNAME"}},
    postcode: {is: "text", names: {2011: "PCODE"}},
    school_type: {
      is: "text",
      names: {2011: "NFTYPE"},
      about: "Letters: AC sponsored academy, ACC converter, CY community, VA, VC, FD foundation, F free school …"
    },
    closed: {is: "text", names: {2011: "ICLOSE"}, about: "0 open, 1 closed, 2 closure pending"},
    religious_character: {is: "text", names: {2011: "RELDENOM"}},
    admissions_policy: {is: "text", names: {2011: "ADMPOL"}, about: "Labels change in 2016/17 and again later"},
    gender: {is: "text", names: {2011: "EGENDER"}},
    age_range: {is: "text", names: {2011: "AGERANGE"}},

    pupils: {is: "number", names: {2011: "TPUP"}, total: "sum", about: "Pupils at the end of key stage 4"},
    roll: {is: "number", names: {2011: "TOTPUPS"}, total: "sum", about: "Pupils of all ages"},
    prior_attainment: {
      is: "number",
      names: {2011: "KS2APS", 2022: "KS2ASS", 2025: null},
      total: {weight: "pupils"},
      about: "Mean key stage 2 result: points (about 27) to 2018/19, scaled score (about 103) from 2021/22"
    },
    prior_low_pct: {is: "number", names: {2011: "PTPRIORLO", 2025: null}, total: {weight: "pupils"}, about: "% of pupils with low prior attainment"},
    prior_high_pct: {is: "number", names: {2011: "PTPRIORHI", 2025: null}, total: {weight: "pupils"}, about: "% of pupils with high prior attainment"},
    disadvantaged_pct: {
      is: "number",
      names: {2011: "PTFSMCLA", 2015: ["PTFSM6CLA1A", "PTFSMCLA1A"]},
      total: {weight: "pupils"},
      about: "% eligible for free school meals in six years or looked after; from 2014/15 also looked after for a day, or adopted"
    },
    disadvantaged_pupils: {is: "number", names: {2011: "TFSMCLA", 2015: ["TFSM6CLA1A", "TFSMCLA1A"]}, total: "sum", about: "Pupils"},
    eal_pct: {is: "number", names: {2011: "PTEALGRP2"}, total: {weight: "pupils"}, about: "% whose first language is not English"},
    non_mobile_pct: {is: "number", names: {2012: "PTNMOB"}, total: {weight: "pupils"}, about: "% who did not change school late"},

    five_ac_em_pct: {
      is: "number",
      names: {2011: "PTAC5EM", 2014: "PTAC5EM_PTQ", 2015: "PTAC5EM_PTQ_EE", 2017: null},
      total: {weight: "pupils"},
      about: "% with five or more A*–C or equivalent including English and mathematics; fewer qualifications count from 2013/14"
    },
    five_ac_em_2008_pct: {is: "number", names: {2011: "AC5EM08", 2012: null}, about: "The same in 2007/08, printed in the tables of 2010/11"},
    five_ac_em_2009_pct: {is: "number", names: {2011: "AC5EM09", 2012: null}, about: "The same in 2008/09, printed in the tables of 2010/11"},
    five_ac_em_2010_pct: {is: "number", names: {2011: "AC5EM10", 2012: null}, about: "The same in 2009/10, printed in the tables of 2010/11"},
    five_94_em_pct: {
      is: "number",
      names: {2017: "PT5EM_94"},
      total: {weight: "pupils"},
      about: "% with five or more grades 9–4 or equivalent including English and mathematics"
    },
    basics_ac_pct: {
      is: "number",
      names: {
        2011: "PTL2BASICS",
        2014: "PTL2BASICS_PTQ",
        2015: "PTL2BASICS_PTQ_EE",
        2016: "PTL2BASICS_LL_PTQ_EE",
        2017: null
      },
      total: {weight: "pupils"},
      about: "% with A*–C in English and mathematics; from 2015/16 English language or literature"
    },
    basics_94_pct: {is: "number", names: {2017: "PTL2BASICS_94"}, total: {weight: "pupils"}, about: "% with grades 9–4 in English and mathematics"},
    basics_95_pct: {is: "number", names: {2017: "PTL2BASICS_95"}, total: {weight: "pupils"}, about: "% with grades 9–5 in English and mathematics"},
    basics_94_disadvantaged_pct: {
      is: "number",
      names: {2017: "PTFSM6CLA1ABASICS_94"},
      total: {weight: "disadvantaged_pupils"},
      about: "% of disadvantaged pupils with grades 9–4 in English and mathematics"
    },

    attainment8: {
      is: "number",
      names: {2015: "ATT8SCR"},
      total: {weight: "pupils"},
      about: "Mean Attainment 8 score; in 2014/15 only schools that opted in; a new scale of points from 2016/17"
    },
    attainment8_total: {is: "number", names: {2016: "TOTATT8"}, total: "sum", about: "Sum of Attainment 8 scores"},
    attainment8_disadvantaged: {
      is: "number",
      names: {2016: "ATT8SCR_FSM6CLA1A"},
      total: {weight: "disadvantaged_pupils"},
      about: "Mean Attainment 8 score of disadvantaged pupils"
    },
    progress8: {
      is: "number",
      names: {2015: "P8MEA", 2025: null},
      total: {weight: "progress8_pupils"},
      about: "Progress 8 score, national mean about 0 every year; in 2014/15 only schools that opted in; extreme scores capped from 2017/18"
    },
    progress8_low: {is: "number", names: {2015: "P8CILOW", 2025: null}, about: "Lower limit of its 95% interval"},
    progress8_high: {is: "number", names: {2015: "P8CIUPP", 2025: null}, about: "Upper limit of its 95% interval"},
    progress8_pupils: {is: "number", names: {2015: "P8PUP", 2025: null}, total: "sum", about: "Pupils in Progress 8"},
    progress8_uncapped: {
      is: "number",
      names: {2018: "P8MEA_ORIG", 2025: null},
      total: {weight: "progress8_pupils"},
      about: "Progress 8 score before extreme scores were capped"
    },
    progress8_disadvantaged: {is: "number", names: {2016: "P8MEA_FSM6CLA1A", 2025: null}, about: "Progress 8 score of disadvantaged pupils"},
    progress8_band: {is: "number", names: {2018: "P8_BANDING", 2025: null}, about: "1 well above average, 2 above, 3 average, 4 below, 5 well below"},
    value_added: {
      is: "number",
      names: {2011: "B8VAMEA", 2014: "B8VAMEA_PTQ", 2015: ["B8VAMEA_PTQ_EE", "B8VAMEA_PTQ"], 2016: null},
      about: "Best-8 value added from key stage 2, national mean about 1000"
    },
    value_added_low: {
      is: "number",
      names: {2011: "B8VALOW", 2014: "B8VALOW_PTQ", 2015: ["B8VALOW_PTQ_EE", "B8VALOW_PTQ"], 2016: null},
      about: "Lower limit of its 95% interval"
    },
    value_added_high: {
      is: "number",
      names: {2011: "B8VAUPP", 2014: "B8VAUPP_PTQ", 2015: ["B8VAUPP_PTQ_EE", "B8VAUPP_PTQ"], 2016: null},
      about: "Upper limit of its 95% interval"
    },

    ebacc_entry_pct: {
      is: "number",
      names: {2011: "PTEBACC_E", 2014: "PTEBACC_E_PTQ", 2015: "PTEBACC_E_PTQ_EE"},
      total: {weight: "pupils"},
      about: "% entered for every subject area of the English Baccalaureate"
    },
    ebacc_achieved_pct: {
      is: "number",
      names: {2011: "PTEBACC", 2014: "PTEBACC_PTQ", 2015: "PTEBACC_PTQ_EE", 2017: null},
      total: {weight: "pupils"},
      about: "% with A*–C in every subject area of the English Baccalaureate"
    },
    ebacc_achieved_94_pct: {is: "number", names: {2017: "PTEBACC_94"}, total: {weight: "pupils"}, about: "The same with grades 9–4"},
    ebacc_achieved_95_pct: {is: "number", names: {2017: "PTEBACC_95"}, total: {weight: "pupils"}, about: "The same with grades 9–5"},
    ebacc_aps: {is: "number", names: {2018: "EBACCAPS"}, total: {weight: "pupils"}, about: "Mean points over the five subject areas"},
    entries_per_pupil: {
      is: "number",
      names: {2011: "TAVENT_E", 2014: "TAVENT_E_PTQ", 2015: "TAVENT_E_PTQ_EE", 2016: "TAVENT_E_3NG_PTQ_EE"},
      total: {weight: "pupils"},
      about: "Mean entries, all qualifications; from 2015/16 up to three that are not GCSEs count"
    },
    gcse_entries_per_pupil: {
      is: "number",
      names: {2011: "TAVENT_G", 2014: "TAVENT_G_PTQ", 2015: "TAVENT_G_PTQ_EE"},
      total: {weight: "pupils"},
      about: "Mean entries, GCSEs only"
    },
    multiple_languages_pct: {is: "number", names: {2017: "PTmultiLan_E"}, total: {weight: "pupils"}, about: "% entered for more than one language"},
    triple_science_pct: {is: "number", names: {2017: "PTtripleSci_E"}, total: {weight: "pupils"}, about: "% entered for three sciences"}
  },
  notes:
    "Results of a school that becomes an academy during the year stay on the URN it had on 12 September. " +
    "Not comparable across 2012/13–2013/14 (fewer qualifications, first entry), 2015/16–2016/17 (grades 9–1) or 2021/22 (grading); Progress 8 stops in 2024/25. " +
    "Totals have no URN: record type 4 is a local authority, 5 all schools of the nation, 7 its state-funded schools."
});
