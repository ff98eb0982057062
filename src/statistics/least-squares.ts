import {solve} from "./cholesky.ts";
import {crossProducts, factoriseFully, indexOf, sumOfRows, type Design, type ModelFit} from "./linear-model.ts";

export interface Line extends ModelFit {
  coefficients: Float64Array;
}

/**
 * Weighted least squares of `outcome` on a design; rows of weight 0 are left
 * out but have a fitted value. Null where the rows that count cannot tell the
 * columns apart. `products` are the cross products of the design by the weights, where they are known.
 */
export function leastSquares(
  design: Design,
  outcome: Float64Array,
  weights: Float64Array,
  products: Float64Array = crossProducts(design, weights)
): Line | null {
  const curvature = factoriseFully(products);
  if (!curvature) return null;
  const weighted = new Float64Array(design.rows);
  for (let i = 0; i < design.rows; i++) weighted[i] = weights[i] * outcome[i];
  const coefficients = solve(curvature, sumOfRows(design, weighted));
  const fitted = indexOf(design, coefficients);
  const scores = weighted;
  for (let i = 0; i < design.rows; i++) scores[i] -= weights[i] * fitted[i];
  return {coefficients, fitted, scores, curvature};
}
