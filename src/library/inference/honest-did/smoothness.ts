import {foldedNormalQuantile} from "../../statistics/folded-normal.ts";
import type {EventStudy} from "./event-study.ts";
import {quadraticForm, refuseSingular} from "./event-study.ts";
import {lassoPath} from "./lasso-path.ts";

/** A fixed-length interval and the estimator it is around. */
export interface FixedLengthInterval {
  low: number;
  high: number;
  /** What each coefficient counts in the estimator. */
  weights: Float64Array;
  /** The most its expectation can be off, and its standard deviation. */
  bias: number;
  sd: number;
}

/**
 * The shortest interval of fixed length around an estimator linear in the coefficients that covers
 * the target effect with probability 1 − α whatever the trend, if its slope changes by at most m
 * from one period to the next: Δ^SD(m) and the FLCI of Rambachan & Roth (2023).
 *
 * With c₀ … the cumulated weights on earlier changes of slope, the estimator is unbiased for
 * straight trends whatever c₁ … are, its largest bias m (K + Σ|c|), and its variance quadratic in
 * c: so the best estimator for each bias lies on a lasso path, which is followed exactly, and the
 * shortest interval is sought along it.
 *
 * @example
 * import {smoothnessInterval} from "school-partnerships";
 *
 * // Effects −2, −1 … 1 years from treatment; the year −1 is the reference and left out.
 * const study = {beta: Float64Array.of(0.1, 1), sigma: Float64Array.of(0.01, 0, 0, 0.01), pre: 1, target: Float64Array.of(1)};
 * const {low, high} = smoothnessInterval(study, 0.1, 0.05);
 * console.log(low.toFixed(2), high.toFixed(2));
 * // 0.77 1.43
 */
export function smoothnessInterval(study: EventStudy, m: number, alpha: number): FixedLengthInterval {
  const {constant, gram, linear} = computeVariance(study);
  const fixed = laterBias(study.target);
  const at = (c: Float64Array) => {
    const weights = computeWeights(study, c);
    const sd = Math.sqrt(quadraticForm(study.sigma, weights));
    const bias = m * (fixed + c.reduce((sum, value) => sum + Math.abs(value), 0));
    return {weights, sd, bias, half: sd * foldedNormalQuantile(1 - alpha, bias / sd)};
  };
  if (!(constant > 0)) refuseSingular();
  const {weights, sd, bias, half} = at(
    shortest(
      lassoPath(gram, linear).map((corner) => corner.coefficients),
      (c) => at(c).half
    )
  );
  const centre = weights.reduce((sum, weight, i) => sum + weight * study.beta[i], 0);
  return {low: centre - half, high: centre + half, weights, bias, sd};
}

/** Where on the path between the corners the length is least: golden section on each piece. */
function shortest(corners: readonly Float64Array[], length: (c: Float64Array) => number): Float64Array {
  let best = corners[0];
  let least = length(best);
  for (let i = 1; i < corners.length; i++) {
    const [from, to] = [corners[i - 1], corners[i]];
    const at = (share: number) => from.map((value, k) => value + share * (to[k] - value));
    for (const share of [goldenSection((s) => length(at(s))), 1]) {
      const found = length(at(share));
      if (found < least) [best, least] = [at(share), found];
    }
  }
  return best;
}

function goldenSection(value: (share: number) => number): number {
  const ratio = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [0, 1];
  let [a, b] = [1 - ratio, ratio];
  let [atA, atB] = [value(a), value(b)];
  while (high - low > 1e-10) {
    if (atA <= atB) {
      [high, b, atB] = [b, a, atA];
      a = high - ratio * (high - low);
      atA = value(a);
    } else {
      [low, a, atA] = [a, b, atB];
      b = low + ratio * (high - low);
      atB = value(b);
    }
  }
  return (low + high) / 2;
}

/**
 * The largest bias per unit of m from slopes that change after the last earlier step: Σ|Σ_{t>τ}
 * l_t (t − τ)| over τ ≥ 0.
 */
function laterBias(target: Float64Array): number {
  let sum = 0;
  for (let tau = 0; tau < target.length; tau++) {
    sum += Math.abs(target.reduce((inner, weight, i) => inner + weight * Math.max(i + 1 - tau, 0), 0));
  }
  return sum;
}

/**
 * Weights on the coefficients for the cumulated weights c₁ … on earlier changes of slope: c₀ is
 * what keeps straight trends out, and the weight s periods before the reference is c_{s−1} − 2c_s
 * + c_{s+1}.
 */
function computeWeights({beta, pre, target}: EventStudy, c: Float64Array): Float64Array {
  const weights = new Float64Array(beta.length);
  weights.set(target, pre);
  const straight = target.reduce((sum, weight, i) => sum + weight * (i + 1), 0);
  const cumulated = (s: number) => (s === 0 ? straight : (c[s - 1] ?? 0));
  for (let s = 1; s <= pre; s++) {
    weights[pre - s] = cumulated(s - 1) - (s === 1 ? 2 * cumulated(1) : 2 * cumulated(s)) + cumulated(s + 1);
  }
  return weights;
}

/** The variance of the estimator as constant + 2 linear′c + c′gram c. */
function computeVariance(study: EventStudy): {constant: number; linear: Float64Array; gram: Float64Array} {
  const size = study.pre - 1;
  const origin = computeWeights(study, new Float64Array(size));
  const direction = Array.from({length: size}, (_, k) => {
    const unit = new Float64Array(size);
    unit[k] = 1;
    return computeWeights(study, unit).map((weight, i) => weight - origin[i]);
  });
  const covariance = (a: Float64Array, b: Float64Array) => {
    const plus = quadraticForm(
      study.sigma,
      a.map((value, i) => value + b[i])
    );
    const minus = quadraticForm(
      study.sigma,
      a.map((value, i) => value - b[i])
    );
    return (plus - minus) / 4;
  };
  return {
    constant: quadraticForm(study.sigma, origin),
    linear: Float64Array.from(direction, (d) => covariance(origin, d)),
    gram: Float64Array.from(direction.flatMap((a) => direction.map((b) => covariance(a, b))))
  };
}
