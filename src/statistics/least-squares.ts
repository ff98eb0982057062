import {solve} from "./cholesky.ts";
import {crossProducts, factoriseFully, indexOf, sumOfRows, type Design, type ModelFit} from "./linear-model.ts";

/**
 * Weighted least squares of `outcome` on a design; rows of weight 0 are left
 * out but have a fitted value. Null where the rows that count cannot tell the
 * columns apart.
 */
export function leastSquares(design: Design, outcome: Float64Array, weights: Float64Array): ModelFit | null {
  const curvature = factoriseFully(crossProducts(design, weights), design.columns);
  if (!curvature) return null;
  const weighted = outcome.map((y, i) => (weights[i] === 0 ? 0 : weights[i] * y));
  const fitted = indexOf(design, solve(curvature, sumOfRows(design, weighted)));
  const scores = fitted.map((value, i) => (weights[i] === 0 ? 0 : weights[i] * (outcome[i] - value)));
  return {fitted, scores, curvature};
}
