import type {Column} from "../../../src/published-files/source.ts";

/** When and where: the first columns of every file of the school workforce census. */
export const workforceCensusPlaces = {
  academic_year: {is: "key", names: {2011: "time_period"}},
  time_identifier: {is: "text", names: {2011: "time_identifier"}},
  geographic_level: {is: "key", names: {2011: "geographic_level"}},
  region_name: {is: "text", names: {2011: "region_name"}},
  la_code: {is: "text", names: {2011: "old_la_code"}, about: "Local authority, three digits"},
  la_name: {is: "text", names: {2011: "la_name"}},
  urn: {is: "key", names: {2011: "school_urn"}, about: "Unique reference number"},
  laestab: {
    is: "key",
    names: {2011: "school_laestab"},
    about: "Local authority and establishment number, seven digits"
  },
  school_name: {is: "text", names: {2011: "school_name"}},
  school_phase: {is: "text", names: {2011: ["school_type", "establishment_type_group", "education_phase"]}}
} satisfies Record<string, Column>;
