import fCDF from "@stdlib/stats-base-dists-f-cdf";
import {factorise, solve} from "../statistics/cholesky.ts";
import type {PreTrend} from "../results.ts";
import {oddYearWords, type OddYearTerms} from "./odd-year.ts";
import {effectsAt, type TimedEffects} from "./timed-effects.ts";
import {yearBeforeOf} from "./year-before.ts";

/** Below this chance the years before joining are said to differ: a warning, never a gate. */
const unlike = 0.05;

/**
 * The joint test that joiners and comparators moved alike before joining: an F test of the event times before −1. The
 * coefficients of a base window sum to zero, so its last one there is goes; −1, the year of selection, is told apart.
 * Coefficients that others settle are left out as well. `p` is null where none is left.
 */
export function preTrendOf(
  timed: TimedEffects,
  {base, ...terms}: {base: readonly [number, number]} & OddYearTerms
): PreTrend {
  const window = timed.event_times.filter((e) => e >= base[0] && e <= base[1]);
  const event_times = timed.event_times.filter((e) => e < -1 && e !== window.at(-1));
  const p = jointP(effectsAt(timed, event_times));
  const odd = oddYearWords(yearBeforeOf(timed), terms);
  return {p, event_times, words: [alikeWords(p, event_times.length), odd].filter((words) => words !== null).join(" ")};
}

function jointP({estimates, covariance, degrees}: TimedEffects): number | null {
  if (!(degrees > 0)) return null;
  const size = estimates.length;
  const scale = Float64Array.from(estimates, (_, i) => covariance[i * size + i]);
  const factor = factorise(covariance.slice(), {scale, tolerance: 1e-9});
  if (!factor.rank) return null;
  const solved = solve(factor, estimates.slice());
  const wald = estimates.reduce((sum, value, i) => sum + (factor.kept[i] ? value * solved[i] : 0), 0);
  return 1 - fCDF(wald / factor.rank, factor.rank, Math.min(degrees, 1e7));
}

function alikeWords(p: number | null, tested: number): string {
  if (p === null) return "Too few years before joining are left to test whether schools moved alike until then.";
  const years = `over ${tested} ${tested === 1 ? "year" : "years"} before joining`;
  return p < unlike
    ? `Before joining, these schools and similar ones did not move alike (tested ${years}): the difference afterwards may be a trend that was there already.`
    : `Before joining, nothing shows that these schools and similar ones moved apart (tested ${years}); that does not show that they would have stayed together.`;
}
