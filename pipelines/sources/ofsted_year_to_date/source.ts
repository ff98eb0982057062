import {defineSource} from "../../../src/published-files/source.ts";

export default defineSource({
  id: "ofsted_year_to_date",
  title: "Inspections of state-funded schools, a year a file, since September 2019",
  publisher: "Ofsted",
  page: "https://www.gov.uk/government/statistical-data-sets/monthly-management-information-ofsteds-school-inspections-outcomes",
  origin: {
    service: "govuk_content",
    path: "/government/statistical-data-sets/monthly-management-information-ofsteds-school-inspections-outcomes",
    file: "Management_information_-_state-funded_schools_-_all_inspections_-_year_to_date_published_by_*_20##.csv",
    take: "newest_and_each_august",
    megabytes: 3
  },
  licence: "OGL-UK-3.0",
  codes: "inspections",
  dated: "snapshot",
  staged: false,
  signature: [["Inspection number"], ["Event type grouping"], ["Quality of education", "Curriculum and teaching"]],
  years: {first: 2020, newest_known: 2026},
  columns: {
    urn: {is: "key", names: {2020: "URN"}, about: "Unique reference number of the school inspected"},
    laestab: {is: "text", names: {2020: "LAESTAB"}, about: "Local authority and establishment number, seven digits"},
    school_name: {is: "text", names: {2020: "School name"}},
    school_phase: {is: "text", names: {2020: "Ofsted phase"}},
    school_type: {is: "text", names: {2020: "Type of education"}},
    la_name: {is: "text", names: {2020: "Local authority"}},
    inspection_number: {is: "text", names: {2020: "Inspection number"}},
    inspection_type: {is: "text", names: {2020: "Inspection type"}},
    inspection_date: {is: "date", names: {2020: "Inspection start date"}},
    publication_date: {is: "date", names: {2020: "Publication date"}},
    category_of_concern: {is: "text", names: {2020: "Category of concern"}, about: "SM special measures, SWK serious weaknesses, NTI notice to improve"},

    overall_effectiveness: {
      is: "number",
      names: {2020: "Overall effectiveness", 2025: null},
      about: "1 outstanding, 2 good, 3 requires improvement, 4 inadequate; not judged from September 2024"
    },
    quality_of_education: {is: "number", names: {2020: "Quality of education"}, about: "Quality of education, 1 to 4 as above; to November 2025"},
    behaviour: {is: "number", names: {2020: "Behaviour and attitudes"}, about: "Behaviour and attitudes, 1 to 4; to November 2025"},
    personal_development: {is: "number", names: {2020: "Personal development"}, about: "Personal development, 1 to 4; to November 2025"},
    leadership: {is: "number", names: {2020: "Effectiveness of leadership and management"}, about: "Leadership and management, 1 to 4; to November 2025"},

    report_card_safeguarding: {is: "text", names: {2026: "Safeguarding standards"}, about: "Met or not met"},
    report_card_inclusion: {is: "text", names: {2026: "Inclusion"}, about: "In words, of five"},
    report_card_curriculum: {is: "text", names: {2026: "Curriculum and teaching"}, about: "In words, of five"},
    report_card_achievement: {is: "text", names: {2026: "Achievement"}, about: "In words, of five"},
    report_card_attendance: {is: "text", names: {2026: "Attendance and behaviour"}, about: "In words, of five"},
    report_card_personal_development: {is: "text", names: {2026: "Personal development and wellbeing"}, about: "In words, of five"},
    report_card_leadership: {is: "text", names: {2026: "Leadership and governance"}, about: "In words, of five"}
  },
  notes:
    "One row an inspection that was published from September to the day of the file: the file of August holds the year. " +
    "They are what is known of grades between the inspection files to 2019 and the latest ones. " +
    "A monitoring visit or an ungraded inspection grades nothing. From November 2025 report cards give grades in words. No totals."
});
