import {factorise, solve, type Cholesky} from "./cholesky.ts";

/** Regressors by row, row after row: `x[i * columns + j]`. The first column is the intercept. */
export interface Design {
  x: Float64Array;
  columns: number;
}

/**
 * A model of one index x′β fitted to the rows of a design: what it says of every
 * row, and how every row moved it. Row i moves c′β by scores[i] · xᵢ′ H⁻¹ c.
 */
export interface ModelFit {
  fitted: Float64Array;
  scores: Float64Array;
  /** H, factorised. */
  curvature: Cholesky;
}

/** xᵢ′β by row. */
export function indexOf({x, columns}: Design, beta: Float64Array): Float64Array {
  const index = new Float64Array(x.length / columns);
  for (let i = 0, at = 0; i < index.length; i++, at += columns) {
    let sum = 0;
    for (let j = 0; j < columns; j++) sum += x[at + j] * beta[j];
    index[i] = sum;
  }
  return index;
}

/** Adds to `into` how far every row moves c′β of the fit. */
export function addMoves(design: Design, {scores, curvature}: ModelFit, c: Float64Array, into: Float64Array): void {
  const {x, columns} = design;
  const v = solve(curvature, c);
  for (let i = 0, at = 0; i < scores.length; i++, at += columns) {
    if (scores[i] === 0) continue;
    let sum = 0;
    for (let j = 0; j < columns; j++) sum += x[at + j] * v[j];
    into[i] += scores[i] * sum;
  }
}

/** The matrix factorised, or null where a column is collinear with those before it: no more than `tolerance` of it is left. */
export function factoriseFully(matrix: Float64Array, columns: number, tolerance = 1e-11): Cholesky | null {
  const scale = Float64Array.from({length: columns}, (_, j) => matrix[j * columns + j]);
  const factor = factorise(matrix, {scale, tolerance});
  return factor.rank === columns ? factor : null;
}
