import {range, rollup, sum} from "d3";
import {design} from "../design.ts";
import type {ToldByResults, Yearly} from "./joining.ts";
import type {Place} from "./odds.ts";
import {slopeOn, slopesOf} from "./standing.ts";
import {windowMeans} from "./window-means.ts";

/** By event time: what one unit of `Standing.luck` adds to the change of a measure, because schools high up pull away on it. */
export type Growth = (eventTime: number) => number;

/**
 * How schools high up pull away from others on a measure that shares the luck of the one that told roles, or is that one. Among schools of
 * the pool with like covariates, changes go with the telling measure’s base mean in two ways: luck goes away, and schools high up gain or
 * lose on others. A regression asked where the pool has a school’s luck takes the second for the first. With G what a unit of lasting
 * level adds to a change, it is out by G times as far as it was asked away. Results before the base window know of the level and
 * nothing of the luck: G is the slope of changes on base means with these for an instrument (two-stage least squares; Wald 1940, Annals
 * of Mathematical Statistics 11(3)), at each event time the mean over cohorts by schools. 0 where no results go back so far.
 */
export function growthOf(
  outcome: Yearly,
  told: ToldByResults,
  treatedFrom: Float64Array,
  window: readonly [number, number]
): Growth {
  const shift = window[0] - design.base[0];
  const times = range(design.event_times[0], design.event_times[1] + 1);
  const points = slopesOf(told, treatedFrom, window).all.flatMap(({cohort, pool, spread}) => {
    const base = windowMeans(outcome, cohort + window[0], cohort + window[1]);
    const before = windowMeans(told.by, cohort + window[0] - earlier, cohort + window[0] - 1);
    return times.flatMap((e) => {
      const column = cohort + shift + e - outcome.years[0];
      if (column < 0 || column >= outcome.years.length) return [];
      const change = ({row}: Place) => outcome.values[row * outcome.years.length + column] - base[row];
      const there = pool
        .filter((place) => treatedFrom[place.row] > outcome.years[column])
        .filter((place) => !Number.isNaN(change(place)) && !Number.isNaN(before[place.row]))
        .map((place) => ({...place, base: before[place.row] / spread, own: place.base}));
      if (!there.length) return [];
      const reduced = slopeOn(there, change);
      const first = slopeOn(there, (place) => place.own);
      return reduced === null || first === null || first < leastKnown
        ? []
        : [{e, slope: reduced / first / spread, weight: there.length}];
    });
  });
  const by = rollup(
    points,
    (at) => sum(at, ({slope, weight}) => slope * weight) / sum(at, ({weight}) => weight),
    ({e}) => e
  );
  return (e) => by.get(e) ?? 0;
}

/** So many years before the base window tell of the level. */
const earlier = 4;
/** Earlier results that tell less of a base mean than this tell nothing of the level. */
const leastKnown = 0.2;
