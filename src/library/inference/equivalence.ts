import normalCDF from "@stdlib/stats-base-dists-normal-cdf";
import normalQuantile from "@stdlib/stats-base-dists-normal-quantile";
import tCDF from "@stdlib/stats-base-dists-t-cdf";
import tQuantile from "@stdlib/stats-base-dists-t-quantile";

/** Whether an effect is shown to be smaller than a margin either way. */
export interface Equivalence {
  /** Against an effect of −margin or less, and of margin or more; the larger of the two is the test’s. */
  p_below: number;
  p_above: number;
  p: number;
  /** The interval of coverage 1 − 2α, within the margins just where the test refuses at α. */
  low: number;
  high: number;
  equivalent: boolean;
}

/**
 * Two one-sided tests (Schuirmann 1987) that an effect lies between −margin and margin, at level
 * alpha, from Student’s t on `degrees` of freedom or, at Infinity, the normal. “No harm” alone,
 * where only one side matters, is `p_below` against alpha. Throws where the margin or the standard
 * error is not positive.
 *
 * @example
 * import {equivalence} from "school-partnerships";
 *
 * const {p, equivalent} = equivalence({estimate: 0.2, se: 0.3}, {margin: 1, alpha: 0.05, degrees: Infinity});
 * console.log(p.toFixed(4), equivalent);
 * // 0.0038 true
 */
export function equivalence(
  {estimate, se}: {estimate: number; se: number},
  {margin, alpha, degrees}: {margin: number; alpha: number; degrees: number}
): Equivalence {
  if (!(margin > 0) || !(se > 0)) throw new Error("margin and standard error are positive");
  const below = (x: number) => (degrees === Infinity ? normalCDF(x, 0, 1) : tCDF(x, degrees));
  const quantile = degrees === Infinity ? normalQuantile(1 - alpha, 0, 1) : tQuantile(1 - alpha, degrees);
  const p_below = below(-(estimate + margin) / se);
  const p_above = below((estimate - margin) / se);
  const p = Math.max(p_below, p_above);
  return {p_below, p_above, p, low: estimate - quantile * se, high: estimate + quantile * se, equivalent: p < alpha};
}
