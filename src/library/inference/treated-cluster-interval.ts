import tQuantile from "@stdlib/stats-base-dists-t-quantile";
import type {Effect, LongPanel} from "../panel/long-panel.ts";
import {clusteredError} from "./cluster-influence.ts";

/** An effect’s interval by the number of clusters of the treated; NaN where there are fewer than two. */
export interface TreatedClusterInterval {
  /** The root of the sum of squares of cluster totals of the influence function. */
  se_plain: number;
  /** `se_plain` × √(G ÷ (G − 1)). */
  se: number;
  low: number;
  high: number;
  /** How many standard errors the interval reaches to either side. */
  critical: number;
}

/**
 * The interval of a mean of excesses over G clusters of treated units: the clustered standard error, times √(G/(G − 1))
 * for the mean that they are measured from, and Student’s t on G − 1 degrees of freedom.
 */
export function treatedClusterInterval(
  {estimate, influence}: Pick<Effect, "estimate" | "influence">,
  clusters: number,
  panel: Pick<LongPanel, "cluster" | "clusters">,
  confidence = 0.95
): TreatedClusterInterval {
  const se_plain = influence ? clusteredError(influence, {of: panel.cluster, count: panel.clusters}) : NaN;
  if (clusters < 2) return {se_plain, se: NaN, low: NaN, high: NaN, critical: NaN};
  const se = se_plain * Math.sqrt(clusters / (clusters - 1));
  const critical = tQuantile((1 + confidence) / 2, clusters - 1);
  return {se_plain, se, low: estimate - critical * se, high: estimate + critical * se, critical};
}
