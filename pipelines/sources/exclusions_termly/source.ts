import {defineSource} from "../../../src/published-files/source.ts";

export default defineSource({
  id: "exclusions_termly",
  title: "Suspensions and permanent exclusions by school, a row a year or a term",
  publisher: "Department for Education",
  page: "https://explore-education-statistics.service.gov.uk/find-statistics/suspensions-and-permanent-exclusions-in-england",
  origin: {
    service: "explore_education_statistics",
    publication: "suspensions-and-permanent-exclusions-in-england",
    file: "exc_school"
  },
  licence: "OGL-UK-3.0",
  codes: "explore_education_statistics",
  dated: "in_file",
  staged: false,
  signature: [
    ["suspension", "susp_rate"],
    ["perm_excl", "perm_excl_rate"],
    ["school_name", "school_urn", "school_laestab"]
  ],
  years: {first: 2007, newest_known: 2025},
  columns: {
    academic_year: {is: "key", names: {2007: "time_period"}},
    time_identifier: {is: "key", names: {2007: "time_identifier"}, about: "Academic year, or the term"},
    geographic_level: {is: "key", names: {2007: "geographic_level"}},
    region_name: {is: "text", names: {2007: "region_name"}},
    la_code: {is: "text", names: {2007: "old_la_code"}, about: "Local authority, three digits"},
    la_name: {is: "text", names: {2007: "la_name"}},
    urn: {is: "key", names: {2007: "school_urn"}, about: "Unique reference number"},
    laestab: {is: "key", names: {2007: "school_laestab"}, about: "Local authority and establishment number, seven digits"},
    school_name: {is: "text", names: {2007: "school_name"}},
    school_phase: {is: "text", names: {2007: ["education_phase", "school_type"]}},

    headcount: {is: "number", names: {2007: "headcount"}, total: "sum", about: "Pupils in January"},
    suspensions: {is: "number", names: {2007: "suspension"}, total: "sum", not_above: {times: 10, of: "headcount"}, about: "Suspensions in the year or term"},
    suspension_rate: {is: "number", names: {2007: "susp_rate"}, total: {weight: "headcount"}, about: "Suspensions per 100 pupils"},
    suspended_pupils: {
      is: "number",
      names: {2007: "one_plus_susp"},
      total: "sum",
      not_above: {times: 2, of: "headcount"},
      about: "Pupils suspended once or more in the year or term"
    },
    suspended_pupils_pct: {
      is: "number",
      names: {2007: "one_plus_susp_rate"},
      total: {weight: "headcount"},
      about: "% of pupils suspended once or more in the year or term"
    },
    permanent_exclusions: {
      is: "number",
      names: {2007: "perm_excl"},
      total: "sum",
      not_above: {times: 1, of: "headcount"},
      about: "Permanent exclusions in the year or term"
    },
    permanent_exclusion_rate: {is: "number", names: {2007: "perm_excl_rate"}, total: {weight: "headcount"}, about: "Permanent exclusions per 100 pupils"}
  },
  notes:
    "Releases of a whole year hold a row a year, from 2006/07 on; releases of a term hold a row a term, whose sum over three is a year’s count of suspensions, but not of pupils suspended: one suspended in two terms is in both. " +
    "Fixed-period exclusions are called suspensions from 2020/21; schools were closed to most pupils for parts of 2019/20 and 2020/21. " +
    "Totals, where a file has any, are marked by the geographic level."
});
