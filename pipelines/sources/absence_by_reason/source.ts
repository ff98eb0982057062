import {defineSource} from "../../../src/published-files/source.ts";

export default defineSource({
  id: "absence_by_reason",
  title: "Pupils missing at least one session, by reason",
  publisher: "Department for Education",
  page: "https://explore-education-statistics.service.gov.uk/find-statistics/pupil-absence-in-schools-in-england",
  origin: {
    service: "explore_education_statistics",
    publication: "pupil-absence-in-schools-in-england",
    release: "2016-17",
    file: "absence_number_missing_at_least_one_session_by_reason",
    extra: true
  },
  licence: "OGL-UK-3.0",
  codes: "explore_education_statistics",
  dated: "in_file",
  staged: false,
  signature: [["enrol_unauthorised"], ["enrol_auth_illness", "enrol_unauth_holiday"], ["enrolments"]],
  years: {first: 2013, newest_known: 2017},
  columns: {
    academic_year: {is: "key", names: {2013: "time_period"}},
    geographic_level: {is: "key", names: {2013: "geographic_level"}},
    region_name: {is: "text", names: {2013: "region_name"}},
    la_code: {is: "text", names: {2013: "old_la_code"}, about: "Local authority, three digits"},
    la_name: {is: "text", names: {2013: "la_name"}},
    laestab: {is: "key", names: {2013: "laestab"}, about: "Local authority and establishment number, seven digits"},
    urn: {is: "key", names: {2013: "urn"}, about: "Unique reference number in that year"},
    school_phase: {is: "text", names: {2013: "school_type"}},

    enrolments: {is: "number", names: {2013: "enrolments"}, total: "sum", about: "Pupil enrolments"},
    absent_pupils: {is: "number", names: {2013: "enrol_overall"}, total: "sum", about: "Enrolments with one session missed or more, as are all that follow"},
    authorised_pupils: {is: "number", names: {2013: "enrol_authorised"}, total: "sum", about: "With leave"},
    unauthorised_pupils: {is: "number", names: {2013: "enrol_unauthorised"}, total: "sum", about: "Without leave"},
    illness_pupils: {is: "number", names: {2013: "enrol_auth_illness"}, total: "sum", about: "Illness"},
    appointment_pupils: {is: "number", names: {2013: "enrol_auth_appointments"}, total: "sum", about: "Medical or dental appointment"},
    religious_observance_pupils: {is: "number", names: {2013: "enrol_auth_religious"}, total: "sum", about: "Religious observance"},
    study_leave_pupils: {is: "number", names: {2013: "enrol_auth_study"}, total: "sum", about: "Study leave"},
    traveller_pupils: {is: "number", names: {2013: "enrol_auth_traveller"}, total: "sum", about: "Traveller absence"},
    agreed_holiday_pupils: {is: "number", names: {2013: "enrol_auth_holiday"}, total: "sum", about: "Agreed family holiday"},
    agreed_long_holiday_pupils: {is: "number", names: {2013: "enrol_auth_ext_holiday"}, total: "sum", about: "Agreed extended family holiday"},
    excluded_pupils: {is: "number", names: {2013: "enrol_auth_excluded"}, total: "sum", about: "Exclusion"},
    other_authorised_pupils: {is: "number", names: {2013: "enrol_auth_other"}, total: "sum", about: "Other authorised circumstances"},
    unagreed_holiday_pupils: {is: "number", names: {2013: "enrol_unauth_holiday"}, total: "sum", about: "Family holiday not agreed"},
    late_pupils: {is: "number", names: {2013: "enrol_unauth_late"}, total: "sum", about: "Arriving late"},
    other_unauthorised_pupils: {is: "number", names: {2013: "enrol_unauth_other"}, total: "sum", about: "Other unauthorised circumstances"},
    no_reason_yet_pupils: {is: "number", names: {2013: "enrol_unauth_noyet"}, total: "sum", about: "No reason yet"}
  },
  notes:
    "Counts of pupils who missed at least one session, not the absence rate. " +
    "Carries LAESTAB and the URN of the year: the key to files that have LAESTAB only. " +
    "Totals are marked by the geographic level; local authority, regional and national rows have one line a phase and one for all."
});
