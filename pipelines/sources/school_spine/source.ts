import {defineSource} from "../../../src/published-files/source.ts";

export default defineSource({
  id: "school_spine",
  title: "Register of the performance tables, to 2017/18",
  publisher: "Department for Education",
  page: "https://www.compare-school-performance.service.gov.uk/download-data",
  origin: {
    service: "performance_tables",
    megabytes: 1.2,
    token: "SPINE",
    member: "england_spine.csv",
    years: {first: 2011, last: 2018}
  },
  licence: "OGL-UK-3.0",
  codes: "register",
  dated: "academic_year",
  staged: false,
  signature: [["ICLOSE"], ["MINORGROUP"], ["ISNEW", "OTHERURN", "NEWACFLAG", "RE-BROKERED"]],
  years: {first: 2011, last: 2018},
  seen: {2011: "memory", 2018: "published"},
  columns: {
    urn: {is: "key", names: {2011: "URN"}, about: "Unique reference number"},
    laestab: {is: "text", names: {2011: "LAESTAB"}, about: "Local authority and establishment number, seven digits"},
    la_code: {is: "text", names: {2011: ["LA", "LEA"]}, about: "Local authority, three digits"},
    school_name: {is: "text", names: {2011: "SCHNAME"}},
    town: {is: "text", names: {2011: "TOWN"}},
    postcode: {is: "text", names: {2011: "POSTCODE"}},
    closed: {is: "text", names: {2011: "ICLOSE"}, about: "1 open, 2 closed, 3 open, but proposed to close"},
    open_date: {is: "date", names: {2011: "OPENDATE"}, about: "Only where the school opened after the table’s reference date"},
    close_date: {is: "date", names: {2011: "CLOSEDATE"}, not_before: "open_date"},
    is_new: {is: "text", names: {2011: "ISNEW"}, about: "1 yes, 0 no"},
    minor_group: {is: "text", names: {2011: "MINORGROUP"}},
    school_type: {is: "text", names: {2011: "NFTYPE"}},
    other_school_type: {is: "text", names: {2011: "OTHERNFTYPE"}, about: "Of the school that it was, or became"},
    is_primary: {is: "text", names: {2011: "ISPRIMARY"}, about: "1 yes, 0 no"},
    is_secondary: {is: "text", names: {2011: "ISSECONDARY"}, about: "1 yes, 0 no"},
    is_post16: {is: "text", names: {2011: "ISPOST16"}, about: "1 yes, 0 no"},
    age_low: {is: "number", names: {2011: "AGEL"}, about: "Years"},
    age_high: {is: "number", names: {2011: "AGEH"}, about: "Years"},
    gender: {is: "text", names: {2011: "GENDER"}},
    religious_character: {is: "text", names: {2011: "RELDENOM"}},
    admissions_policy: {is: "text", names: {2011: "ADMPOL"}},
    other_urn: {is: "text", names: {2011: "OTHERURN"}, about: "URN of the school that it was, or became"},
    new_academy: {is: "text", names: {2011: "NEWACFLAG"}},
    rebrokered: {is: "text", names: {2018: "RE-BROKERED"}, about: "1 where an academy moved to another trust, 0 where not"}
  },
  notes:
    "The register as the performance tables printed it to 2017/18, open and closed schools; no totals. It is the one published file that says which academies moved from trust to trust (RE-BROKERED)."
});
