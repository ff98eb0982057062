import {solve} from "./cholesky.ts";
import {crossProducts, factoriseFully, indexOf, sumOfRows, total, type Design, type ModelFit} from "./linear-model.ts";

/** Steps end where the deviance changes by less than this share of itself, as R’s glm does: further steps move the eighth digit. */
const settled = 1e-8;

/** A step that changes the deviance by more than this is never the last. */
const large = 1e-2;

/** So small a deviance is left where the columns tell every event apart. */
const nothing = 1e-4;

interface Events {
  event: Uint8Array;
  weights: Float64Array;
}

/**
 * The chance of `event` (0 or 1) by weighted maximum likelihood, with
 * reweighted least squares (McCullagh & Nelder 1989, section 2.5) from a
 * probability half way between each event and a coin’s; `fitted` is the
 * probability. How far a step changes the deviance is told from its slope, g′H⁻¹g. Null where there is no maximum: the columns are collinear, or
 * tell the events apart completely.
 */
export function logisticRegression(design: Design, event: Uint8Array, weights: Float64Array): ModelFit | null {
  const mean = total(weights) / weights.length;
  let index = startingIndex({event, weights}, mean);
  let beta: Float64Array | null = null;
  for (let step = 0; step < 30; step++) {
    const {information, pulls} = sums(design, {event, weights}, index);
    const curvature = factoriseFully(information);
    if (!curvature) return null;
    const next: Float64Array = solve(curvature, pulls);
    const change = beta ? curvatureAlong(information, beta, next) / mean : Infinity;
    const left = change < large ? deviance({event, weights}, index) / mean : Infinity;
    index = indexOf(design, next);
    if (left < nothing) return null;
    if (change < large && change < settled * (left + 0.1)) return fitAt(design, {event, weights}, index);
    beta = next;
  }
  return null;
}

/** Σ v x x′ and Σ (v η + s) x at an index η, with s the scores w (y − p) and v the information w p (1 − p). */
function sums(
  design: Design,
  {event, weights}: Events,
  index: Float64Array
): {information: Float64Array; pulls: Float64Array} {
  const v = new Float64Array(design.rows);
  const working = new Float64Array(design.rows);
  for (let i = 0; i < design.rows; i++) {
    const p = 1 / (1 + Math.exp(-index[i]));
    v[i] = weights[i] * p * (1 - p);
    working[i] = v[i] * index[i] + weights[i] * (event[i] - p);
  }
  return {information: crossProducts(design, v), pulls: sumOfRows(design, working)};
}

/** (b − a)′H(b − a), of H its lower triangle. */
function curvatureAlong(h: Float64Array, a: Float64Array, b: Float64Array): number {
  const columns = a.length;
  let sum = 0;
  for (let j = 0; j < columns; j++) {
    for (let k = 0; k <= j; k++) sum += (j === k ? 1 : 2) * h[j * columns + k] * (b[j] - a[j]) * (b[k] - a[k]);
  }
  return sum;
}

/** −2 log likelihood at an index. */
function deviance({event, weights}: Events, index: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < event.length; i++) {
    const towards = event[i] === 1 ? index[i] : -index[i];
    sum += 2 * weights[i] * (Math.max(0, -towards) + Math.log1p(Math.exp(-Math.abs(towards))));
  }
  return sum;
}

function startingIndex({event, weights}: Events, mean: number): Float64Array {
  const index = new Float64Array(event.length);
  for (let i = 0; i < event.length; i++) {
    const p = (weights[i] * event[i] + mean / 2) / (weights[i] + mean);
    index[i] = Math.log(p / (1 - p));
  }
  return index;
}

function fitAt(design: Design, {event, weights}: Events, index: Float64Array): ModelFit | null {
  const fitted = new Float64Array(design.rows);
  const scores = new Float64Array(design.rows);
  const information = new Float64Array(design.rows);
  for (let i = 0; i < design.rows; i++) {
    const p = 1 / (1 + Math.exp(-index[i]));
    fitted[i] = p;
    scores[i] = weights[i] * (event[i] - p);
    information[i] = weights[i] * p * (1 - p);
  }
  const curvature = factoriseFully(crossProducts(design, information));
  return curvature && {fitted, scores, curvature};
}
