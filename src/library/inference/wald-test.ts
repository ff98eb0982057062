import chisquareCDF from "@stdlib/stats-base-dists-chisquare-cdf";
import {factorise, solve} from "../statistics/cholesky.ts";

import {sumBy} from "../statistics/sum-by.ts";
import type {Clustering} from "./cluster-influence.ts";

/** A joint test that effects are zero. */
export interface WaldTest {
  statistic: number;
  /** How many estimates are tested, those that others determine left out. */
  degrees: number;
  /** The chance of a statistic this large where every estimate is zero: χ². */
  p: number;
}

/**
 * Tests that several estimates are all zero: W = θ′V⁻¹θ with V the sums over
 * clusters of products of influences. Estimates without influence, or that
 * those before them determine (as with a base window, whose coefficients sum to zero),
 * are left out. Null if none is left.
 *
 * @example
 * import {waldTest} from "school-partnerships";
 *
 * const clustering = {of: Int32Array.of(0, 1, 2, 3), count: 4};
 * const estimates = [
 *   {estimate: 0.4, influence: Float64Array.of(0.1, 0.2, -0.1, -0.2)},
 *   {estimate: -0.2, influence: Float64Array.of(0.1, -0.1, 0.1, -0.1)}
 * ];
 * const {statistic, degrees, p} = waldTest(estimates, clustering);
 * console.log(statistic.toFixed(2), degrees, p.toFixed(3));
 * // 2.60 2 0.273
 */
export function waldTest(
  estimates: readonly {estimate: number; influence: Float64Array | null}[],
  {of, count}: Clustering
): WaldTest | null {
  const tested = estimates.filter((one): one is {estimate: number; influence: Float64Array} => one.influence !== null);
  const sums = tested.map(({influence}) => sumBy(influence, of, count));
  const size = tested.length;
  const variance = new Float64Array(size * size);
  for (let j = 0; j < size; j++) {
    for (let k = 0; k <= j; k++) {
      for (let c = 0; c < count; c++) variance[j * size + k] += sums[j][c] * sums[k][c];
    }
  }
  const scale = Float64Array.from(tested, (_, j) => variance[j * size + j]);
  const factor = factorise(variance, {scale, tolerance: 1e-9});
  if (!factor.rank) return null;
  const theta = Float64Array.from(tested, ({estimate}) => estimate);
  const solved = solve(factor, theta);
  const statistic = theta.reduce((sum, value, j) => sum + (factor.kept[j] ? value * solved[j] : 0), 0);
  return {statistic, degrees: factor.rank, p: 1 - chisquareCDF(statistic, factor.rank)};
}
