import {defineSource} from "../../../src/published-files/source.ts";

export default defineSource({
  id: "school_information",
  title: "School information (performance tables)",
  publisher: "Department for Education",
  page: "https://www.compare-school-performance.service.gov.uk/download-data",
  origin: {service: "performance_tables", megabytes: 1.2, token: "gias", member: "england_school_information.csv"},
  licence: "OGL-UK-3.0",
  codes: "register",
  dated: "academic_year",
  staged: false,
  signature: [["SCHSTATUS"], ["MINORGROUP"], ["SCHOOLTYPE"]],
  years: {first: 2019, newest_known: 2025, not_published: [2020]},
  columns: {
    urn: {is: "key", names: {2019: "URN"}, about: "Unique reference number"},
    laestab: {is: "text", names: {2019: "LAESTAB"}, about: "Local authority and establishment number, seven digits"},
    la_code: {is: "text", names: {2019: "LA"}, about: "Local authority, three digits"},
    la_name: {is: "text", names: {2019: "LANAME"}},
    school_name: {is: "text", names: {2019: "SCHNAME"}},
    town: {is: "text", names: {2019: "TOWN"}},
    postcode: {is: "text", names: {2019: "POSTCODE"}},
    status: {is: "text", names: {2019: "SCHSTATUS"}},
    open_date: {is: "date", names: {2019: "OPENDATE"}, about: "Only where the school opened after the table’s reference date"},
    close_date: {is: "date", names: {2019: "CLOSEDATE"}, not_before: "open_date"},
    minor_group: {is: "text", names: {2019: "MINORGROUP"}},
    school_type: {is: "text", names: {2019: "SCHOOLTYPE"}},
    is_primary: {is: "text", names: {2019: "ISPRIMARY"}, about: "1 yes, 0 no"},
    is_secondary: {is: "text", names: {2019: "ISSECONDARY"}, about: "1 yes, 0 no"},
    is_post16: {is: "text", names: {2019: "ISPOST16"}, about: "1 yes, 0 no"},
    age_low: {is: "number", names: {2019: "AGELOW"}, about: "Years"},
    age_high: {is: "number", names: {2019: "AGEHIGH"}, about: "Years"},
    gender: {is: "text", names: {2019: "GENDER"}},
    religious_character: {is: "text", names: {2019: "RELCHAR"}},
    admissions_policy: {is: "text", names: {2019: "ADMPOL"}}
  },
  notes: "The register as the performance tables print it, open and closed schools; no totals. Opening dates are given for recent openings only."
});
