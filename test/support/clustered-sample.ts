import type {ClusteredRegression} from "../../src/library/inference/clustered-regression.ts";
import {mersenneTwister} from "../../src/library/statistics/mersenne-twister.ts";

/** Rows in clusters of four, two units in each: an outcome, a tested column and another, with shocks that a cluster shares. */
export function clusteredSample(seed: number, clusters: number): ClusteredRegression & {unit: Int32Array} {
  const uniform = mersenneTwister(seed);
  const rows = 4 * clusters;
  const cluster = Int32Array.from({length: rows}, (_, i) => Math.floor(i / 4));
  const shock = Float64Array.from({length: clusters}, () => uniform());
  const tested = Float64Array.from({length: rows}, (_, i) => uniform() + shock[cluster[i]]);
  const other = Float64Array.from({length: rows}, () => 3 * uniform());
  return {
    outcome: Float64Array.from(tested, (x, i) => 0.3 * x + other[i] + 2 * shock[cluster[i]] + uniform()),
    tested,
    others: [{values: new Float64Array(rows).fill(1)}, {values: other}],
    cluster,
    clusters,
    weights: null,
    absorbed: null,
    unit: Int32Array.from({length: rows}, (_, i) => Math.floor(i / 2))
  };
}
