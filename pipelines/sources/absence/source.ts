import {defineSource} from "../../../src/published-files/source.ts";

export default defineSource({
  id: "absence",
  title: "Absence (performance tables)",
  publisher: "Department for Education",
  page: "https://www.compare-school-performance.service.gov.uk/download-data",
  origin: {service: "performance_tables", megabytes: 1.2, token: "pupilabsence", member: "england_abs.csv"},
  licence: "OGL-UK-3.0",
  codes: "performance_tables",
  dated: "academic_year",
  staged: false,
  national_rows: true,
  signature: [["PERCTOT"], ["PPERSABS10", "PPERSABS15", "PPERSABS20"]],
  years: {first: 2011, newest_known: 2025, not_published: [2020, 2021]},
  columns: {
    la_code: {is: "text", names: {2011: "LA"}, about: "Local authority, three digits; NAT in national rows"},
    estab: {is: "text", names: {2011: "ESTAB"}, about: "Establishment number within the local authority; PRI, SEC or SPE in national rows"},
    urn: {is: "key", names: {2011: "URN"}, about: "Unique reference number"},
    overall_absence_pct: {is: "number", names: {2011: "PERCTOT"}, about: "% of possible sessions (half-days) missed"},
    persistent_absence_10_pct: {is: "number", names: {2016: "PPERSABS10"}, about: "% of pupils who missed 10% or more of their own possible sessions"},
    persistent_absence_15_pct: {is: "number", names: {2011: "PPERSABS15", 2016: null}, about: "% of pupils over the threshold of about 15%"},
    persistent_absence_20_pct: {is: "number", names: {2011: "PPERSABS20", 2016: null}, about: "% of pupils over the threshold of about 20%"}
  },
  notes:
    "Without the split into authorised and unauthorised absence, and without counts, so totals cannot be rebuilt. " +
    "The three persistent absence measures are three definitions, never one series. " +
    "National rows say NAT in place of the local authority and PRI, SEC or SPE in place of the establishment."
});
