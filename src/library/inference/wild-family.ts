import tCDF from "@stdlib/stats-base-dists-t-cdf";
import {mersenneTwister} from "../statistics/mersenne-twister.ts";
import type {ReducedRegression} from "./clustered-regression.ts";
import {drawWeights, enumerateWeights} from "./wild-weights.ts";
import type {WildWeights} from "./wild-weights.ts";

/** A coefficient with its clustered standard error and its test. */
export interface ClusteredTest {
  estimate: number;
  se: number;
  t: number;
  /** Two-sided, from Student’s t on clusters − 1 degrees of freedom. */
  p: number;
}

/** The t statistics of a family of tests, and the same in bootstrap samples. */
export interface WildFamily {
  tests: ClusteredTest[];
  /** t of every test under the null: tests × draws, draw after draw. */
  draws: Float64Array;
  /** Whether these are all the draws there are. */
  enumerated: boolean;
}

/**
 * One coefficient in regressions of several outcomes on the same rows and clusters
 * (`reduceToClusters`), tested with clustered standard errors, and the statistics of all of them
 * in draws of the wild cluster bootstrap with the null of 0 imposed (Cameron, Gelbach & Miller
 * 2008). A draw has the same weights for every outcome, so that what outcomes share is kept. Where
 * there are no more than `draws` sign patterns all of them are taken once.
 *
 * @example
 * import {reduceToClusters, wildFamily} from "school-partnerships";
 *
 * // Six clusters of two; three of them are treated.
 * const regression = reduceToClusters({
 *   outcome: Float64Array.of(1, 2, 2, 4, 3, 3, 4, 6, 5, 7, 6, 7),
 *   tested: Float64Array.from({length: 12}, (_, i) => (i < 6 ? 0 : 1)),
 *   others: [{values: new Float64Array(12).fill(1)}],
 *   cluster: Int32Array.from({length: 12}, (_, i) => Math.floor(i / 2)),
 *   clusters: 6,
 *   weights: null,
 *   absorbed: null
 * });
 * const {tests, enumerated} = wildFamily([regression], {draws: 999, weights: "rademacher", seed: 1});
 * console.log(tests[0].estimate.toFixed(2), tests[0].t.toFixed(2), enumerated);
 * // 3.33 5.33 true
 */
export function wildFamily(
  family: readonly ReducedRegression[],
  {draws, weights, seed}: {draws: number; weights: WildWeights; seed: number}
): WildFamily {
  const {clusters} = family[0];
  const enumerated = weights === "rademacher" && 2 ** clusters <= draws;
  const count = enumerated ? 2 ** clusters : draws;
  const uniform = mersenneTwister(seed);
  const v = new Float64Array(clusters);
  const statistics = new Float64Array(count * family.length);
  for (let draw = 0, at = 0; draw < count; draw++) {
    if (enumerated) enumerateWeights(v, draw);
    else drawWeights(v, weights, uniform);
    for (const regression of family) statistics[at++] = statisticUnderNull(regression, v);
  }
  const tests = family.map(({coefficient, error}) => {
    const t = coefficient / error;
    return {estimate: coefficient, se: error, t, p: 2 * tCDF(-Math.abs(t), clusters - 1)};
  });
  return {tests, draws: statistics, enumerated};
}

/** t where the residuals under the null of cluster g are multiplied by v[g] (Roodman et al. 2019, section 5). */
function statisticUnderNull(
  {columns, correction, outcome, outcomeScores, testedScores}: ReducedRegression,
  v: Float64Array
): number {
  const weightedScores = new Float64Array(columns);
  let numerator = 0;
  for (let g = 0; g < v.length; g++) {
    numerator += v[g] * outcome[g];
    for (let j = 0; j < columns; j++) weightedScores[j] += v[g] * outcomeScores[g * columns + j];
  }
  let squares = 0;
  for (let g = 0; g < v.length; g++) {
    let score = v[g] * outcome[g];
    for (let j = 0; j < columns; j++) score -= testedScores[g * columns + j] * weightedScores[j];
    squares += score * score;
  }
  return numerator / Math.sqrt(correction * squares);
}
