import {defineSource} from "../../../src/published-files/source.ts";

export default defineSource({
  id: "ofsted_inspections",
  title: "Inspections of state-funded schools, to August 2019",
  publisher: "Ofsted",
  page: "https://www.gov.uk/government/statistical-data-sets/monthly-management-information-ofsteds-school-inspections-outcomes",
  origin: {
    service: "govuk_content",
    path: "/government/statistical-data-sets/monthly-management-information-ofsteds-school-inspections-outcomes",
    file: "Management_information_-_state-funded_schools_1_September_2015_to_31_August_2019.csv",
    megabytes: 15,
    extra: true
  },
  licence: "OGL-UK-3.0",
  codes: "inspections",
  dated: "snapshot",
  staged: false,
  signature: [
    ["Inspection number", "Inspection start date"],
    [
      "Outcomes for pupils",
      "Quality of teaching, learning and assessment",
      "Personal development, behaviour and welfare",
      "Achievement of pupils",
      "Behaviour and safety of pupils"
    ]
  ],
  years: {first: 2013, last: 2019},
  columns: {
    urn: {is: "key", names: {2013: "URN"}, about: "Unique reference number of the school inspected"},
    laestab: {is: "text", names: {2013: "LAESTAB"}, about: "Local authority and establishment number, seven digits"},
    school_name: {is: "text", names: {2013: "School name"}},
    school_phase: {is: "text", names: {2013: ["Phase", "Ofsted phase"], 2016: "Ofsted phase"}},
    school_type: {is: "text", names: {2013: ["Type of establishment", "Type of education"], 2016: "Type of education"}},
    la_name: {is: "text", names: {2013: ["Local authority (education)", "Local authority"], 2016: "Local authority"}},
    inspection_number: {is: "text", names: {2013: "Inspection number"}},
    inspection_type: {is: "text", names: {2013: "Inspection type"}},
    inspection_date: {is: "date", names: {2013: "Inspection start date"}},
    publication_date: {is: "date", names: {2013: "Publication date"}},
    category_of_concern: {is: "text", names: {2013: "Category of concern"}, about: "SM special measures, SWK serious weaknesses"},

    overall_effectiveness: {
      is: "number",
      names: {2013: "Overall effectiveness"},
      seen: "memory",
      about: "1 outstanding, 2 good, 3 requires improvement, 4 inadequate"
    },
    leadership: {
      is: "number",
      names: {2013: "Leadership and management", 2016: "Effectiveness of leadership and management"},
      seen: "memory",
      about: "Leadership and management, 1 to 4 as above"
    },
    teaching: {
      is: "number",
      names: {2013: "Quality of teaching", 2016: "Quality of teaching, learning and assessment"},
      seen: "memory",
      about: "Teaching, learning and assessment, 1 to 4"
    },
    behaviour_and_safety: {
      is: "number",
      names: {2013: "Behaviour and safety of pupils", 2016: null},
      about: "Behaviour and safety of pupils, 1 to 4; to August 2015"
    },
    personal_development: {
      is: "number",
      names: {2016: "Personal development, behaviour and welfare"},
      seen: "memory",
      about: "Personal development, behaviour and welfare, 1 to 4"
    },
    outcomes_for_pupils: {
      is: "number",
      names: {2013: "Achievement of pupils", 2016: "Outcomes for pupils"},
      seen: "memory",
      about: "Outcomes for pupils, 1 to 4; to August 2015 their achievement"
    }
  },
  notes:
    "One row an inspection, under a title from September 2015. Before, achievement and behaviour and safety were judged. A short inspection that did not become a full one, or a monitoring visit, grades nothing: 9 or NULL. " +
    "Which schools are inspected is no matter of chance: weak ones are seen more often, and outstanding ones were exempt. No totals."
});
