import {defineSource} from "../../../src/published-files/source.ts";
import {workforceCensusPlaces} from "../../read/source-columns/workforce-census-places.ts";

export default defineSource({
  id: "teacher_pay",
  title: "School workforce: teachers’ pay and leadership",
  publisher: "Department for Education",
  page: "https://explore-education-statistics.service.gov.uk/find-statistics/school-workforce-in-england",
  origin: {
    service: "explore_education_statistics",
    publication: "school-workforce-in-england",
    file: "{teacher_pay_school_swc_tps_merged,workforce_teacher_pay_2010_####_school}"
  },
  licence: "OGL-UK-3.0",
  codes: "explore_education_statistics",
  dated: "in_file",
  staged: false,
  signature: [
    ["teachers_on_leadership_pay_range_percent"],
    ["average_mean", "headcount_all", "average_median"],
    ["school_name", "school_urn", "school_laestab"]
  ],
  years: {first: 2011, newest_known: 2025},
  columns: {
    ...workforceCensusPlaces,

    teachers: {is: "number", names: {2011: "headcount_all"}, seen: "memory", about: "Teachers, heads"},
    mean_pay: {is: "number", names: {2011: "average_mean"}, seen: "memory", about: "Mean full-time equivalent salary, £"},
    median_pay: {is: "number", names: {2011: "average_median"}, seen: "memory", about: "Median full-time equivalent salary, £"},
    leadership_pct: {is: "number", names: {2011: "teachers_on_leadership_pay_range_percent"}, about: "% of teachers paid on the leadership range"}
  },
  notes: "Counted on a day in November of the academic year. No totals that could be recomputed: a mean of pay weighs teachers the file rounds."
});
