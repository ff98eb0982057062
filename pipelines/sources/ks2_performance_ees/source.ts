import {defineSource} from "../../../src/published-files/source.ts";

export default defineSource({
  id: "ks2_performance_ees",
  title: "Key stage 2 results by school, long file",
  publisher: "Department for Education",
  page: "https://explore-education-statistics.service.gov.uk/find-statistics/key-stage-2-attainment",
  origin: {
    service: "explore_education_statistics",
    phase: "primary",
    publication: "key-stage-2-attainment",
    file: "ks2_school_attainment_data{,_v#,_v##}",
    api_data_set: "019afee4-e5d0-72f9-9a8f-d7a1a56eac1d"
  },
  licence: "OGL-UK-3.0",
  codes: "explore_education_statistics",
  dated: "in_file",
  staged: false,
  signature: [["expected_standard_pupil_percent"], ["average_scaled_score", "progress_measure_score"], ["subject", "breakdown_topic"]],
  years: {first: 2023, newest_known: 2025},
  columns: {
    academic_year: {is: "key", names: {2023: "time_period"}},
    time_identifier: {is: "text", names: {2023: "time_identifier"}, seen: "memory"},
    geographic_level: {is: "text", names: {2023: "geographic_level"}, seen: "memory"},
    la_code: {is: "text", names: {2023: "old_la_code"}, about: "Local authority, three digits", seen: "memory"},
    la_name: {is: "text", names: {2023: "la_name"}, seen: "memory"},
    urn: {is: "key", names: {2023: "school_urn"}, about: "Unique reference number; of the year or of today is not said"},
    laestab: {is: "text", names: {2023: "school_laestab"}, about: "Local authority and establishment number, seven digits"},
    school_name: {is: "text", names: {2023: "school_name"}, seen: "memory"},
    breakdown_topic: {is: "text", names: {2023: "breakdown_topic"}, about: "All pupils, what pupils are broken down by, or a mean of three years"},
    breakdown: {is: "text", names: {2023: "breakdown"}, about: "One group"},
    subject: {is: "text", names: {2023: "subject"}},

    rwm_expected_pct: {
      is: "number",
      names: {2023: "expected_standard_pupil_percent"},
      about: "% at the expected standard in the row’s subject; in all three in the row that stands for the school"
    },
    rwm_higher_pct: {is: "number", names: {2023: "higher_standard_pupil_percent"}, about: "% at the higher standard, likewise"},
    scaled_score: {
      is: "number",
      names: {2023: "average_scaled_score"},
      about: "Mean scaled score in the row’s subject; none in the row that stands for the school"
    }
  },
  notes:
    "Each school and year has a row for each subject and group of pupils. The row of all pupils in reading, writing and mathematics together stands for the school; the others are kept as breakdowns. " +
    "It does not say how many pupils there were. No total rows."
});
