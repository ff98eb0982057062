import {defineSource} from "../../../src/published-files/source.ts";
import {workforceCensusPlaces} from "../../read/source-columns/workforce-census-places.ts";

export default defineSource({
  id: "teacher_vacancies",
  title: "School workforce: vacant teachers’ posts",
  publisher: "Department for Education",
  page: "https://explore-education-statistics.service.gov.uk/find-statistics/school-workforce-in-england",
  origin: {
    service: "explore_education_statistics",
    publication: "school-workforce-in-england",
    file: "vacancies_number_rate_sch_2010_####"
  },
  licence: "OGL-UK-3.0",
  codes: "explore_education_statistics",
  dated: "in_file",
  staged: false,
  signature: [
    ["vacancy", "tempfilled"],
    ["temprate", "tempfilled", "rate"],
    ["school_name", "school_urn", "school_laestab"]
  ],
  years: {first: 2011, newest_known: 2025},
  columns: {
    ...workforceCensusPlaces,

    vacancies: {is: "number", names: {2011: "vacancy"}, total: "sum", seen: "memory", about: "Teachers’ posts vacant in November"},
    vacancy_pct: {is: "number", names: {2011: "rate"}, seen: "memory", about: "Vacant posts for each 100 teachers in post"},
    filled_for_now: {is: "number", names: {2011: "tempfilled"}, total: "sum", seen: "memory", about: "Posts filled for less than a year"},
    filled_for_now_pct: {is: "number", names: {2011: "temprate"}, seen: "memory", about: "Posts filled for less than a year, for each 100 teachers in post"}
  },
  notes:
    "Counted on a day in November of the academic year. The names of its columns were read in a description of the file, not in the file. Independent schools are not asked."
});
