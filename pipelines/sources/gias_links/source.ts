import {defineSource} from "../../../src/published-files/source.ts";

export default defineSource({
  id: "gias_links",
  title: "Register: links between establishments",
  publisher: "Department for Education",
  page: "https://get-information-schools.service.gov.uk/Downloads",
  origin: {service: "register", name: "links_edubasealldata", button: "Establishment links CSV"},
  licence: "OGL-UK-3.0",
  codes: "register",
  dated: "snapshot",
  staged: false,
  signature: [["LinkName", "LinkEstablishedDate"]],
  years: {first: 2015, newest_known: 2026},
  columns: {
    urn: {is: "key", names: {2015: "URN"}, about: "Unique reference number"},
    link_urn: {is: "key", names: {2015: "LinkURN"}, about: "The establishment that is the link type of the URN"},
    link_name: {is: "text", names: {2015: "LinkName"}, about: "Name of the linked establishment"},
    link_type: {is: "key", names: {2015: "LinkType"}, about: "successor, predecessor, predecessor - merged, result of amalgamation …"},
    link_date: {is: "date", names: {2015: "LinkEstablishedDate"}, about: "Missing in a quarter of the links; up to a year ahead in others"}
  },
  notes:
    "Read a row as: the linked establishment is the successor (or predecessor …) of the URN. " +
    "A quarter of the links have no date, a few are recorded on one side only, and some schools have several predecessors. No totals."
});
