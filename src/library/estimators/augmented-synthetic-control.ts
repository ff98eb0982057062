import {UserError} from "../errors.ts";
import {factorise, solve} from "../statistics/cholesky.ts";
import {simplexLeastSquares} from "../statistics/simplex-least-squares.ts";
import {comparatorsBefore, treatedMean, type BlockPanel} from "../panel/block-panel.ts";
import {weighPanel, type SyntheticEffect} from "../panel/synthetic-effect.ts";

/** The effect by augmented weights, and the ridge penalty they have. */
export interface AugmentedEffect extends SyntheticEffect {
  /** The ridge penalty λ that was used. */
  lambda: number;
}

/** The penalties tried: from the largest squared singular value down to 1e-8 of it, in twenty equal ratios. */
const ratios = Array.from({length: 21}, (_, i) => 1e-8 ** (i / 20));

/**
 * Ridge-augmented synthetic control (Ben-Michael, Feller & Rothstein 2021, eq.
 * 12): synthetic control weights, corrected for what they leave unbalanced as far
 * as a ridge regression of later on earlier outcomes says, so weights may be
 * negative; they still add up to 1. Outcomes before are taken less their mean over
 * the comparators.
 *
 * Unless λ is given it is chosen by leaving out each period before in turn: the
 * largest whose mean squared error on the period left out is within a standard
 * error of the smallest one. Throws a UserError if there are fewer than three.
 *
 * @example
 * import {augmentedSyntheticControl, readBlock} from "school-partnerships";
 *
 * // c is treated from 2013.
 * const panel = readBlock(
 *   {
 *     id: [..."aaaabbbbcccc"],
 *     time: Float64Array.from({length: 12}, (_, i) => 2010 + (i % 4)),
 *     treated: Float64Array.from({length: 12}, (_, i) => (i === 11 ? 1 : 0)),
 *     outcome: Float64Array.of(1, 2, 4, 5, 5, 5, 7, 8, 3, 4, 5, 9)
 *   },
 *   {file: "panel", row: Array.from({length: 12}, (_, i) => i + 1)}
 * );
 * console.log(augmentedSyntheticControl(panel, {lambda: 1}).estimate.toFixed(2));
 * // 2.50
 */
export function augmentedSyntheticControl(panel: BlockPanel, {lambda}: {lambda?: number} = {}): AugmentedEffect {
  if (lambda === undefined && panel.before < 3) {
    throw new UserError(`${panel.before} periods before are too few to choose a ridge penalty by leaving them out`, {
      fix: "give --lambda, or three periods before"
    });
  }
  const {x, y} = centredBefore(panel);
  const chosen = lambda ?? chooseLambda(x, y);
  const plain = simplexLeastSquares(x, y, {ridge: 0});
  const [weights] = augment(x, y, plain, [chosen]);
  return {...weighPanel(panel, weights, null), lambda: chosen};
}

/** The root of the summed squared differences before between treated and weighted comparators. */
export function imbalanceBefore(panel: BlockPanel, weights: Float64Array): number {
  const {path} = weighPanel(panel, weights, null);
  return Math.sqrt(path.slice(0, panel.before).reduce((sum, gap) => sum + gap * gap, 0));
}

function centredBefore(panel: BlockPanel): {x: Float64Array[]; y: Float64Array} {
  const raw = comparatorsBefore(panel);
  const means = new Float64Array(panel.before);
  for (const outcomes of raw) outcomes.forEach((value, t) => (means[t] += value / raw.length));
  const less = (outcomes: Float64Array) => outcomes.map((value, t) => value - means[t]);
  return {x: raw.map(less), y: less(treatedMean(panel).slice(0, panel.before))};
}

/** w + (y − X′w)′ (X′X + λI)⁻¹ X′ for each λ, X having a row a comparator. */
function augment(
  x: readonly Float64Array[],
  y: Float64Array,
  weights: Float64Array,
  lambdas: readonly number[]
): Float64Array[] {
  const size = y.length;
  const products = computeProducts(x, size);
  const left = y.map((value, t) => value - x.reduce((sum, outcomes, unit) => sum + weights[unit] * outcomes[t], 0));
  return lambdas.map((lambda) => {
    const matrix = products.slice();
    for (let t = 0; t < size; t++) matrix[t * size + t] += lambda;
    const scale = Float64Array.from({length: size}, (_, t) => matrix[t * size + t]);
    const coefficients = solve(factorise(matrix, {scale, tolerance: 0}), left);
    return weights.map((weight, unit) => weight + x[unit].reduce((sum, value, t) => sum + value * coefficients[t], 0));
  });
}

/** X′X, size × size. */
function computeProducts(x: readonly Float64Array[], size: number): Float64Array {
  const products = new Float64Array(size * size);
  for (const outcomes of x) {
    for (let s = 0; s < size; s++) for (let t = 0; t <= s; t++) products[s * size + t] += outcomes[s] * outcomes[t];
  }
  for (let s = 0; s < size; s++) for (let t = 0; t < s; t++) products[t * size + s] = products[s * size + t];
  return products;
}

function chooseLambda(x: readonly Float64Array[], y: Float64Array): number {
  const largest = largestEigenvalue(computeProducts(x, y.length), y.length);
  const lambdas = ratios.map((ratio) => ratio * largest);
  const errors = Array.from(y, (value, left) => {
    const without = (outcomes: Float64Array) => outcomes.filter((_, t) => t !== left);
    const xs = x.map(without);
    const ys = without(y);
    return augment(xs, ys, simplexLeastSquares(xs, ys, {ridge: 0}), lambdas).map(
      (weights) => (value - x.reduce((sum, outcomes, unit) => sum + weights[unit] * outcomes[left], 0)) ** 2
    );
  });
  const means = lambdas.map((_, i) => errors.reduce((sum, error) => sum + error[i], 0) / errors.length);
  const best = means.indexOf(Math.min(...means));
  const spread = errors.reduce((sum, error) => sum + (error[best] - means[best]) ** 2, 0) / (errors.length - 1);
  const within = means[best] + Math.sqrt(spread / errors.length);
  return lambdas[means.findIndex((mean) => mean <= within)];
}

/** By power iteration. */
function largestEigenvalue(matrix: Float64Array, size: number): number {
  let vector = Float64Array.from({length: size}, (_, t) => 1 + t / size);
  let value = 0;
  for (let step = 0; step < 10_000; step++) {
    const next = new Float64Array(size);
    for (let s = 0; s < size; s++) for (let t = 0; t < size; t++) next[s] += matrix[s * size + t] * vector[t];
    const norm = Math.hypot(...next);
    if (norm === 0) return 0;
    vector = next.map((v) => v / norm);
    if (Math.abs(norm - value) <= 1e-15 * norm) return norm;
    value = norm;
  }
  return value;
}
