import tCDF from "@stdlib/stats-base-dists-t-cdf";
import tQuantile from "@stdlib/stats-base-dists-t-quantile";
import type {Effect, LongPanel} from "../panel/long-panel.ts";
import {sumBy} from "../statistics/sum-by.ts";

/** An effect’s standard error, as reference software prints it, and its interval; NaN where the method has none. */
export interface Interval {
  se: number;
  low: number;
  high: number;
  /** How many of these standard errors the interval reaches to either side. */
  critical: number;
  /** The chance of an estimate this far from zero where the effect is zero. */
  p: number;
}

/** The variance that clusters of one side bring to an effect. */
interface Side {
  variance: number;
  /** Clusters that move the effect, less one, or less their cohorts. At least 1. */
  degrees: number;
  /** G ÷ (G − 1): clusters are measured from a mean that they made, and the variance is short by as much. */
  correction: number;
}

/**
 * The interval of an effect at the size it has. Treated clusters and the others
 * bring a variance each, times G ÷ (G − 1) for the mean that G clusters are
 * measured from; Student’s t on Satterthwaite’s (1946) degrees of freedom of the
 * two together, of which the treated have one for each cluster less one for each cohort.
 * Clusters and cohorts are counted by what moves the effect, so an effect of one
 * cohort rests on that cohort.
 *
 * @example
 * import {callawaySantanna, computeInterval, readPanel} from "school-partnerships";
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
 * const {se, low, high} = computeInterval(effect, panel);
 * console.log(se.toFixed(2), low.toFixed(1), high.toFixed(1));
 * // 0.35 -3.9 8.9
 */
export function computeInterval(
  {estimate, influence}: Pick<Effect, "estimate" | "influence">,
  panel: Pick<LongPanel, "cohort" | "cluster" | "clusters">,
  confidence = 0.95
): Interval {
  if (!influence) return {se: NaN, low: NaN, high: NaN, critical: NaN, p: NaN};
  const {treated, others} = splitSides(influence, panel);
  const se = Math.sqrt(treated.variance + others.variance);
  const [a, b] = [treated.variance * treated.correction, others.variance * others.correction];
  const corrected = Math.sqrt(a + b);
  const degrees = (a + b) ** 2 / (a ** 2 / treated.degrees + b ** 2 / others.degrees);
  if (!(se > 0)) return {se, low: NaN, high: NaN, critical: NaN, p: NaN};
  const margin = tQuantile((1 + confidence) / 2, degrees) * corrected;
  const p = 2 * tCDF(-Math.abs(estimate) / corrected, degrees);
  return {se, low: estimate - margin, high: estimate + margin, critical: margin / se, p};
}

/** By cluster: 1 if any of its units is treated at some time. */
export function treatedClusters({
  cohort,
  cluster,
  clusters
}: Pick<LongPanel, "cohort" | "cluster" | "clusters">): Uint8Array {
  const treated = new Uint8Array(clusters);
  for (let u = 0; u < cohort.length; u++) if (cohort[u] < Infinity) treated[cluster[u]] = 1;
  return treated;
}

/** A cluster that moves an effect by so small a share of what the largest one does moves it by rounding alone. */
const rounding = 1e-9;

function splitSides(
  influence: Float64Array,
  panel: Pick<LongPanel, "cohort" | "cluster" | "clusters">
): {treated: Side; others: Side} {
  const isTreated = treatedClusters(panel);
  const sums = sumBy(influence, panel.cluster, panel.clusters);
  const least = rounding * sums.reduce((most, sum) => Math.max(most, Math.abs(sum)), 0);
  const cohorts = new Set<number>();
  panel.cohort.forEach((g, u) => g < Infinity && Math.abs(influence[u]) > least && cohorts.add(g));
  const side = (is: 0 | 1, groups: number): Side => {
    let variance = 0;
    let clusters = 0;
    for (let c = 0; c < sums.length; c++) {
      if (isTreated[c] !== is || !(Math.abs(sums[c]) > least)) continue;
      variance += sums[c] ** 2;
      clusters++;
    }
    const degrees = Math.max(1, clusters - groups);
    return {variance, degrees, correction: clusters > 1 ? clusters / (clusters - 1) : 1};
  };
  return {treated: side(1, cohorts.size), others: side(0, 1)};
}
