import {design} from "../design.ts";

/** How an interval is made: Student’s t, draws of made-up partnerships, or not at all. */
export type Method = "student" | "randomisation" | "none";

/**
 * The method that holds at a size: Student’s t from the plan’s number of schools, in all and a cohort on
 * average; below that made-up partnerships; with fewer partnerships than the plan’s, none.
 */
export function methodAt({
  schools,
  cohorts,
  partnerships
}: {
  schools: number;
  cohorts: number;
  partnerships: number;
}): Method {
  if (partnerships < design.fewest_clusters) return "none";
  const {schools: enough, per_cohort} = design.randomise_below;
  return schools >= enough && schools / cohorts >= per_cohort ? "student" : "randomisation";
}
