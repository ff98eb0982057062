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
