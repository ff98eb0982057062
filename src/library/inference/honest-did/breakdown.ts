import type {EventStudy} from "./event-study.ts";
import {acceptance} from "./relative-magnitudes-interval.ts";
import type {RelativeMagnitudesOptions} from "./relative-magnitudes-interval.ts";
import {smoothnessInterval} from "./smoothness.ts";

/**
 * The breakdown value M̄ of relative magnitudes: the largest m at which the robust set leaves out
 * zero, to a thousandth (Rambachan & Roth 2023). 0 where zero is in already without any violation,
 * Infinity beyond 64.
 *
 * @example
 * import {breakdownMagnitude, honestDidDefaults} from "school-partnerships";
 *
 * // Effects −2 and 0 years from treatment; the year −1 is the reference and left out.
 * const study = {beta: Float64Array.of(0.1, 1), sigma: Float64Array.of(0.01, 0, 0, 0.01), pre: 1, target: Float64Array.of(1)};
 * console.log(breakdownMagnitude(study, honestDidDefaults).toFixed(1));
 * // 3.7
 */
export function breakdownMagnitude(study: EventStudy, options: RelativeMagnitudesOptions): number {
  return lastBelow((m) => acceptance(study, m, options)(0), {start: 1, most: 64, share: 1e-3});
}

/**
 * The same for smoothness, in units of the outcome a period squared: relative to it to a
 * hundred-thousandth. The search starts at the standard error’s size.
 *
 * @example
 * import {breakdownSmoothness} from "school-partnerships";
 *
 * // Effects −2 and 0 years from treatment; the year −1 is the reference and left out.
 * const study = {beta: Float64Array.of(0.1, 1), sigma: Float64Array.of(0.01, 0, 0, 0.01), pre: 1, target: Float64Array.of(1)};
 * console.log(breakdownSmoothness(study, 0.05).toFixed(2));
 * // 0.87
 */
export function breakdownSmoothness(study: EventStudy, alpha: number): number {
  const reaches = (m: number) => {
    const {low, high} = smoothnessInterval(study, m, alpha);
    return low <= 0 && 0 <= high;
  };
  const scale = smoothnessInterval(study, 0, alpha).sd;
  return lastBelow(reaches, {start: scale, most: 1e6 * scale, share: 1e-5});
}

/** The largest m for which nothing is reached, where what is reached only grows: doubling, then halving. */
function lastBelow(
  reaches: (m: number) => boolean,
  {start, most, share}: {start: number; most: number; share: number}
): number {
  if (reaches(0)) return 0;
  let [low, high] = [0, start];
  while (!reaches(high)) {
    if (high >= most) return Infinity;
    [low, high] = [high, 2 * high];
  }
  while (high - low > share * Math.min(high, start)) {
    const middle = (low + high) / 2;
    if (reaches(middle)) high = middle;
    else low = middle;
  }
  return low;
}
