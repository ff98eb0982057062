/** Lines of the evidence framework; `context` describes who a school teaches. */
export type MeasureLine =
  | "attainment"
  | "disadvantaged"
  | "behaviour"
  | "attendance"
  | "staying_on"
  | "curriculum"
  | "practice"
  | "efficiency"
  | "inspection"
  | "context";
