import {factorise, solve} from "../statistics/cholesky.ts";
import type {Column} from "./sample.ts";
import {crossProducts} from "./standardise.ts";
import type {Matching} from "./strata-weights.ts";

/** A difference in outcome between treated and comparators. */
export interface Difference {
  estimate: number;
  se: number;
}

/**
 * The coefficient of `treated` in a weighted regression of the outcome on it and
 * on the columns: without any, the weighted difference of means. Rows of weight 0
 * are left out. Its standard error is robust to any correlation within matched sets
 * (Abadie & Spiess 2022), times √(G ÷ (G − 1) · (n − 1) ÷ (n − k)) for G sets, n
 * rows and k coefficients; where there are no sets, each row is one of its own.
 * Columns that others determine among the rows kept change nothing.
 *
 * @example
 * import {weightedDifference} from "school-partnerships";
 *
 * const treated = Uint8Array.of(1, 1, 0, 0, 0, 0);
 * const size = Float64Array.of(3, 4, 1, 2, 4, 6);
 * const outcome = Float64Array.of(9, 11, 3, 4, 8, 12);
 * const matching = {weights: Float64Array.of(1, 1, 0, 0, 1, 1), sets: null};
 * console.log(weightedDifference(treated, matching, outcome).estimate);
 * // 0
 */
export function weightedDifference(
  treated: Uint8Array,
  {weights, sets}: Matching,
  outcome: Float64Array,
  columns: readonly Column[] = []
): Difference {
  const rows = [...treated.keys()].filter((row) => weights[row] > 0);
  const weight = Float64Array.from(rows, (row) => weights[row]);
  const width = 2 + columns.length;
  const design = new Float64Array(rows.length * width);
  const centres = columns.map(({values}) => weightedMean(values, weights));
  rows.forEach((row, i) => {
    design[i * width] = treated[row];
    design[i * width + 1] = 1;
    columns.forEach(({values}, j) => (design[i * width + 2 + j] = values[row] - centres[j]));
  });
  const products = crossProducts(design, width, weight);
  const scale = Float64Array.from({length: width}, (_, j) => products[j * width + j]);
  const factor = factorise(products, {scale, tolerance: 1e-13});
  const bread = solve(
    factor,
    Float64Array.from({length: width}, (_, j) => (j === 0 ? 1 : 0))
  );
  const mean = weightedMean(outcome, weights);
  const y = Float64Array.from(rows, (row) => outcome[row] - mean);
  const coefficients = solve(factor, computeMoments(design, weight, y));

  const scores = new Map<number, number>();
  rows.forEach((row, i) => {
    const residual = y[i] - product(design, i * width, coefficients);
    const set = sets ? sets[row] : row;
    scores.set(set, (scores.get(set) ?? 0) + weight[i] * residual * product(design, i * width, bread));
  });
  const variance = [...scores.values()].reduce((sum, score) => sum + score * score, 0);
  const correction = (scores.size / (scores.size - 1)) * ((rows.length - 1) / (rows.length - factor.rank));
  return {estimate: coefficients[0], se: Math.sqrt(correction * variance)};
}

function computeMoments(design: Float64Array, weight: Float64Array, y: Float64Array): Float64Array {
  const width = design.length / y.length;
  const moments = new Float64Array(width);
  for (let i = 0; i < y.length; i++) {
    for (let j = 0; j < width; j++) moments[j] += weight[i] * design[i * width + j] * y[i];
  }
  return moments;
}

function product(design: Float64Array, at: number, vector: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < vector.length; j++) sum += design[at + j] * vector[j];
  return sum;
}

function weightedMean(values: Float64Array, weights: Float64Array): number {
  let total = 0;
  let sum = 0;
  for (let row = 0; row < values.length; row++) {
    if (!(weights[row] > 0)) continue;
    total += weights[row];
    sum += weights[row] * values[row];
  }
  return sum / total;
}
