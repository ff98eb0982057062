import {factorise, solve, type Cholesky} from "./cholesky.ts";

/** Regressors: an intercept, not written out, and then `columns`. */
export interface Design {
  rows: number;
  columns: readonly Float64Array[];
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

/** Σ aᵢ xᵢ xᵢ′, lower triangle, row by row. */
export function crossProducts({columns}: Design, a: Float64Array): Float64Array {
  const size = columns.length + 1;
  const sums = new Float64Array(size * size);
  sums[0] = total(a);
  for (const [j, column] of columns.entries()) {
    const weighted = times(a, column);
    sums[(j + 1) * size] = total(weighted);
    for (let k = 0; k <= j; k++) sums[(j + 1) * size + k + 1] = dot(weighted, columns[k]);
  }
  return sums;
}

/** Cross products without some rows that count once in `products`. */
export function crossProductsWithout({columns}: Design, products: Float64Array, rows: readonly number[]): Float64Array {
  const size = columns.length + 1;
  const rest = products.slice();
  rest[0] -= rows.length;
  for (let j = 0; j < columns.length; j++) {
    const own = columns[j];
    const at = (j + 1) * size;
    let sum = 0;
    for (const i of rows) sum += own[i];
    rest[at] -= sum;
    for (let k = 0; k <= j; k++) {
      const other = columns[k];
      let sum = 0;
      for (const i of rows) sum += own[i] * other[i];
      rest[at + k + 1] -= sum;
    }
  }
  return rest;
}

/** Σ aᵢ xᵢ. */
export function sumOfRows({columns}: Design, a: Float64Array): Float64Array {
  return Float64Array.of(total(a), ...columns.map((column) => dot(a, column)));
}

/** xᵢ′β by row. */
export function indexOf({rows, columns}: Design, beta: Float64Array): Float64Array {
  const index = new Float64Array(rows).fill(beta[0]);
  for (const [j, column] of columns.entries()) {
    const slope = beta[j + 1];
    for (let i = 0; i < rows; i++) index[i] += slope * column[i];
  }
  return index;
}

/** Adds to `into` how far every row moves c′β of the fit. */
export function addMoves(design: Design, {scores, curvature}: ModelFit, c: Float64Array, into: Float64Array): void {
  const along = indexOf(design, solve(curvature, c));
  for (let i = 0; i < scores.length; i++) into[i] += scores[i] * along[i];
}

/** The matrix factorised, or null where a column is collinear with those before it: no more than `tolerance` of it is left. */
export function factoriseFully(matrix: Float64Array, tolerance = 1e-11): Cholesky | null {
  const size = Math.sqrt(matrix.length);
  const scale = Float64Array.from({length: size}, (_, j) => matrix[j * size + j]);
  const factor = factorise(matrix, {scale, tolerance});
  return factor.rank === size ? factor : null;
}

export function total(a: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i];
  return sum;
}

export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

function times(a: Float64Array, b: Float64Array): Float64Array {
  const product = new Float64Array(a.length);
  for (let i = 0; i < a.length; i++) product[i] = a[i] * b[i];
  return product;
}
