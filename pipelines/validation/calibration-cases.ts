import type {Phase} from "../../src/vocabulary/phase.ts";
import {picks, type Pick} from "./calibration-draws.ts";

/** Which placebo partnerships are drawn. */
export interface PlaceboCase {
  phase: Phase;
  /** The measure of which an effect is estimated, and on whose past schools are picked. */
  measure: string;
  partnerships: number;
  /** Schools in each. */
  schools: number;
  pick: Pick;
}

const outcomes = ["ks4_attainment", "suspension_rate", "permanent_exclusion_rate"] as const;

/** Partnerships, and schools in each: 5, 15, 60 and 300 schools. */
const sizes = [
  [1, 5],
  [5, 3],
  [20, 3],
  [100, 3]
] as const;

/** Every case, in the order of the table. */
export const cases: readonly PlaceboCase[] = picks.flatMap((pick) =>
  outcomes.flatMap((measure) =>
    sizes.map(([partnerships, schools]) => ({phase: "secondary" as const, measure, partnerships, schools, pick}))
  )
);
