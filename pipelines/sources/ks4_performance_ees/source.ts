import {defineSource} from "../../../src/published-files/source.ts";

export default defineSource({
  id: "ks4_performance_ees",
  title: "Key stage 4 results by school, long file",
  publisher: "Department for Education",
  page: "https://explore-education-statistics.service.gov.uk/find-statistics/key-stage-4-performance",
  origin: {
    service: "explore_education_statistics",
    phase: "secondary",
    publication: "key-stage-4-performance",
    file: "######_performance_tables_schools_{provisional,revised,final}",
    api_data_set: "19e39901-a96c-be76-b9c2-6af54ae076d2",
    megabytes: 48
  },
  licence: "OGL-UK-3.0",
  codes: "explore_education_statistics",
  dated: "in_file",
  staged: false,
  signature: [["breakdown_topic"], ["attainment8_average", "avg_att8"], ["engmath_94_percent", "engmath_95_percent", "pt_l2basics_94", "pt_l2basics_95"]],
  years: {first: 2023, newest_known: 2025},
  columns: {
    academic_year: {is: "key", names: {2023: "time_period"}},
    time_identifier: {is: "text", names: {2023: "time_identifier"}},
    geographic_level: {is: "key", names: {2023: "geographic_level"}},
    la_code: {is: "text", names: {2023: "old_la_code"}, about: "Local authority, three digits", seen: "memory"},
    la_name: {is: "text", names: {2023: "la_name"}, seen: "memory"},
    urn: {is: "key", names: {2023: "school_urn"}, about: "Unique reference number; of the year or of today is not said"},
    laestab: {is: "text", names: {2023: "school_laestab"}, about: "Local authority and establishment number, seven digits"},
    school_name: {is: "text", names: {2023: "school_name"}},
    school_type: {is: "text", names: {2023: "establishment_type_group"}},
    breakdown_topic: {is: "text", names: {2023: "breakdown_topic"}, about: "Total, or what pupils are broken down by"},
    breakdown: {is: "text", names: {2023: "breakdown"}, about: "Total, or one group"},

    pupils: {is: "number", names: {2023: ["pupil_count", "t_pupils"]}, about: "Pupils at the end of key stage 4"},
    attainment8: {is: "number", names: {2023: ["attainment8_average", "avg_att8"]}, about: "Mean Attainment 8 score"},
    progress8: {is: "number", names: {2023: ["progress8_average", "avg_p8score"]}, about: "Progress 8 score, national mean about 0; does not apply in 2024/25"},
    progress8_pupils: {is: "number", names: {2023: "progress8_pupil_count"}, about: "Pupils in Progress 8"},
    progress8_low: {is: "number", names: {2023: ["progress8_lower_95_ci", "p8score_ci_low"]}, about: "Lower limit of its 95% interval"},
    progress8_high: {is: "number", names: {2023: ["progress8_upper_95_ci", "p8score_ci_upp"]}, about: "Upper limit of its 95% interval"},
    five_94_em_pct: {
      is: "number",
      names: {2023: ["gcse_five_engmath_percent", "pt_5em_94"]},
      about: "% with five or more grades 9–4 or equivalent including English and mathematics"
    },
    basics_94_pct: {is: "number", names: {2023: ["engmath_94_percent", "pt_l2basics_94"]}, about: "% with grades 9–4 in English and mathematics"},
    basics_95_pct: {is: "number", names: {2023: ["engmath_95_percent", "pt_l2basics_95"]}, about: "% with grades 9–5 in English and mathematics"},
    ebacc_entry_pct: {
      is: "number",
      names: {2023: ["ebacc_entering_percent", "pt_ebacc_e_ptq_ee"]},
      about: "% entered for every subject area of the English Baccalaureate"
    },
    ebacc_achieved_94_pct: {is: "number", names: {2023: "ebacc_94_percent"}, about: "% with grades 9–4 in every subject area of it"},
    ebacc_achieved_95_pct: {is: "number", names: {2023: "ebacc_95_percent"}, about: "The same with grades 9–5"},
    ebacc_aps: {is: "number", names: {2023: ["ebacc_aps_average", "avg_ebaccaps"]}, about: "Mean points over the five subject areas"},
    entries_per_pupil: {is: "number", names: {2023: "qual_entries_average"}, about: "Mean entries, all qualifications"},
    gcse_entries_per_pupil: {is: "number", names: {2023: "gcse_entries_average"}, about: "Mean entries, GCSEs only"},
    multiple_languages_pct: {is: "number", names: {2023: "lan_multiple_entering_percent"}, about: "% entered for more than one language"},
    triple_science_pct: {is: "number", names: {2023: "sci_triple_entering_percent"}, about: "% entered for three sciences"}
  },
  notes:
    "Each school and year has a row for all pupils and one for each group of them. The row of all pupils stands for the school; the others are kept as breakdowns. " +
    "No total rows. One file of 2024/25 holds three years."
});
