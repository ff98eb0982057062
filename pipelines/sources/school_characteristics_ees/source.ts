import {defineSource} from "../../../src/published-files/source.ts";

export default defineSource({
  id: "school_characteristics_ees",
  title: "Pupil characteristics (school census), long file",
  publisher: "Department for Education",
  page: "https://explore-education-statistics.service.gov.uk/find-statistics/school-pupils-and-their-characteristics",
  origin: {
    service: "statistics_rows",
    publication: "school-pupils-and-their-characteristics",
    api_data_set: "019e7403-4523-7749-b530-159f451dd83c",
    filters: {
      phase_type_grouping: ["State-funded primary", "State-funded secondary", "State-funded special school"],
      sex: ["Total"],
      attendance_pattern: ["Total"],
      breakdown: ["Total", "FSM eligible", "First language other than English"]
    },
    indicators: ["pupil_count", "pupil_percent"],
    megabytes: 6
  },
  licence: "OGL-UK-3.0",
  codes: "explore_education_statistics",
  dated: "in_file",
  staged: false,
  signature: [["phase_type_grouping"], ["attendance_pattern"], ["pupil_percent"]],
  years: {first: 2026, newest_known: 2026},
  columns: {
    academic_year: {is: "key", names: {2026: "time_period"}},
    geographic_level: {is: "key", names: {2026: "geographic_level"}},
    urn: {is: "key", names: {2026: "school_urn"}, about: "Unique reference number"},
    laestab: {is: "text", names: {2026: "school_laestab"}, about: "Local authority and establishment number, seven digits"},
    school_name: {is: "text", names: {2026: "school_name"}},
    school_type: {is: "text", names: {2026: "phase_type_grouping"}, about: "State-funded primary and so on"},
    sex: {is: "text", names: {2026: "sex"}, about: "Total, or one group"},
    attendance_pattern: {is: "text", names: {2026: "attendance_pattern"}, about: "Total, full time or part time"},
    breakdown: {is: "text", names: {2026: "breakdown"}, about: "Total, or one group of pupils"},

    pupils: {is: "number", names: {2026: "pupil_count"}, about: "Pupils in January"},
    eal_pct: {is: "number", names: {2026: "pupil_percent"}, about: "% of pupils whose first language is not English: printed in the row of that group"}
  },
  notes:
    "The file of all schools and groups has 2.8 GB, so only the rows of three groups are asked for: all pupils, those eligible for free school meals, and those whose first language is not English. " +
    "The row of all pupils stands for the school, with the shares that the rows of the two groups print; those are kept as breakdowns. No total rows."
});
