import tCDF from "@stdlib/stats-base-dists-t-cdf";
import {effectAt, type TimedEffects} from "./timed-effects.ts";

/** The year before joining beside the base window. */
export interface YearBefore {
  estimate: number;
  p: number;
  /** Whether it stands out: below the other years before, or above. */
  odd: "dip" | "spike" | null;
}

/** Below this chance the year before joining is told to be an odd one, as in src/estimators/selection-on-a-bad-year.ts. */
const unusual = 0.01;

/** Null where there is no effect, or no standard error, at event time −1. */
export function yearBeforeOf(timed: TimedEffects): YearBefore | null {
  const before = effectAt(timed, -1);
  if (before === null || !(before.se > 0)) return null;
  const {estimate, se, degrees} = before;
  const p = 2 * tCDF(-Math.abs(estimate) / se, Math.min(degrees, 1e7));
  return {estimate, p, odd: p >= unusual ? null : estimate < 0 ? "dip" : "spike"};
}
