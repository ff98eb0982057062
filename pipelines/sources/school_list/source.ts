import {defineSource} from "../../../src/published-files/source.ts";

export default defineSource({
  id: "school_list",
  title: "List of schools by LAESTAB and URN",
  publisher: "Department for Education",
  page: "https://get-information-schools.service.gov.uk/Downloads",
  licence: "OGL-UK-3.0",
  codes: "register",
  dated: "in_file",
  staged: false,
  signature: [["SchoolName"], ["LA"]],
  years: {first: 2018, newest_known: 2018},
  columns: {
    academic_year: {is: "key", names: {2018: "AcademicYear"}},
    la_code: {is: "text", names: {2018: "LA"}, about: "Local authority, three digits"},
    laestab: {is: "key", names: {2018: "LAEstab"}, about: "Local authority and establishment number, seven digits"},
    school_name: {is: "text", names: {2018: "SchoolName"}},
    urn: {is: "key", names: {2018: "URN"}, about: "Unique reference number"}
  },
  notes: "One URN for each LAESTAB, the latest: an academy’s, where a school kept its number on converting. No totals."
});
