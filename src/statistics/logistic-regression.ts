import {solve} from "./cholesky.ts";
import {crossProducts, factoriseFully, indexOf, sumOfRows, type Design, type ModelFit} from "./linear-model.ts";

/** Steps end where the deviance changes by less than this share of itself, as R’s glm does: further steps move the eighth digit. */
const settled = 1e-8;

/**
 * The chance of `event` (0 or 1) by weighted maximum likelihood, with
 * reweighted least squares (McCullagh & Nelder 1989, section 2.5) from a
 * probability half way between each event and a coin’s; `fitted` is the
 * probability. Null where there is no maximum: the columns are collinear, or
 * tell the events apart completely.
 */
export function logisticRegression(design: Design, event: Uint8Array, weights: Float64Array): ModelFit | null {
  const rows = event.length;
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / rows;
  const fitted = Float64Array.from(event, (y, i) => (weights[i] * y + mean / 2) / (weights[i] + mean));
  const scores = new Float64Array(rows);
  const information = new Float64Array(rows);
  const working = new Float64Array(rows);
  let last = Infinity;
  for (let step = 0; step < 30; step++) {
    let deviance = 0;
    for (let i = 0; i < rows; i++) {
      const p = fitted[i];
      scores[i] = weights[i] * (event[i] - p);
      information[i] = weights[i] * p * (1 - p);
      working[i] = information[i] * Math.log(p / (1 - p)) + scores[i];
      deviance -= (2 * weights[i] * Math.log(event[i] ? p : 1 - p)) / mean;
    }
    const curvature = factoriseFully(crossProducts(design, information), design.columns);
    if (!curvature || !Number.isFinite(deviance)) return null;
    if (Math.abs(deviance - last) < settled * (deviance + 0.1)) return {fitted, scores, curvature};
    last = deviance;
    const index = indexOf(design, solve(curvature, sumOfRows(design, working)));
    for (let i = 0; i < rows; i++) fitted[i] = 1 / (1 + Math.exp(-index[i]));
  }
  return null;
}
