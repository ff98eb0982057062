import type {AlikeRows} from "./alike-rows.ts";
import {solve} from "./cholesky.ts";
import {
  crossProducts,
  factoriseFully,
  indexTerms,
  sumOfRows,
  total,
  type Design,
  type ModelFit
} from "./linear-model.ts";

/** Steps end where the deviance changes by less than this share of itself, as R’s glm does: further steps move the eighth digit. */
const converged = 1e-8;

/** A step that changes the deviance by more than this is never the last. */
const large = 1e-2;

/** So small a deviance is left where the columns separate every event. */
const nothing = 1e-4;

/** Rows, and the weight with which each saw the event and did not. */
interface Trials {
  design: Design;
  seen: Float64Array;
  unseen: Float64Array;
}

/** Σ v x x′ and Σ (v η + s) x, with s the scores and v the information. */
interface Sums {
  information: Float64Array;
  scores: Float64Array;
}

/**
 * The chance of `event` (0 or 1) by weighted maximum likelihood, with
 * reweighted least squares (McCullagh & Nelder 1989, section 2.5) from a
 * probability half way between each event and a coin’s; `fitted` is the
 * probability. How far a step changes the deviance is inferred from its slope,
 * g′H⁻¹g. Rows said to be alike in the design are taken together after the first step. Null where
 * there is no maximum: the columns are collinear, or separate the events completely.
 */
export function logisticRegression(
  design: Design,
  event: Uint8Array,
  weights: Float64Array,
  alike?: AlikeRows
): ModelFit | null {
  const mean = total(weights) / weights.length;
  const together = alike !== undefined && 3 * alike.count < design.rows;
  const trials = together ? trialsTogether(design, {event, weights, alike}) : trialsApart(design, event, weights);
  let {information, scores} = firstSums(design, {event, weights, mean});
  let beta: Float64Array | null = null;
  for (let step = 0; step < 30; step++) {
    const curvature = factoriseFully(information);
    if (!curvature) return null;
    const next: Float64Array = solve(curvature, scores);
    const change = beta ? along(information, beta, next) / mean : Infinity;
    const left = beta && change < large ? deviance(trials, indexTerms(trials.design, beta)) / mean : Infinity;
    if (left < nothing) return null;
    const index = indexTerms(trials.design, next);
    ({information, scores} = sums(trials, index));
    if (change < large && change < converged * (left + 0.1)) {
      const chances = chancesAt(index);
      return fitModel(together ? spread(chances, alike.of) : chances, {event, weights, information});
    }
    beta = next;
  }
  return null;
}

function trialsApart(design: Design, event: Uint8Array, weights: Float64Array): Trials {
  const seen = new Float64Array(design.rows);
  const unseen = new Float64Array(design.rows);
  for (let i = 0; i < design.rows; i++) (event[i] ? seen : unseen)[i] = weights[i];
  return {design, seen, unseen};
}

function trialsTogether(
  design: Design,
  {event, weights, alike}: {event: Uint8Array; weights: Float64Array; alike: AlikeRows}
): Trials {
  const {of, count} = alike;
  const seen = new Float64Array(count);
  const unseen = new Float64Array(count);
  for (let i = 0; i < design.rows; i++) (event[i] ? seen : unseen)[of[i]] += weights[i];
  const columns = design.columns.map((column) => {
    const values = new Float64Array(count);
    for (let i = 0; i < design.rows; i++) values[of[i]] = column[i];
    return values;
  });
  return {design: {rows: count, columns}, seen, unseen};
}

/** At a probability of its own for each row, half way between its event and a coin’s. */
function firstSums(
  design: Design,
  {event, weights, mean}: {event: Uint8Array; weights: Float64Array; mean: number}
): Sums {
  const v = new Float64Array(design.rows);
  const working = new Float64Array(design.rows);
  const least = (weight: number) => mean / 2 / (weight + mean);
  let [weight, p, logit] = [NaN, NaN, NaN];
  for (let i = 0; i < design.rows; i++) {
    if (weights[i] !== weight) {
      weight = weights[i];
      p = least(weight);
      logit = Math.log(p / (1 - p));
    }
    v[i] = weight * p * (1 - p);
    working[i] = event[i] ? -v[i] * logit + weight * p : v[i] * logit - weight * p;
  }
  return {information: crossProducts(design, v), scores: sumOfRows(design, working)};
}

function sums({design, seen, unseen}: Trials, index: Float64Array): Sums {
  const v = new Float64Array(design.rows);
  const working = new Float64Array(design.rows);
  for (let i = 0; i < design.rows; i++) {
    const p = 1 / (1 + Math.exp(-index[i]));
    v[i] = (seen[i] + unseen[i]) * p * (1 - p);
    working[i] = v[i] * index[i] + seen[i] * (1 - p) - unseen[i] * p;
  }
  return {information: crossProducts(design, v), scores: sumOfRows(design, working)};
}

/** (b − a)′H(b − a), of H its lower triangle. */
function along(h: Float64Array, a: Float64Array, b: Float64Array): number {
  const size = a.length;
  let sum = 0;
  for (let j = 0; j < size; j++) {
    for (let k = 0; k <= j; k++) sum += (j === k ? 1 : 2) * h[j * size + k] * (b[j] - a[j]) * (b[k] - a[k]);
  }
  return sum;
}

/** −2 log likelihood at an index. */
function deviance({design, seen, unseen}: Trials, index: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < design.rows; i++) {
    const tail = Math.log1p(Math.exp(-Math.abs(index[i])));
    sum += 2 * (seen[i] * (Math.max(0, -index[i]) + tail) + unseen[i] * (Math.max(0, index[i]) + tail));
  }
  return sum;
}

function chancesAt(index: Float64Array): Float64Array {
  const chances = new Float64Array(index.length);
  for (let i = 0; i < index.length; i++) chances[i] = 1 / (1 + Math.exp(-index[i]));
  return chances;
}

function spread(values: Float64Array, of: Int32Array): Float64Array {
  const byRow = new Float64Array(of.length);
  for (let i = 0; i < of.length; i++) byRow[i] = values[of[i]];
  return byRow;
}

function fitModel(
  fitted: Float64Array,
  {event, weights, information}: {event: Uint8Array; weights: Float64Array; information: Float64Array}
): ModelFit | null {
  const curvature = factoriseFully(information);
  if (!curvature) return null;
  const scores = new Float64Array(fitted.length);
  for (let i = 0; i < fitted.length; i++) scores[i] = weights[i] * (event[i] - fitted[i]);
  return {fitted, scores, curvature};
}
