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
  const partnerships = new Set(joiners.map((j) => differences.partnerships[j]));
  if (partnerships.size < 3) return null;
  const columns = times
    .filter(({event_time}) => event_time >= design.effect[0] && event_time <= design.effect[1])
    .map(({event_time}) => event_time - firstEventTime);
  const estimates = [...partnerships].map((left) => {
    const rest = joiners.filter((j) => differences.partnerships[j] !== left);
    const means = columns
      .map((c) => mean(rest.map((j) => differences.values[c][j])))
      .filter((value) => !Number.isNaN(value));
    return unit * mean(means);
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
    partnerships: partnerships.size
  };
}

function mean(values: readonly number[]): number {
  const known = values.filter((value) => !Number.isNaN(value));
  return known.reduce((sum, value) => sum + value, 0) / known.length;
}
