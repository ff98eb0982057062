import {defineSource} from "../../../src/published-files/source.ts";
import {workforceCensusPlaces} from "../../read/source-columns/workforce-census-places.ts";

export default defineSource({
  id: "teacher_sickness",
  title: "School workforce: teachers’ sickness absence",
  publisher: "Department for Education",
  page: "https://explore-education-statistics.service.gov.uk/find-statistics/school-workforce-in-england",
  origin: {
    service: "explore_education_statistics",
    publication: "school-workforce-in-england",
    file: "sickness_absence_teachers{,_2010_####}_sch{,ool}"
  },
  licence: "OGL-UK-3.0",
  codes: "explore_education_statistics",
  dated: "in_file",
  staged: false,
  signature: [
    ["average_number_of_days_taken"],
    ["total_number_of_days_lost", "percentage_taking_absence", "total_teachers_taking_absence"],
    ["school_name", "school_urn", "school_laestab"]
  ],
  years: {first: 2011, newest_known: 2024},
  columns: {
    ...workforceCensusPlaces,

    teachers_absent: {is: "number", names: {2011: "total_teachers_taking_absence"}, total: "sum", seen: "memory", about: "Teachers who took sickness absence"},
    absent_pct: {is: "number", names: {2011: "percentage_taking_absence"}, seen: "memory", about: "% of teachers who took sickness absence"},
    days_lost: {is: "number", names: {2011: "total_number_of_days_lost"}, total: "sum", seen: "memory", about: "Working days lost"},
    days_per_absent_teacher: {
      is: "number",
      names: {2011: "average_number_of_days_taken"},
      total: {weight: "teachers_absent"},
      about: "Days for each teacher who took any"
    },
    days_per_teacher: {
      is: "number",
      names: {2011: "average_number_of_days_all_teachers"},
      seen: "memory",
      about: "Days for each teacher, those who took none included"
    }
  },
  notes:
    "Days of a whole academic year, collected in the November after it: the year named is taken to be the year of the absence. Independent schools are not asked."
});
