import type {Phase} from "../../src/vocabulary/phase.ts";
import {picks, type Pick} from "./calibration-draws.ts";

/** What is asked of fake partnerships. */
export interface Question {
  phase: Phase;
  /** The measure of which an effect is asked, and on whose past schools are picked. */
  measure: string;
  partnerships: number;
  /** Schools in each. */
  schools: number;
  pick: Pick;
}

const asked = ["ks4_attainment", "suspension_rate", "permanent_exclusion_rate"] as const;

/** Partnerships, and schools in each: 5, 15, 60 and 300 schools. */
const sizes = [
  [1, 5],
  [5, 3],
  [20, 3],
  [100, 3]
] as const;

/** Every question, in the order of the table. */
export const questions: readonly Question[] = picks.flatMap((pick) =>
  asked.flatMap((measure) =>
    sizes.map(([partnerships, schools]) => ({phase: "secondary" as const, measure, partnerships, schools, pick}))
  )
);
