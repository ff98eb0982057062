import {refuses} from "./conditional-test.ts";
import type {EventStudy} from "./event-study.ts";
import {minimaxProgram} from "./minimax-program.ts";
import {computeMoments} from "./moments.ts";
import {relativeMagnitudes} from "./relative-magnitudes.ts";

/**
 * Whether an effect is in the robust confidence set under Δ^RM(m), that no later step of the trend is more than m times
 * the largest earlier one: by the conditional test alone (Andrews, Roth & Pakes 2023; Rambachan & Roth 2023), which
 * draws no random numbers. The effect is in the unit of the outcome. Throws a UserError where the covariance is singular.
 *
 * @example
 * import {robustSetHolds} from "school-partnerships";
 *
 * // Effects −2 and 0 years from treatment; the year −1 is the reference and left out.
 * const study = {beta: Float64Array.of(0.1, 1), sigma: Float64Array.of(0.01, 0, 0, 0.01), pre: 1, target: Float64Array.of(1)};
 * // Zero is out as long as the trend bends no more after treatment than before, and in where it may bend twenty times as much.
 * console.log([1, 20].map((m) => robustSetHolds(study, m, {effect: 0, alpha: 0.05})).join());
 * // false,true
 */
export function robustSetHolds(
  study: EventStudy,
  m: number,
  {effect, alpha}: {effect: number; alpha: number}
): boolean {
  return relativeMagnitudes(study, m).some((restriction) => {
    const {at, slope, nuisance, correlation} = computeMoments(study, restriction);
    const y = at.map((value, i) => value - effect * slope[i]);
    const options = {alpha, kappa: 0, leastFavourable: Infinity};
    return !refuses(minimaxProgram(nuisance, at.length), y, correlation, options);
  });
}
