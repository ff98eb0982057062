import normalCDF from "@stdlib/stats-base-dists-normal-cdf";

/**
 * The probability that an effect exceeds a threshold, its posterior being normal: with an estimate
 * and its standard error under a flat prior, with a shrunken one (`shrink`) under the prior that
 * the other units make.
 *
 * @example
 * import {probabilityAbove} from "school-partnerships";
 *
 * console.log(probabilityAbove({estimate: 1, se: 1}, 0).toFixed(3));
 * // 0.841
 */
export function probabilityAbove({estimate, se}: {estimate: number; se: number}, threshold: number): number {
  if (!(se > 0)) throw new Error("the standard error is positive");
  return normalCDF(-(threshold - estimate) / se, 0, 1);
}
