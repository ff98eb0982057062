import {defineSource} from "../../../src/published-files/source.ts";

export default defineSource({
  id: "ofsted_latest",
  title: "Latest inspections of state-funded schools, September 2019 to August 2024",
  publisher: "Ofsted",
  page: "https://www.gov.uk/government/statistical-data-sets/monthly-management-information-ofsteds-school-inspections-outcomes",
  origin: {
    service: "govuk_content",
    path: "/government/statistical-data-sets/monthly-management-information-ofsteds-school-inspections-outcomes",
    file: "{Management_information_-_state-funded_schools_-_latest_inspections,State_funded_schools_inspections_and_outcomes}{_as,}_at_*_20##.csv",
    take: "newest_and_each_august",
    megabytes: 15
  },
  licence: "OGL-UK-3.0",
  codes: "inspections",
  dated: "snapshot",
  staged: false,
  signature: [
    ["Quality of education"],
    ["Inspection number of latest full inspection", "School name at time of latest full inspection", "School type at time of latest full inspection"],
    ["Behaviour and attitudes", "Personal development", "Overall effectiveness"]
  ],
  years: {first: 2019, last: 2024},
  columns: {
    urn_now: {is: "key", names: {2019: "URN"}, about: "Unique reference number on the day of the extract"},
    laestab_now: {is: "text", names: {2019: "LAESTAB"}},
    school_name_now: {is: "text", names: {2019: "School name"}},
    school_phase: {is: "text", names: {2019: "Ofsted phase"}},
    school_type: {is: "text", names: {2019: "Type of education"}},
    la_name: {is: "text", names: {2019: "Local authority"}},
    inspection_number: {is: "text", names: {2019: "Inspection number of latest full inspection"}},
    inspection_date: {is: "date", names: {2019: "Inspection start date"}},
    publication_date: {is: "date", names: {2019: "Publication date"}},
    urn: {
      is: "text",
      names: {2019: "URN at time of latest full inspection"},
      about: "Unique reference number of the school that was inspected: maybe a predecessor"
    },
    laestab: {is: "text", names: {2019: "LAESTAB at time of latest full inspection"}},
    school_name: {is: "text", names: {2019: "School name at time of latest full inspection"}},
    category_of_concern: {is: "text", names: {2019: "Category of concern"}, about: "SM special measures, SWK serious weaknesses"},

    overall_effectiveness: {is: "number", names: {2019: "Overall effectiveness"}, about: "1 outstanding, 2 good, 3 requires improvement, 4 inadequate"},
    quality_of_education: {is: "number", names: {2019: "Quality of education"}, about: "Quality of education, 1 to 4 as above"},
    behaviour: {is: "number", names: {2019: "Behaviour and attitudes"}, about: "Behaviour and attitudes, 1 to 4"},
    personal_development: {is: "number", names: {2019: "Personal development"}, about: "Personal development, 1 to 4"},
    leadership: {is: "number", names: {2019: "Effectiveness of leadership and management"}, about: "Leadership and management, 1 to 4"},
    safeguarding: {is: "text", names: {2019: ["Safeguarding is effective?", "Safeguarding is effective"]}, about: "Yes, No; 9 where it was not judged"}
  },
  notes:
    "One row a school, with its last full inspection, whenever that was: an inspection before September 2019 has an overall grade and no quality of education. " +
    "The grade of an academy that has not been inspected since it opened is its predecessor’s: it is read as that school’s, and marked. " +
    "There were no routine inspections from March 2020 to September 2021. No totals."
});
