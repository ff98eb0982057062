import {range} from "d3";
import {design} from "../../design.ts";
import type {Direction, Effect, EventTimeEffect, Result} from "../../release/results.ts";
import {both, inOrder, type Both} from "../comparison/assumptions.ts";
import type {RoleJoined} from "../comparison/role-joined.ts";
import type {Study} from "../comparison/study.ts";
import {roundBracket} from "./bracket.ts";
import type {Estimated} from "./estimated.ts";
import type {Path} from "./path.ts";
import {estimateEach, type Specification} from "./specification.ts";
import {combineEffects} from "./timed-effects.ts";
import type {Unit} from "./units.ts";

/** The effect at each event time, with the band that holds all at once and, on a scale of its own, the levels of the joined and of what was expected. */
export function listEventTimes(
  {study, role}: {study: Study; role: RoleJoined},
  paths: Both<Path>,
  judge: (part: Effect) => Direction
): EventTimeEffect[] {
  const {unit, scale} = study;
  return paths.same_trend.event_times.map((event_time, i) => {
    const estimated = both((set) => paths[set].estimated[i]);
    const effect = roundBracket(estimated, unit);
    const {units} = paths.same_trend.means[i];
    const column = ({trial}: Unit) => event_time - trial.from;
    const mean = (of: (u: Unit) => number) => (unit * units.reduce((sum, u) => sum + of(u), 0)) / units.length;
    const level = mean(({trial, at}) => trial.base[at]);
    const isLevel = scale === "native";
    return {
      event_time,
      ...effect,
      ...computeBand(effect, paths, i, unit),
      schools: units.length,
      partnerships: new Set(units.map(({row}) => role.clusters.of[row])).size,
      donors: Math.min(...units.map((u) => u.trial.regressions.same_trend[column(u)]!.donors)),
      joined: isLevel ? level + mean((u) => u.trial.change[column(u)][u.at]) : null,
      expected: isLevel ? both((set) => level + mean((u) => u.trial.expected[set][column(u)][u.at])) : null,
      verdict: judge(effect)
    };
  });
}

function computeBand(
  effect: Effect,
  paths: Both<Path>,
  i: number,
  unit: number
): {band_low: number | null; band_high: number | null} {
  const ends = inOrder(paths).map(({band, estimated}) => {
    const reach = Math.abs(unit) * band() * estimated[i].se;
    return [unit * estimated[i].estimate - reach, unit * estimated[i].estimate + reach] as const;
  });
  if (effect.low === null || ends.some(([low]) => Number.isNaN(low))) return {band_low: null, band_high: null};
  return {
    band_low: Math.min(effect.low, ...ends.map(([low]) => low)),
    band_high: Math.max(effect.high!, ...ends.map(([, high]) => high))
  };
}

/** The effects over the plan’s balanced window of the schools that have all of its event times; null where none has. */
export function describeBalanced({study}: {study: Study}, terms: Specification): Result["balanced"] {
  const [first, last] = design.balanced;
  const times = range(first, last + 1);
  const units = terms.units.filter(({trial, at}) =>
    times.every((e) => !Number.isNaN(trial.excess.same_trend[e - trial.from]?.[at] ?? NaN))
  );
  if (!units.length) return null;
  const found = estimateEach(
    {...terms, unit: study.unit},
    times.map((e) => ({units, times: [e, e]}))
  );
  const event_times = times.map((event_time, i) => ({event_time, ...found[i]!.effect}));
  return {schools: units.length, event_times};
}

/** By event time from joining on, the sum of the yearly effects until then; ends at the first event time without one. */
export function accumulate(paths: Both<Path>, unit: number): Result["cumulative"] {
  const sums: Result["cumulative"] = [];
  for (let event_time = 0; paths.same_trend.timed.event_times.includes(event_time); event_time++) {
    const i = paths.same_trend.event_times.indexOf(event_time);
    const estimated = both((set): Estimated => {
      const {timed, estimated: own} = paths[set];
      const weights = Float64Array.from(timed.event_times, (e) => (e >= 0 && e <= event_time ? 1 : 0));
      return {...own[i], ...combineEffects(timed, weights)};
    });
    sums.push({event_time, ...roundBracket(estimated, unit)});
  }
  return sums;
}
