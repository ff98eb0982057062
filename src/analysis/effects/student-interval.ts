import normalQuantile from "@stdlib/stats-base-dists-normal-quantile";
import tQuantile from "@stdlib/stats-base-dists-t-quantile";
import {design} from "../../design.ts";
import type {Interval} from "../../release/results.ts";
import type {Estimated} from "./timed-effects.ts";

/** Student’s interval around an estimate, from the normal at Infinity degrees; without limits where there is no standard error. */
export function studentInterval({estimate, se, degrees}: Estimated): Interval {
  if (!(se > 0) || !(degrees > 0)) return {value: estimate, low: null, high: null};
  const reach = criticalValue(degrees) * se;
  return {value: estimate, low: estimate - reach, high: estimate + reach};
}

/** How many standard errors the plan’s interval reaches to either side. */
export function criticalValue(degrees: number): number {
  const p = (1 + design.confidence) / 2;
  return degrees === Infinity ? normalQuantile(p, 0, 1) : tQuantile(p, degrees);
}
