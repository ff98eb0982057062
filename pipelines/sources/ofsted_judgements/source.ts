import {defineSource} from "../../../src/published-files/source.ts";

export default defineSource({
  id: "ofsted_judgements",
  title: "Latest inspections of state-funded schools since September 2024",
  publisher: "Ofsted",
  page: "https://www.gov.uk/government/statistical-data-sets/monthly-management-information-ofsteds-school-inspections-outcomes",
  origin: {
    service: "govuk_content",
    path: "/government/statistical-data-sets/monthly-management-information-ofsteds-school-inspections-outcomes",
    file: "Management_information_-_state-funded_schools_-_latest_inspections{_as,}_at_*_20##.csv",
    take: "newest_and_each_august",
    megabytes: 15
  },
  licence: "OGL-UK-3.0",
  codes: "inspections",
  dated: "snapshot",
  staged: false,
  signature: [
    ["Latest OEIF overall effectiveness", "Latest OEIF quality of education"],
    ["Ofsted phase", "Type of education"]
  ],
  years: {first: 2024, newest_known: 2026},
  columns: {
    urn_now: {is: "key", names: {2024: "URN"}, about: "Unique reference number on the day of the extract"},
    laestab_now: {is: "text", names: {2024: "LAESTAB"}},
    school_name_now: {is: "text", names: {2024: "School name"}},
    school_phase: {is: "text", names: {2024: "Ofsted phase"}},
    school_type: {is: "text", names: {2024: "Type of education"}},
    la_name: {is: "text", names: {2024: "Local authority"}},
    inspection_number: {is: "text", names: {2024: "Inspection number of latest OEIF graded inspection"}},
    inspection_date: {is: "date", names: {2024: "Inspection start date of latest OEIF graded inspection"}},
    publication_date: {is: "date", names: {2024: "Publication date of latest OEIF graded inspection"}},
    urn: {
      is: "text",
      names: {2024: "URN at time of latest OEIF graded inspection"},
      about: "Unique reference number of the school that was inspected: maybe a predecessor"
    },
    laestab: {is: "text", names: {2024: "LAESTAB at time of latest OEIF graded inspection"}},
    school_name: {is: "text", names: {2024: "School name at time of latest OEIF graded inspection"}},
    category_of_concern: {is: "text", names: {2024: "Latest OEIF category of concern"}, about: "SM special measures, SWK serious weaknesses"},

    overall_effectiveness: {
      is: "number",
      names: {2024: "Latest OEIF overall effectiveness"},
      about: "1 outstanding, 2 good, 3 requires improvement, 4 inadequate; not judged from September 2024"
    },
    quality_of_education: {is: "number", names: {2024: "Latest OEIF quality of education"}, about: "Quality of education, 1 to 4 as above"},
    behaviour: {is: "number", names: {2024: "Latest OEIF behaviour and attitudes"}, about: "Behaviour and attitudes, 1 to 4"},
    personal_development: {is: "number", names: {2024: "Latest OEIF personal development"}, about: "Personal development, 1 to 4"},
    leadership: {is: "number", names: {2024: "Latest OEIF effectiveness of leadership and management"}, about: "Leadership and management, 1 to 4"},
    safeguarding: {is: "text", names: {2024: "Latest OEIF safeguarding is effective?"}, about: "Yes, No; 9 where it was not judged"},

    ungraded_date: {is: "date", names: {2024: "Date of latest ungraded inspection"}},
    ungraded_outcome: {is: "text", names: {2024: "Ungraded inspection overall outcome"}},

    report_card_date: {is: "date", names: {2025: "Inspection start date"}, about: "Of the report card"},
    report_card_urn: {
      is: "text",
      names: {2025: "URN at time of latest full inspection"},
      about: "Unique reference number of the school the report card is about"
    },
    report_card_safeguarding: {is: "text", names: {2025: "Safeguarding standards"}, about: "Met or not met"},
    report_card_inclusion: {is: "text", names: {2025: "Inclusion"}, about: "In words, of five"},
    report_card_curriculum: {is: "text", names: {2025: "Curriculum and teaching"}, about: "In words, of five"},
    report_card_achievement: {is: "text", names: {2025: "Achievement"}, about: "In words, of five"},
    report_card_attendance: {is: "text", names: {2025: "Attendance and behaviour"}, about: "In words, of five"},
    report_card_personal_development: {is: "text", names: {2025: "Personal development and wellbeing"}, about: "In words, of five"},
    report_card_early_years: {is: "text", names: {2025: "Early years (where applicable)"}, about: "In words, of five"},
    report_card_post_16: {is: "text", names: {2025: "Post-16 provision (where applicable)"}, about: "In words, of five"},
    report_card_leadership: {is: "text", names: {2025: "Leadership and governance"}, about: "In words, of five"},
    report_card_concern: {is: "text", names: {2025: "Category of concern"}, about: "SM special measures, SWK serious weaknesses, NTI notice to improve"}
  },
  notes:
    "One row a school. From September 2024 inspections give no overall grade, and from November 2025 report cards with five grades in words, which are kept as text: " +
    "they are too new to compare. The last graded inspection under the framework before stands beside them. " +
    "The grade of an academy that has not been inspected since it opened is its predecessor’s: it is read as that school’s, and marked. No totals."
});
