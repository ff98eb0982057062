import {defineSource} from "../../../src/published-files/source.ts";

export default defineSource({
  id: "ks5_performance_ees",
  title: "16 to 18 results by school and college, long file",
  publisher: "Department for Education",
  page: "https://explore-education-statistics.service.gov.uk/find-statistics/a-level-and-other-16-to-18-results",
  origin: {
    service: "explore_education_statistics",
    phase: "16-18",
    publication: "a-level-and-other-16-to-18-results",
    file: "institution_performance_######{,_API}",
    api_data_set: "019c2960-81e3-70c2-8d65-72c3718ae4fd",
    megabytes: 30
  },
  licence: "OGL-UK-3.0",
  codes: "explore_education_statistics",
  dated: "in_file",
  staged: false,
  signature: [["exam_cohort"], ["aps_per_entry", "value_added"], ["end1618_student_count", "retained_percent"]],
  years: {first: 2022, newest_known: 2025},
  columns: {
    academic_year: {is: "key", names: {2022: "time_period"}},
    time_identifier: {is: "text", names: {2022: "time_identifier"}},
    geographic_level: {is: "key", names: {2022: "geographic_level"}},
    la_code: {is: "text", names: {2022: "old_la_code"}, about: "Local authority, three digits"},
    la_name: {is: "text", names: {2022: "la_name"}},
    urn: {is: "key", names: {2022: "school_urn"}, about: "Unique reference number; of the year or of today is not said"},
    laestab: {is: "text", names: {2022: "school_laestab"}, about: "Local authority and establishment number, seven digits"},
    school_name: {is: "text", names: {2022: "school_name"}},
    disadvantage_status: {is: "text", names: {2022: "disadvantage_status"}, about: "Total, or one group"},
    exam_cohort: {is: "text", names: {2022: "exam_cohort"}, about: "A level, Academic, Applied general, Tech level, Technical certificate, or E/M measures"},

    students_finishing: {is: "number", names: {2022: "end1618_student_count"}, about: "Students at the end of 16 to 18 study"},
    a_level_students: {is: "number", names: {2022: "aps_per_entry_student_count"}, about: "Students of the exam cohort with an entry"},
    a_level_points: {is: "number", names: {2022: "aps_per_entry"}, about: "Mean points of an entry of the exam cohort; an A level: A* 60, A 50, E 10"},
    a_level_grade: {is: "text", names: {2022: "aps_per_entry_grade"}, about: "The same as a grade, such as C+"},
    retained_students: {is: "number", names: {2022: "retained_student_count"}, about: "Students whose staying is measured"},
    a_level_retained_pct: {is: "number", names: {2022: "retained_percent"}, about: "% of them retained to the end of their main course"},
    retained_assessed_pct: {is: "number", names: {2022: "retained_assessed_percent"}, about: "% of them retained and assessed"},
    value_added: {is: "number", names: {2022: "value_added"}, about: "Value added from key stage 4, in grades; national mean about 0"},
    value_added_low: {is: "number", names: {2022: "value_added_lower_ci"}, about: "Lower limit of its 95% interval"},
    value_added_high: {is: "number", names: {2022: "value_added_upper_ci"}, about: "Upper limit of its 95% interval"},
    value_added_band: {is: "text", names: {2022: "progress_banding"}, about: "In words, from well above average to well below average"},
    best_three_students: {is: "number", names: {2022: "best_three_alevels_student_count"}, about: "Students whose best three A levels are measured"},
    best_three_points: {is: "number", names: {2022: "best_three_alevels_aps"}, about: "Mean points of an entry over each student’s three best A levels"},
    aab_pct: {is: "number", names: {2022: "aab_percent"}, about: "% of students with AAB or better, two in facilitating subjects"},
    level3_maths_students: {is: "number", names: {2022: "level_3_maths_student_count"}, about: "Students with a good GCSE in mathematics"},
    level3_maths_pct: {is: "number", names: {2022: "level_3_maths_percent"}, about: "% of them with a level 3 mathematics qualification"},
    english_resit_progress: {
      is: "number",
      names: {2022: "english_progress"},
      about: "Mean progress in English of students without a good GCSE in it, in grades"
    },
    maths_resit_progress: {
      is: "number",
      names: {2022: "maths_progress"},
      about: "Mean progress in mathematics of students without a good GCSE in it, in grades"
    }
  },
  notes:
    "Each school and year has a row for each of six exam cohorts and three groups of students. The row of all A level students stands for the school, " +
    "with level 3 mathematics and the progress of resits taken from the rows that print them; the others are kept as breakdowns. " +
    "No total rows. No value added in 2021/22 and 2022/23."
});
