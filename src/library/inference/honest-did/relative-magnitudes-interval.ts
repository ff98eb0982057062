import {refuses} from "./conditional-test.ts";
import type {EventStudy} from "./event-study.ts";
import {targetError, targetEstimate} from "./event-study.ts";
import {leastFavourableValue} from "./least-favourable.ts";
import {minimaxProgram} from "./minimax-program.ts";
import {computeMoments} from "./moments.ts";
import {relativeMagnitudes} from "./relative-magnitudes.ts";

/** An interval: infinite on a side where it runs on beyond where it was looked for, NaN where no value is left. */
export interface RobustInterval {
  low: number;
  high: number;
  /** Whether it does on either side. */
  open: boolean;
  /** The least and the greatest value of the grid that is not refused: what the authors’ software prints even at its edge. */
  least: number;
  greatest: number;
}

/** How the robust interval is searched for. */
export interface RelativeMagnitudesOptions {
  alpha: number;
  /** Values of the effect that are tried: evenly spread over `reach` standard errors on either side of 0. */
  points: number;
  reach: number;
  /** Draws of the least favourable critical value. */
  draws: number;
  seed: number;
}

/**
 * The choices of the authors’ own software.
 *
 * @example
 * import {honestDidDefaults} from "school-partnerships";
 *
 * console.log(JSON.stringify(honestDidDefaults));
 * // {"alpha":0.05,"points":1000,"reach":20,"draws":1000,"seed":0}
 */
export const honestDidDefaults: RelativeMagnitudesOptions = {
  alpha: 0.05,
  points: 1000,
  reach: 20,
  draws: 1000,
  seed: 0
};

/**
 * The robust interval for the target effect if no later step of the trend is more than m times the
 * largest earlier one: every value that the hybrid conditional test (C-LF, κ = α/10) does not
 * refuse for one of the pieces of Δ^RM(m), from the least to the greatest on a grid (Rambachan &
 * Roth 2023). An estimate that lies beyond the grid widens it, at the same step. An edge of the grid
 * that is not refused is no bound: that side is infinite. NaN ends where every value is refused.
 *
 * @example
 * import {relativeMagnitudesInterval} from "school-partnerships";
 *
 * // Effects −2, −1 … 1 years from treatment; the year −1 is the reference and left out.
 * const study = {beta: Float64Array.of(0.1, 1), sigma: Float64Array.of(0.01, 0, 0, 0.01), pre: 1, target: Float64Array.of(1)};
 * const {low, high} = relativeMagnitudesInterval(study, 1);
 * console.log(low.toFixed(1), high.toFixed(1));
 * // 0.7 1.3
 */
export function relativeMagnitudesInterval(
  study: EventStudy,
  m: number,
  options: RelativeMagnitudesOptions = honestDidDefaults
): RobustInterval {
  const accepts = acceptance(study, m, options);
  const {end, points} = makeGrid(study, options);
  const value = (i: number) => -end + (2 * end * i) / (points - 1);
  let first = 0;
  while (first < points && !accepts(value(first))) first++;
  if (first === points) return {low: NaN, high: NaN, open: false, least: NaN, greatest: NaN};
  let last = points - 1;
  while (last > first && !accepts(value(last))) last--;
  const [least, greatest] = [value(first), value(last)];
  const low = first === 0 ? -Infinity : least;
  const high = last === points - 1 ? Infinity : greatest;
  return {low, high, open: low === -Infinity || high === Infinity, least, greatest};
}

/** Where the grid ends on either side of 0, and its points: as many times the reach as it takes to hold the estimate. */
function makeGrid(study: EventStudy, {points, reach}: RelativeMagnitudesOptions): {end: number; points: number} {
  const end = reach * targetError(study);
  const away = Math.abs(targetEstimate(study)) / end;
  const times = away > 1 ? Math.ceil(away) + 1 : 1;
  return {end: end * times, points: (points - 1) * times + 1};
}

/** Whether an effect is in the robust confidence set. */
export function acceptance(
  study: EventStudy,
  m: number,
  {alpha, draws, seed}: RelativeMagnitudesOptions
): (effect: number) => boolean {
  const kappa = alpha / 10;
  const pieces = relativeMagnitudes(study, m).map((restriction) => {
    const moments = computeMoments(study, restriction);
    const program = minimaxProgram(moments.nuisance, moments.at.length);
    const {correlation, scale} = moments;
    const leastFavourable = leastFavourableValue(program, correlation, {kappa, draws, seed, scale});
    return {moments, program, hybrid: {alpha, kappa, leastFavourable}};
  });
  return (effect) =>
    pieces.some(({moments: {at, slope, correlation}, program, hybrid}) => {
      const y = at.map((value, i) => value - effect * slope[i]);
      return !refuses(program, y, correlation, hybrid);
    });
}
