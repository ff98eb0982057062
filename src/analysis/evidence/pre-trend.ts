import fCDF from "@stdlib/stats-base-dists-f-cdf";
import {design} from "../../design.ts";
import type {PreTrend} from "../../release/results.ts";
import {factorise, solve} from "../../library/statistics/index.ts";
import {oddYearWords, type OddYearTerms} from "./odd-year.ts";
import {effectsAt, type TimedEffects} from "../effects/timed-effects.ts";
import {both, type Both} from "../comparison/assumptions.ts";
import {joinBracket, clearSide, convertEstimate} from "../effects/bracket.ts";
import type {Path} from "../effects/path.ts";

/**
 * The joint test that schools that joined and donors moved alike before: an F test of the event times before 0, the
 * year before joining among them. The coefficients of a base window sum to zero, so its last one goes; those that others
 * determine are left out as well. And whether the year before joining alone is clear of zero under both assumptions.
 */
export function testPreTrend(paths: Both<Path>, unit: number, terms: OddYearTerms): PreTrend {
  const {event_times} = paths.same_trend;
  const tested = event_times.filter((e) => e < 0 && e !== lastOfBase(event_times));
  const p = both((set) => jointP(effectsAt(paths[set].timed, tested)));
  const at = event_times.indexOf(-1);
  const before = at < 0 ? null : joinBracket(both((set) => convertEstimate(paths[set].estimated[at], unit)));
  const side = before ? clearSide(before) : 0;
  const year_before = side === 0 ? null : side < 0 ? "dip" : "spike";
  const odd = before && year_before ? oddYearWords({effect: before, odd: year_before}, terms) : null;
  const words = [alikeWords(p, tested.length), odd].filter((sentence) => sentence !== null).join(" ");
  return {p, event_times: tested, year_before, words};
}

const lastOfBase = (event_times: readonly number[]): number | undefined =>
  event_times.findLast((e) => e >= design.base[0] && e <= design.base[1]);

function jointP({estimates, covariance, degrees}: TimedEffects): number | null {
  if (!(degrees > 0)) return null;
  const size = estimates.length;
  const scale = Float64Array.from(estimates, (_, i) => covariance[i * size + i]);
  const factor = factorise(covariance, {scale, tolerance: design.tolerances.copy});
  if (!factor.rank) return null;
  const solved = solve(factor, estimates);
  const wald = estimates.reduce((sum, value, i) => sum + (factor.kept[i] ? value * solved[i] : 0), 0);
  return 1 - fCDF(wald / factor.rank, factor.rank, Math.min(degrees, 1e7));
}

function alikeWords({same_trend, same_past}: PreTrend["p"], tested: number): string {
  if (same_trend === null || same_past === null) {
    return "Too few years before joining are left to test whether schools moved alike until then.";
  }
  const years = `over ${tested} ${tested === 1 ? "year" : "years"} before joining`;
  return Math.min(same_trend, same_past) < design.strength.pre_trend
    ? `Before joining, these schools did not move as was expected of them (tested ${years}): the difference afterwards may be a trend that was there already.`
    : `Before joining, nothing shows that these schools moved otherwise than expected (tested ${years}); that does not show that they would have gone on so.`;
}
