import {group} from "d3";
import type {Effect, Result} from "../results.ts";
import {verdictOf, type Terms} from "../telling/verdict.ts";
import {design} from "../design.ts";
import type {BaseStudy} from "./base-study.ts";
import type {EventStudy} from "./event-study.ts";

/**
 * The lowest and highest overall effect with one partnership left out, and whether the verdict is then another: the
 * interval is taken to be as wide as with all. Null with fewer than three partnerships.
 */
export function leaveOneOut(
  {differences, firstEventTime}: BaseStudy,
  {joiners, times}: EventStudy,
  {effect, unit, terms}: {effect: Effect; unit: number; terms: Terms}
): Result["leave_one_out"] {
  const byPartnership = group(joiners, (j) => differences.partnerships[j]);
  if (byPartnership.size < 3) return null;
  const columns = times
    .filter(({event_time}) => event_time >= design.effect[0] && event_time <= design.effect[1])
    .map(({event_time}) => differences.values[event_time - firstEventTime]);
  const all = columns.map((values) => totalOf(values, joiners));
  const estimates = [...byPartnership.values()].map((left) => {
    const means = columns.flatMap((values, c) => {
      const own = totalOf(values, left);
      const count = all[c].count - own.count;
      return count ? [(all[c].sum - own.sum) / count] : [];
    });
    return unit * (means.reduce((sum, mean) => sum + mean, 0) / means.length);
  });
  const verdict = verdictOf(effect, terms);
  const moved = (value: number): Effect => {
    const by = value - effect.value;
    return {
      value,
      low: effect.low === null ? null : effect.low + by,
      high: effect.high === null ? null : effect.high + by
    };
  };
  return {
    lowest: Math.min(...estimates),
    highest: Math.max(...estimates),
    changes_verdict: estimates.some((value) => verdictOf(moved(value), terms) !== verdict),
    partnerships: byPartnership.size
  };
}

/** Over the joiners that have a value. */
function totalOf(values: Float64Array, joiners: readonly number[]): {sum: number; count: number} {
  const total = {sum: 0, count: 0};
  for (const j of joiners) {
    if (Number.isNaN(values[j])) continue;
    total.sum += values[j];
    total.count++;
  }
  return total;
}
