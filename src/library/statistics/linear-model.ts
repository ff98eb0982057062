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
    sums.set(dots(weighted, columns, j + 1), (j + 1) * size + 1);
  }
  return sums;
}

/** Cross products without some rows that count once in `products`. */
export function crossProductsWithout({columns}: Design, products: Float64Array, rows: readonly number[]): Float64Array {
  const some = columns.map((column) => {
    const few = new Float64Array(rows.length);
    for (let i = 0; i < rows.length; i++) few[i] = column[rows[i]];
    return few;
  });
  const without = crossProducts({rows: rows.length, columns: some}, new Float64Array(rows.length).fill(1));
  return products.map((product, at) => product - without[at]);
}

/** Σ aᵢ xᵢ. */
export function sumOfRows({columns}: Design, a: Float64Array): Float64Array {
  return Float64Array.of(total(a), ...dots(a, columns));
}

/** xᵢ′β by row. Four columns at a time: rows are then walked through a quarter as often. */
export function indexTerms({rows, columns}: Design, beta: Float64Array): Float64Array {
  const index = new Float64Array(rows).fill(beta[0]);
  const fours = columns.length - (columns.length % 4);
  for (let j = 0; j < fours; j += 4) {
    addFour(index, columns, beta, j);
  }
  for (let j = fours; j < columns.length; j++) {
    const slope = beta[j + 1];
    const column = columns[j];
    for (let i = 0; i < rows; i++) index[i] += slope * column[i];
  }
  return index;
}

function addFour(index: Float64Array, columns: readonly Float64Array[], beta: Float64Array, j: number): void {
  const [a, b, c, d] = [columns[j], columns[j + 1], columns[j + 2], columns[j + 3]];
  const [p, q, r, s] = [beta[j + 1], beta[j + 2], beta[j + 3], beta[j + 4]];
  for (let i = 0; i < index.length; i++) index[i] = index[i] + p * a[i] + q * b[i] + r * c[i] + s * d[i];
}

/** Adds to `into` how far every row moves c′β of the fit. */
export function addMoves(design: Design, {scores, curvature}: ModelFit, c: Float64Array, into: Float64Array): void {
  const along = indexTerms(design, solve(curvature, c));
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

/**
 * Σ aᵢ bᵢ.
 *
 * @example
 * import {dot} from "school-partnerships";
 *
 * console.log(dot(Float64Array.of(1, 2), Float64Array.of(3, 4)));
 * // 11
 */
export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

/**
 * Σ aᵢ xᵢ by column, of the first so many. Four columns at a time: no sum then waits for another.
 *
 * @example
 * import {dots} from "school-partnerships";
 *
 * console.log([...dots(Float64Array.of(1, 2), [Float64Array.of(3, 4), Float64Array.of(5, 6)])].join());
 * // 11,17
 */
export function dots(a: Float64Array, columns: readonly Float64Array[], count = columns.length): Float64Array {
  const sums = new Float64Array(count);
  const fours = count - (count % 4);
  for (let j = 0; j < fours; j += 4) {
    addFourDots(a, columns, j, sums);
  }
  for (let j = fours; j < count; j++) sums[j] = dot(a, columns[j]);
  return sums;
}

function addFourDots(a: Float64Array, columns: readonly Float64Array[], j: number, into: Float64Array): void {
  const [p, q, r, s] = [columns[j], columns[j + 1], columns[j + 2], columns[j + 3]];
  let one = 0;
  let two = 0;
  let three = 0;
  let four = 0;
  for (let i = 0; i < a.length; i++) {
    one += a[i] * p[i];
    two += a[i] * q[i];
    three += a[i] * r[i];
    four += a[i] * s[i];
  }
  into[j] = one;
  into[j + 1] = two;
  into[j + 2] = three;
  into[j + 3] = four;
}

function times(a: Float64Array, b: Float64Array): Float64Array {
  const product = new Float64Array(a.length);
  for (let i = 0; i < a.length; i++) product[i] = a[i] * b[i];
  return product;
}
