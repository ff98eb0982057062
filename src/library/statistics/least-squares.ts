import {solve} from "./cholesky.ts";
import {crossProducts, factoriseFully, indexTerms, sumOfRows, type Design, type ModelFit} from "./linear-model.ts";

/** A fit of least squares. */
export interface Line extends ModelFit {
  coefficients: Float64Array;
}

/**
 * Weighted least squares of `outcome` on a design; rows of weight 0 are left
 * out but have a fitted value. Null where the rows that count cannot distinguish the
 * columns. `known` are the cross products of the design by the weights, and the sums of its rows times the outcome by the weights, where that has been reckoned.
 *
 * @example
 * import {leastSquares} from "school-partnerships";
 *
 * // y = 1 + 2x, all rows alike; the intercept comes by itself.
 * const design = {rows: 3, columns: [Float64Array.of(0, 1, 2)]};
 * const {coefficients} = leastSquares(design, Float64Array.of(1, 3, 5), Float64Array.of(1, 1, 1));
 * console.log([...coefficients].map((x) => x.toFixed(2)).join());
 * // 1.00,2.00
 */
export function leastSquares(
  design: Design,
  outcome: Float64Array,
  weights: Float64Array,
  known?: {products: Float64Array; sums: ArrayLike<number>}
): Line | null {
  const curvature = factoriseFully(known?.products ?? crossProducts(design, weights));
  if (!curvature) return null;
  const weighted = new Float64Array(design.rows);
  for (let i = 0; i < design.rows; i++) weighted[i] = weights[i] * outcome[i];
  const coefficients = solve(curvature, known ? Float64Array.from(known.sums) : sumOfRows(design, weighted));
  const fitted = indexTerms(design, coefficients);
  const scores = weighted;
  for (let i = 0; i < design.rows; i++) scores[i] -= weights[i] * fitted[i];
  return {coefficients, fitted, scores, curvature};
}
