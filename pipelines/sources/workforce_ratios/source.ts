import {defineSource} from "../../../src/published-files/source.ts";
import {workforceCensusPlaces} from "../../read/source-columns/workforce-census-places.ts";

export default defineSource({
  id: "workforce_ratios",
  title: "School workforce: pupils to teachers and adults",
  publisher: "Department for Education",
  page: "https://explore-education-statistics.service.gov.uk/find-statistics/school-workforce-in-england",
  origin: {
    service: "explore_education_statistics",
    publication: "school-workforce-in-england",
    file: "workforce_ptrs_2010_####_sch"
  },
  licence: "OGL-UK-3.0",
  codes: "explore_education_statistics",
  dated: "in_file",
  staged: false,
  signature: [
    ["pupil_to_qual_unqual_teacher_ratio", "pupil_to_qual_teacher_ratio"],
    ["teachers_fte", "qualified_teachers_fte"],
    ["school_name", "school_urn", "school_laestab"]
  ],
  years: {first: 2011, newest_known: 2025},
  columns: {
    ...workforceCensusPlaces,

    pupils_fte: {is: "number", names: {2011: "pupils_fte"}, total: "sum", about: "Pupils, full-time equivalent"},
    qualified_teachers_fte: {is: "number", names: {2011: "qualified_teachers_fte"}, total: "sum", about: "Qualified teachers, full-time equivalent"},
    teachers_fte: {is: "number", names: {2011: "teachers_fte"}, total: "sum", about: "Teachers, qualified or not, full-time equivalent"},
    adults_fte: {is: "number", names: {2011: "adults_fte"}, total: "sum", about: "Teachers and support staff, full-time equivalent"},
    pupils_per_qualified_teacher: {
      is: "number",
      names: {2011: "pupil_to_qual_teacher_ratio"},
      total: {weight: "qualified_teachers_fte"},
      about: "Pupils for each qualified teacher"
    },
    pupils_per_teacher: {
      is: "number",
      names: {2011: "pupil_to_qual_unqual_teacher_ratio"},
      total: {weight: "teachers_fte"},
      about: "Pupils for each teacher, qualified or not"
    },
    pupils_per_adult: {is: "number", names: {2011: "pupil_to_adult_ratio"}, total: {weight: "adults_fte"}, about: "Pupils for each adult"}
  },
  notes:
    "Counted on a day in November of the academic year. Schools that do not answer are estimated by the publisher; independent schools are not asked. " +
    "The whole series is in one file, which every release replaces. Totals, where a file has any, are marked by the geographic level."
});
