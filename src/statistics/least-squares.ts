import {solve} from "./cholesky.ts";
import {factoriseFully, indexOf, type Design, type ModelFit} from "./linear-model.ts";

/**
 * Weighted least squares of `outcome` on a design; rows of weight 0 are left
 * out but have a fitted value. Null where the rows that count cannot tell the
 * columns apart.
 */
export function leastSquares(design: Design, outcome: Float64Array, weights: Float64Array): ModelFit | null {
  const {x, columns} = design;
  const squares = new Float64Array(columns * columns);
  const products = new Float64Array(columns);
  for (let i = 0, at = 0; i < weights.length; i++, at += columns) {
    if (weights[i] === 0) continue;
    for (let j = 0; j < columns; j++) {
      const value = weights[i] * x[at + j];
      products[j] += value * outcome[i];
      for (let k = 0; k <= j; k++) squares[j * columns + k] += value * x[at + k];
    }
  }
  const curvature = factoriseFully(squares, columns);
  if (!curvature) return null;
  const fitted = indexOf(design, solve(curvature, products));
  const scores = new Float64Array(weights.length);
  for (let i = 0; i < weights.length; i++) if (weights[i] !== 0) scores[i] = weights[i] * (outcome[i] - fitted[i]);
  return {fitted, scores, curvature};
}
