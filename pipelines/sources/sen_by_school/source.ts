import {defineSource} from "../../../src/published-files/source.ts";

export default defineSource({
  id: "sen_by_school",
  title: "Pupils with special educational needs, by school",
  publisher: "Department for Education",
  page: "https://explore-education-statistics.service.gov.uk/find-statistics/special-educational-needs-in-england",
  origin: {
    service: "explore_education_statistics",
    publication: "special-educational-needs-in-england",
    file: "School level data{, - ####}",
    title: "School level data{, - ####}",
    megabytes: 15,
    extra: true
  },
  licence: "OGL-UK-3.0",
  codes: "explore_education_statistics",
  dated: "in_file",
  staged: false,
  signature: [["sen_provision"], ["sen_primary_need"], ["pupil_count"]],
  years: {first: 2026, newest_known: 2026},
  columns: {
    academic_year: {is: "key", names: {2026: "time_period"}},
    geographic_level: {is: "key", names: {2026: "geographic_level"}},
    urn: {is: "key", names: {2026: "school_urn"}, about: "Unique reference number; of one school a spreadsheet wrote 1.00E+05, which names no school"},
    provision: {is: "text", names: {2026: "sen_provision"}, about: "All pupils, or those with one kind of support"},
    primary_need: {is: "text", names: {2026: "sen_primary_need"}, about: "All pupils, or one primary need"},
    unit_type: {is: "text", names: {2026: "specialist_provision_unit_type"}, about: "All pupils, or those in one kind of unit"},

    pupils: {is: "number", names: {2026: "pupil_count"}, about: "Pupils in January"}
  },
  notes:
    "No figure of the pages is made from it: it is fetched with --all, or by name. One long table of the newest January. " +
    "The row of all pupils of a school stands for it; the others are kept as breakdowns. No total rows."
});
