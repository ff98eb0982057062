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
 *
 * @example
 * import {callawaySantanna, readPanel, treatedClusterInterval} from "school-partnerships";
 *
 * // A row a unit and year: a and b are treated from 2012, c and d never.
 * const {panel} = readPanel({
 *   id: [..."aaabbbcccddd"],
 *   time: Float64Array.from({length: 12}, (_, i) => 2010 + (i % 3)),
 *   cohort: Float64Array.from({length: 12}, (_, i) => (i < 6 ? 2012 : 0)),
 *   outcome: Float64Array.of(1, 2, 5, 2, 3, 7, 3, 4, 5, 4, 5, 6)
 * });
 * const options = {aggregate: "simple", comparators: "never_treated", base: "varying", method: "dr", anticipation: 0};
 * const [effect] = callawaySantanna.estimate(panel, options).effects;
 * // Two treated clusters: one degree of freedom, and an interval as wide.
 * const {se_plain, se, low, high} = treatedClusterInterval(effect, 2, panel);
 * console.log(se_plain.toFixed(2), se.toFixed(2), low.toFixed(1), high.toFixed(1));
 * // 0.35 0.50 -3.9 8.9
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
