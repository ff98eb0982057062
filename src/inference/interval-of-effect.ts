import tQuantile from "@stdlib/stats-base-dists-t-quantile";
import type {Effect, LongPanel} from "../estimators/long-panel.ts";
import {clusteredError} from "./cluster-influence.ts";

/** An effect with its standard error and interval; NaN where the method claims none. */
export interface Interval {
  se: number;
  low: number;
  high: number;
}

/** How many treated clusters stand behind a panel’s effects, in how many cohorts, and how many are compared with. */
export interface Behind {
  treated: number;
  cohorts: number;
  comparators: number;
}

/** What stands behind the effects of a panel. Clusters with units of both kinds count as treated. */
export function behind({cohort, cluster, clusters}: LongPanel): Behind {
  const isTreated = new Uint8Array(clusters);
  const cohorts = new Set<number>();
  for (let u = 0; u < cohort.length; u++) {
    if (cohort[u] === Infinity) continue;
    isTreated[cluster[u]] = 1;
    cohorts.add(cohort[u]);
  }
  const treated = isTreated.reduce((sum, mark) => sum + mark, 0);
  return {treated, cohorts: cohorts.size, comparators: clusters - treated};
}

/**
 * Degrees of freedom of the intervals: treated clusters less cohorts, since
 * each cohort has a mean of its own; fewer if there are fewer comparators. At least 1.
 */
export function degreesOfFreedom({treated, cohorts, comparators}: Behind): number {
  const ofTreated = treated - cohorts;
  return Math.max(1, comparators > 0 ? Math.min(ofTreated, comparators - 1) : ofTreated);
}

/** The interval of an effect from Student’s t. */
export function intervalOf(
  {estimate, influence}: Pick<Effect, "estimate" | "influence">,
  {cluster, clusters}: Pick<LongPanel, "cluster" | "clusters">,
  degrees: number,
  confidence = 0.95
): Interval {
  if (!influence) return {se: NaN, low: NaN, high: NaN};
  const se = clusteredError(influence, {of: cluster, count: clusters});
  const margin = tQuantile((1 + confidence) / 2, degrees) * se;
  return {se, low: estimate - margin, high: estimate + margin};
}
