import normalQuantile from "@stdlib/stats-base-dists-normal-quantile";
import {quantile} from "d3";
import {sumBy} from "../statistics/sum-by.ts";
import type {Clustering} from "./cluster-influence.ts";

/** A distribution of multipliers with mean 0 and variance 1, on two points. */
interface TwoPoints {
  low: number;
  high: number;
  /** The chance of `high`. */
  chance: number;
}

const root5 = Math.sqrt(5);
const multipliers = {
  /** Mammen (1993): third moment 1 as well. */
  mammen: {low: (1 - root5) / 2, high: (1 + root5) / 2, chance: (root5 - 1) / (2 * root5)},
  rademacher: {low: -1, high: 1, chance: 1 / 2}
} satisfies Record<string, TwoPoints>;

/** How often and with which random numbers a bootstrap draws. */
export interface BootstrapOptions {
  draws: number;
  /** Uniform numbers in [0, 1), such as d3.randomLcg(seed). */
  source: () => number;
  weights?: keyof typeof multipliers;
  confidence?: number;
}

/** What `multiplierBootstrap` gives: standard errors and the critical value of simultaneous bands. */
export interface Bootstrapped {
  /** By estimate: its standard error, the interquartile range of its draws over that of the normal. */
  errors: Float64Array;
  /** How many standard errors either side hold all estimates at once. */
  critical: number;
}

/**
 * The multiplier bootstrap of several estimates at once, Callaway & Sant’Anna
 * (2021) algorithm 1: draws of Σ V ψ, one multiplier V a cluster, and the quantile of the
 * largest |draw| ÷ standard error among estimates. Estimates that nothing moves are left out of it: their error is 0.
 *
 * @example
 * import {mersenneTwister, multiplierBootstrap} from "school-partnerships";
 *
 * // What eight units, each a cluster of its own, move an estimate by.
 * const influence = Float64Array.of(0.1, 0.2, -0.1, -0.2, 0.1, -0.1, 0.2, -0.2);
 * const clustering = {of: Int32Array.from({length: 8}, (_, i) => i), count: 8};
 * const {errors, critical} = multiplierBootstrap([influence], clustering, {draws: 999, source: mersenneTwister(1)});
 * console.log(errors[0] > 0.3 && errors[0] < 0.6, critical > 1.5 && critical < 2.5);
 * // true true
 */
export function multiplierBootstrap(
  influences: readonly Float64Array[],
  {of, count}: Clustering,
  {draws, source, weights = "mammen", confidence = 0.95}: BootstrapOptions
): Bootstrapped {
  const terms = influences.length;
  const sums = sumsByCluster(influences, {of, count});
  const drawn = drawAll(sums, terms, {draws, source, points: multipliers[weights]});
  const spread = normalQuantile(0.75, 0, 1) - normalQuantile(0.25, 0, 1);
  const errors = Float64Array.from(influences, (_, k) => {
    const own = drawn.filter((_, i) => i % terms === k);
    return (quantile(own, 0.75)! - quantile(own, 0.25)!) / spread;
  });
  const largest = Float64Array.from({length: draws}, (_, b) => {
    let most = 0;
    for (let k = 0; k < terms; k++) {
      if (errors[k] > 0) most = Math.max(most, Math.abs(drawn[b * terms + k]) / errors[k]);
    }
    return most;
  });
  return {errors, critical: quantile(largest, confidence)!};
}

/** Clusters × terms, cluster after cluster, of clusters that contribute to any. */
function sumsByCluster(influences: readonly Float64Array[], {of, count}: Clustering): Float64Array {
  const byTerm = influences.map((influence) => sumBy(influence, of, count));
  const contributing = Array.from({length: count}, (_, c) => c).filter((c) => byTerm.some((sums) => sums[c] !== 0));
  const sums = new Float64Array(contributing.length * byTerm.length);
  contributing.forEach((c, i) => byTerm.forEach((own, k) => (sums[i * byTerm.length + k] = own[c])));
  return sums;
}

/** Draws × terms. A multiplier is low + (high − low) · s, so only clusters with s = 1 are added up. */
function drawAll(
  sums: Float64Array,
  terms: number,
  {draws, source, points}: {draws: number; source: () => number; points: TwoPoints}
): Float64Array {
  const {low, high, chance} = points;
  const total = new Float64Array(terms);
  for (let i = 0; i < sums.length; i++) total[i % terms] += sums[i];
  const drawn = new Float64Array(draws * terms);
  const added = new Float64Array(terms);
  const chosen = new Int32Array(sums.length / terms);
  for (let b = 0; b < draws; b++) {
    let count = 0;
    for (let at = 0; at < sums.length; at += terms) {
      chosen[count] = at;
      count += source() < chance ? 1 : 0;
    }
    addRows(sums, chosen.subarray(0, count), added.fill(0));
    for (let k = 0; k < terms; k++) drawn[b * terms + k] = low * total[k] + (high - low) * added[k];
  }
  return drawn;
}

/** Adds up the rows of sums that start at the places given: four at once, since a sum waits for the one before it. */
function addRows(sums: Float64Array, places: Int32Array, added: Float64Array): void {
  const terms = added.length;
  let i = 0;
  for (; i + 3 < places.length; i += 4) {
    const [a, b, c, d] = [places[i], places[i + 1], places[i + 2], places[i + 3]];
    for (let k = 0; k < terms; k++) added[k] += sums[a + k] + sums[b + k] + (sums[c + k] + sums[d + k]);
  }
  for (; i < places.length; i++) for (let k = 0; k < terms; k++) added[k] += sums[places[i] + k];
}
