import {defineSource} from "../../../src/published-files/source.ts";
import {workforceCensusPlaces} from "../../read/source-columns/workforce-census-places.ts";

export default defineSource({
  id: "teacher_turnover",
  title: "School workforce: teachers who stayed and left",
  publisher: "Department for Education",
  page: "https://explore-education-statistics.service.gov.uk/find-statistics/school-workforce-in-england",
  origin: {
    service: "explore_education_statistics",
    publication: "school-workforce-in-england",
    file: "teacher_turnover_2010_####_sch"
  },
  licence: "OGL-UK-3.0",
  codes: "explore_education_statistics",
  dated: "in_file",
  staged: false,
  signature: [["remained_in_the_same_school"], ["teacher_fte_in_census_year"], ["school_name", "school_urn", "school_laestab"]],
  years: {first: 2011, newest_known: 2024},
  columns: {
    ...workforceCensusPlaces,
    academic_year: {is: "key", names: {2011: "time_period"}, about: "The academic year in whose November the teachers were first counted: the base year"},

    teachers_fte: {
      is: "number",
      names: {2011: "teacher_fte_in_census_year"},
      total: "sum",
      about: "Teachers in November of the base year, full-time equivalent"
    },
    remained_fte: {
      is: "number",
      names: {2011: "remained_in_the_same_school"},
      total: "sum",
      about: "Of these, still in the school a year later, full-time equivalent"
    },
    left_to_another_school_fte: {
      is: "number",
      names: {2011: ["left_to_another_state_funded_school", "left_to_another_state-funded_school"]},
      total: "sum",
      about: "Of these, in another state-funded school a year later, full-time equivalent"
    },
    left_state_schools_fte: {
      is: "number",
      names: {2011: ["left_the_state_funded_system", "left_the_state-funded_system"]},
      total: "sum",
      about: "Of these, in no state-funded school a year later, full-time equivalent"
    },
    entrants_fte: {
      is: "number",
      names: {2011: "entrants_to_the_school"},
      total: "sum",
      seen: "memory",
      about: "Teachers new to the school, full-time equivalent"
    },
    leavers_fte: {
      is: "number",
      names: {2011: "leavers_from_the_school"},
      total: "sum",
      seen: "memory",
      about: "Teachers who left the school, full-time equivalent"
    }
  },
  notes:
    "A row says what became, by the next November, of the teachers of the November it names: its academic year is the one they were first counted in. " +
    "That the year named is the base year is inferred. Who left is defined anew from about 2019. Independent schools are not asked."
});
