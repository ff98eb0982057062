/** Outcome domains; `context` describes who a school teaches. */
export type OutcomeDomain =
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
