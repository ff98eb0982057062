import {defineSource} from "../../../src/published-files/source.ts";

export default defineSource({
  id: "ks4_destinations_ees",
  title: "Key stage 4 destinations, long file",
  publisher: "Department for Education",
  page: "https://explore-education-statistics.service.gov.uk/find-statistics/key-stage-4-destination-measures",
  origin: {
    service: "explore_education_statistics",
    phase: "secondary",
    publication: "key-stage-4-destination-measures",
    file: "ees_ks4_inst_######",
    megabytes: 38
  },
  licence: "OGL-UK-3.0",
  codes: "explore_education_statistics",
  dated: "in_file",
  staged: false,
  signature: [["breakdown_topic"], ["data_type"], ["all_notsust"], ["ssf"]],
  years: {first: 2021, newest_known: 2023},
  columns: {
    academic_year: {is: "key", names: {2021: "time_period"}, about: "The year in which the leavers finished"},
    time_identifier: {is: "text", names: {2021: "time_identifier"}},
    geographic_level: {is: "key", names: {2021: "geographic_level"}},
    la_code: {is: "text", names: {2021: "old_la_code"}, about: "Local authority, three digits"},
    la_name: {is: "text", names: {2021: "la_name"}},
    urn: {is: "key", names: {2021: "school_urn"}, about: "Unique reference number"},
    laestab: {is: "text", names: {2021: "school_laestab"}, about: "Local authority and establishment number, seven digits"},
    school_name: {is: "text", names: {2021: "school_name"}},
    school_group: {is: "text", names: {2021: "institution_group"}},
    school_type: {is: "text", names: {2021: "institution_type"}},
    breakdown_topic: {is: "text", names: {2021: "breakdown_topic"}, about: "Total, or what pupils are broken down by"},
    breakdown: {is: "text", names: {2021: "breakdown"}, about: "Total, or one group"},
    data_type: {is: "text", names: {2021: "data_type"}, about: "Percentage, or numbers of pupils"},

    leavers: {is: "number", names: {2021: "cohort"}, about: "Pupils who finished in the year"},
    sustained_pct: {is: "number", names: {2021: "overall"}, about: "% of leavers"},
    education_pct: {is: "number", names: {2021: "education"}, about: "% of leavers"},
    further_education_pct: {is: "number", names: {2021: "fe"}, about: "% of leavers"},
    school_sixth_form_pct: {is: "number", names: {2021: "ssf"}, about: "% of leavers"},
    sixth_form_college_pct: {is: "number", names: {2021: "sfc"}, about: "% of leavers"},
    other_education_pct: {is: "number", names: {2021: "other_edu"}, about: "% of leavers"},
    apprenticeship_pct: {is: "number", names: {2021: "appren"}, about: "% of leavers"},
    employment_pct: {is: "number", names: {2021: "all_work"}, about: "% of leavers"},
    not_sustained_pct: {is: "number", names: {2021: "all_notsust"}, about: "% of leavers"},
    unknown_pct: {is: "number", names: {2021: "all_unknown"}, about: "% of leavers"}
  },
  notes:
    "The academic year is that in which the leavers finished key stage 4: two years before the performance table of the same figures. " +
    "Each school and year has rows of percentages and rows of numbers, for all pupils and for groups of them. The percentages of all pupils stand for the school; the others are kept as breakdowns, where a column of percentages holds numbers. No total rows."
});
