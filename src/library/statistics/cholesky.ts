/** The lower triangle L of a factorised symmetric matrix A = L Lᵀ, without the columns that others explain. */
export interface Cholesky {
  size: number;
  /** Size × size, row by row; zero in rows and columns that were dropped. */
  lower: Float64Array;
  /** 1 for each column kept. */
  kept: Uint8Array;
  rank: number;
}

/**
 * Factorises a symmetric, positive semi-definite matrix (size × size, row by
 * row; only the lower triangle is read). Columns are taken in order: one of
 * which no more than `tolerance` of `scale[j]` is left once those before it are
 * taken out is collinear with them and dropped.
 *
 * @example
 * import {factorise, solve} from "school-partnerships";
 *
 * const matrix = Float64Array.of(4, 2, 2, 3);
 * const factor = factorise(matrix, {scale: Float64Array.of(4, 3), tolerance: 1e-12});
 * console.log([...solve(factor, Float64Array.of(10, 9))].map((x) => x.toFixed(2)).join());
 * // 1.50,2.00
 */
export function factorise(
  matrix: Float64Array,
  {scale, tolerance}: {scale: Float64Array; tolerance: number}
): Cholesky {
  const size = scale.length;
  const lower = new Float64Array(size * size);
  const kept = new Uint8Array(size);
  for (let j = 0; j < size; j++) {
    const pivot = matrix[j * size + j] - product(lower, j * size, j * size, j);
    if (!(pivot > tolerance * scale[j])) continue;
    kept[j] = 1;
    const root = (lower[j * size + j] = Math.sqrt(pivot));
    for (let i = j + 1; i < size; i++) {
      lower[i * size + j] = (matrix[i * size + j] - product(lower, i * size, j * size, j)) / root;
    }
  }
  let rank = 0;
  for (let j = 0; j < size; j++) {
    if (kept[j]) rank++;
    else lower.fill(0, j * size, j * size + j);
  }
  return {size, lower, kept, rank};
}

/**
 * x of A x = right-hand side, in the columns kept; 0 in the others.
 *
 * @example
 * import {factorise, solve} from "school-partnerships";
 *
 * // 2x + y = 4 and x + 2y = 5.
 * const matrix = Float64Array.of(2, 1, 1, 2);
 * const factor = factorise(matrix, {scale: Float64Array.of(2, 2), tolerance: 1e-9});
 * console.log([...solve(factor, Float64Array.of(4, 5))].map((x) => x.toFixed(0)).join());
 * // 1,2
 */
export function solve(factor: Cholesky, right: Float64Array): Float64Array {
  const {size, lower, kept} = factor;
  const x = solveLower(factor, right);
  for (let i = size - 1; i >= 0; i--) {
    if (!kept[i]) continue;
    const value = (x[i] /= lower[i * size + i]);
    for (let k = 0; k < i; k++) x[k] -= lower[i * size + k] * value;
  }
  return x;
}

/** x of L x = right-hand side, in the columns kept; 0 in the others. */
export function solveLower({size, lower, kept}: Cholesky, right: Float64Array): Float64Array {
  const x = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    if (!kept[i]) continue;
    let sum = right[i];
    for (let k = 0; k < i; k++) sum -= lower[i * size + k] * x[k];
    x[i] = sum / lower[i * size + i];
  }
  return x;
}

function product(values: Float64Array, a: number, b: number, length: number): number {
  let sum = 0;
  for (let k = 0; k < length; k++) sum += values[a + k] * values[b + k];
  return sum;
}
