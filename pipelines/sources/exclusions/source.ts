import {defineSource} from "../../../src/published-files/source.ts";

export default defineSource({
  id: "exclusions",
  title: "Permanent and fixed-period exclusions by school",
  publisher: "Department for Education",
  page: "https://explore-education-statistics.service.gov.uk/find-statistics/suspensions-and-permanent-exclusions-in-england",
  origin: {
    service: "explore_education_statistics",
    publication: "suspensions-and-permanent-exclusions-in-england",
    release: "2016-17",
    file: "exclusions_by_geographic_level",
    extra: true
  },
  licence: "OGL-UK-3.0",
  codes: "explore_education_statistics",
  dated: "in_file",
  staged: false,
  signature: [
    ["fixed_excl", "fixed_excl_rate"],
    ["perm_excl", "perm_excl_rate"],
    ["num_schools", "academy_type", "academy_open_date"]
  ],
  years: {first: 2007, newest_known: 2017},
  columns: {
    academic_year: {is: "key", names: {2007: "time_period"}},
    geographic_level: {is: "key", names: {2007: "geographic_level"}},
    region_code: {is: "text", names: {2007: "region_code"}},
    region_name: {is: "text", names: {2007: "region_name"}},
    la_code: {is: "text", names: {2007: "old_la_code"}, about: "Local authority, three digits"},
    la_name: {is: "text", names: {2007: "la_name"}},
    laestab: {is: "key", names: {2007: "laestab"}, about: "Local authority and establishment number, seven digits; there is no URN"},
    academy_type: {is: "text", names: {2007: "academy_type"}, about: "Null where the school is no academy; labels change in 2016/17"},
    academy_open_date: {is: "date", names: {2007: "academy_open_date"}},
    school_phase: {is: "text", names: {2007: "school_type"}},

    schools: {is: "number", names: {2007: "num_schools"}, total: "sum", about: "Schools"},
    headcount: {is: "number", names: {2007: "headcount"}, total: "sum", about: "Pupils in January"},
    permanent_exclusions: {
      is: "number",
      names: {2007: "perm_excl"},
      total: "sum",
      not_above: {times: 1, of: "headcount"},
      coded: {counts: [1, 2], with: "permanent_exclusion_rate"},
      about: "Permanent exclusions in the year"
    },
    permanent_exclusion_rate: {is: "number", names: {2007: "perm_excl_rate"}, total: {weight: "headcount"}, about: "Permanent exclusions per 100 pupils"},
    suspensions: {
      is: "number",
      names: {2007: "fixed_excl"},
      total: "sum",
      not_above: {times: 10, of: "headcount"},
      coded: {counts: [1, 2], with: "suspension_rate"},
      about: "Fixed-period exclusions in the year"
    },
    suspension_rate: {is: "number", names: {2007: "fixed_excl_rate"}, total: {weight: "headcount"}, about: "Fixed-period exclusions per 100 pupils"},
    suspended_pupils: {
      is: "number",
      names: {2007: "one_plus_fixed"},
      total: "sum",
      not_above: {times: 2, of: "headcount"},
      coded: {counts: [1, 2], with: "suspended_pupils_pct"},
      about: "Pupils with one or more fixed-period exclusions"
    },
    suspended_pupils_pct: {
      is: "number",
      names: {2007: "one_plus_fixed_rate"},
      total: {weight: "headcount"},
      about: "% of pupils with one or more fixed-period exclusions"
    }
  },
  notes:
    "x stands for 1 or 2; before 2010/11 low counts are scaled and not whole numbers; the last year of a school that closes holds about half of its exclusions, and rows with headcount 0 carry exclusions too. " +
    "Totals are marked by the geographic level, one line a phase and one for all; national rows are rounded to 5."
});
