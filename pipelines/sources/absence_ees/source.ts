import {defineSource} from "../../../src/published-files/source.ts";

export default defineSource({
  id: "absence_ees",
  title: "Absence by school, full year, with unauthorised absence",
  publisher: "Department for Education",
  page: "https://explore-education-statistics.service.gov.uk/find-statistics/pupil-absence-in-schools-in-england",
  origin: {
    service: "explore_education_statistics",
    publication: "pupil-absence-in-schools-in-england",
    file: "{,1_,1a_}absence_3term_school",
    megabytes: 60
  },
  licence: "OGL-UK-3.0",
  codes: "explore_education_statistics",
  dated: "in_file",
  whole_years: true,
  staged: false,
  signature: [["sess_unauthorised", "sess_unauthorised_percent"], ["enrolments"], ["school_name", "school_urn", "school_laestab"]],
  years: {first: 2014, newest_known: 2025, not_published: [2020]},
  columns: {
    academic_year: {is: "key", names: {2014: "time_period"}},
    time_identifier: {is: "text", names: {2014: "time_identifier"}},
    geographic_level: {is: "key", names: {2014: "geographic_level"}},
    region_name: {is: "text", names: {2014: "region_name"}},
    la_code: {is: "text", names: {2014: "old_la_code"}, about: "Local authority, three digits"},
    la_name: {is: "text", names: {2014: "la_name"}},
    urn: {is: "key", names: {2014: "school_urn"}, about: "Unique reference number in that year"},
    laestab: {is: "key", names: {2014: "school_laestab"}, about: "Local authority and establishment number, seven digits"},
    school_name: {is: "text", names: {2014: "school_name"}},
    school_phase: {is: "text", names: {2014: ["school_type", "education_phase"]}},
    academy_type: {is: "text", names: {2014: "academy_type"}},
    academy_open_date: {is: "date", names: {2014: "academy_open_date"}},
    trust_name: {is: "text", names: {2014: "trust"}},

    enrolments: {is: "number", names: {2014: "enrolments"}, total: "sum", about: "Pupil enrolments"},
    sessions_possible: {is: "number", names: {2014: "sess_possible"}, total: "sum", about: "Sessions (half-days)"},
    sessions_absent: {is: "number", names: {2014: "sess_overall"}, total: "sum", about: "Sessions missed"},
    sessions_authorised: {is: "number", names: {2014: "sess_authorised"}, total: "sum", about: "Sessions missed with leave"},
    sessions_unauthorised: {is: "number", names: {2014: "sess_unauthorised"}, total: "sum", about: "Sessions missed without leave"},
    sessions_illness: {is: "number", names: {2014: "sess_auth_illness"}, total: "sum", about: "Sessions missed through illness"},
    sessions_unagreed_holiday: {
      is: "number",
      names: {2014: "sess_unauth_holiday"},
      total: "sum",
      about: "Sessions missed for a family holiday that was not agreed"
    },
    sessions_excluded: {is: "number", names: {2014: "sess_auth_excluded"}, total: "sum", about: "Sessions missed while excluded"},
    sessions_covid: {is: "number", names: {2014: "sess_x_covid"}, total: "sum", about: "Sessions not attended because of covid and not counted as absence"},
    overall_absence_pct: {is: "number", names: {2014: "sess_overall_percent"}, total: {weight: "sessions_possible"}, about: "% of possible sessions missed"},
    authorised_absence_pct: {
      is: "number",
      names: {2014: "sess_authorised_percent"},
      total: {weight: "sessions_possible"},
      about: "% of possible sessions missed with leave"
    },
    unauthorised_absence_pct: {
      is: "number",
      names: {2014: "sess_unauthorised_percent"},
      total: {weight: "sessions_possible"},
      about: "% of possible sessions missed without leave: truancy"
    },
    persistent_absence_10_pupils: {
      is: "number",
      names: {2014: "enrolments_pa_10_exact"},
      total: "sum",
      about: "Enrolments that missed 10% or more of their own possible sessions"
    },
    persistent_absence_10_pct: {
      is: "number",
      names: {2014: "enrolments_pa_10_exact_percent"},
      total: {weight: "enrolments"},
      about: "% of enrolments that missed 10% or more"
    },
    severe_absence_pupils: {
      is: "number",
      names: {2014: "enrolments_pa_50_exact"},
      total: "sum",
      about: "Enrolments that missed half or more of their own possible sessions"
    },
    severe_absence_pct: {
      is: "number",
      names: {2014: "enrolments_pa_50_exact_percent"},
      total: {weight: "enrolments"},
      about: "% of enrolments that missed half or more"
    }
  },
  notes:
    "The only file by school with unauthorised absence; 2019/20 is missing, and 2020/21 leaves out sessions lost to covid. " +
    "A school can have a row for each of two phases in one year. The codes for absence changed in 2024/25. " +
    "Totals, where a file has any, are marked by the geographic level."
});
