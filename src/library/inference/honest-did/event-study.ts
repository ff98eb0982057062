import normalQuantile from "@stdlib/stats-base-dists-normal-quantile";
import {UserError} from "../../errors.ts";

/**
 * Coefficients of an event study with one reference period: first the earlier periods in order,
 * then the later ones; the reference, whose coefficient is 0, lies between and is left out.
 * Periods are one apart.
 */
export interface EventStudy {
  beta: Float64Array;
  /** Their covariance, row by row. */
  sigma: Float64Array;
  /** How many of them lie before the reference. */
  pre: number;
  /** What each later period counts in the effect that is asked for. */
  target: Float64Array;
}

/**
 * The effect that is asked for.
 *
 * @example
 * import {targetEstimate} from "school-partnerships";
 *
 * // Effects −2 and 0 years from treatment; the year −1 is the reference and left out.
 * const study = {beta: Float64Array.of(0.1, 1), sigma: Float64Array.of(0.01, 0, 0, 0.01), pre: 1, target: Float64Array.of(1)};
 * console.log(targetEstimate(study).toFixed(2));
 * // 1.00
 */
export function targetEstimate({beta, pre, target}: EventStudy): number {
  return target.reduce((sum, weight, t) => sum + weight * beta[pre + t], 0);
}

/**
 * The standard error of the effect that is asked for.
 *
 * @example
 * import {targetError} from "school-partnerships";
 *
 * // Effects −2 and 0 years from treatment; the year −1 is the reference and left out.
 * const study = {beta: Float64Array.of(0.1, 1), sigma: Float64Array.of(0.01, 0, 0, 0.01), pre: 1, target: Float64Array.of(1)};
 * console.log(targetError(study).toFixed(2));
 * // 0.10
 */
export function targetError({beta, sigma, pre, target}: EventStudy): number {
  const weights = new Float64Array(beta.length);
  weights.set(target, pre);
  return Math.sqrt(quadraticForm(sigma, weights));
}

/** w′Σw, of a symmetric matrix row by row. */
export function quadraticForm(sigma: Float64Array, weights: Float64Array): number {
  const size = weights.length;
  let sum = 0;
  for (let i = 0; i < size; i++) {
    if (weights[i] === 0) continue;
    let row = 0;
    for (let j = 0; j < size; j++) row += sigma[i * size + j] * weights[j];
    sum += weights[i] * row;
  }
  return sum;
}

/**
 * The normal interval of the target effect, parallel trends taken as given.
 *
 * @example
 * import {conventionalInterval} from "school-partnerships";
 *
 * // Effects −2, −1 … 1 years from treatment; the year −1 is the reference and left out.
 * const study = {beta: Float64Array.of(0.1, 1), sigma: Float64Array.of(0.01, 0, 0, 0.01), pre: 1, target: Float64Array.of(1)};
 * const {low, high} = conventionalInterval(study, 0.05);
 * console.log(low.toFixed(2), high.toFixed(2));
 * // 0.80 1.20
 */
export function conventionalInterval(study: EventStudy, alpha: number): {low: number; high: number} {
  const reach = normalQuantile(1 - alpha / 2, 0, 1) * targetError(study);
  return {low: targetEstimate(study) - reach, high: targetEstimate(study) + reach};
}

/** Throws the UserError of a covariance under which some combination of coefficients does not vary. */
export function refuseSingular(): never {
  throw new UserError("the covariance is singular: a combination of coefficients does not vary", {
    fix: "leave out coefficients that others determine, such as a second reference period"
  });
}
