import {range} from "d3";
import {design} from "../design.ts";
import {leastSquares} from "../statistics/least-squares.ts";
import type {ToldByResults, Yearly} from "./joining.ts";
import type {Place} from "./odds.ts";
import {slopeOn, slopesOf} from "./standing.ts";
import {windowMeans} from "./window-means.ts";

/** By event time: what one unit of `Standing.luck` adds to the change of another measure of the same luck, because schools high up pull away on it. */
export type Growth = (eventTime: number) => number;

/**
 * How schools high up pull away from others on a measure that shares the luck of the one that told roles. Among schools of the pool with
 * like covariates, changes go with the telling measure’s base mean in two ways: luck goes away, as much in one year as in another, and
 * schools high up gain or lose on others, the more the longer it is since. With p + g t the slope of changes on base means, t years
 * from the middle of the base window, over years outside it, a regression asked where the pool has a school’s luck takes g t for
 * luck, too; the lasting level that stands for that luck, (1 − ℓ) ÷ ℓ times as far the other way, grows by g t besides: g t ÷ ℓ in all.
 */
export function growthOf(
  outcome: Yearly,
  told: ToldByResults,
  treatedFrom: Float64Array,
  window: readonly [number, number]
): Growth {
  const {all, lasting} = slopesOf(told, treatedFrom, window);
  const [first, last] = design.base;
  const middle = (first + last) / 2;
  const isOutside = (e: number) => e < first || e > last;
  const times = range(design.event_times[0], design.event_times[1] + 1).filter(isOutside);
  const shift = window[0] - first;
  const points = all.flatMap(({cohort, pool, spread}) => {
    const base = windowMeans(outcome, cohort + window[0], cohort + window[1]);
    return times.flatMap((e) => {
      const column = cohort + shift + e - outcome.years[0];
      if (column < 0 || column >= outcome.years.length) return [];
      const change = ({row}: Place) => outcome.values[row * outcome.years.length + column] - base[row];
      const there = pool.filter(
        (place) => treatedFrom[place.row] > outcome.years[column] && !Number.isNaN(change(place))
      );
      const slope = there.length ? slopeOn(there, change) : null;
      return slope === null ? [] : [{t: e - middle, slope: slope / spread, weight: there.length}];
    });
  });
  const grown = slopeThrough(points) / lasting();
  return (e) => grown * (e - middle);
}

/** The slope of a weighted line through points; 0 where they have no two t. */
function slopeThrough(points: readonly {t: number; slope: number; weight: number}[]): number {
  const column = (of: (point: (typeof points)[number]) => number) => Float64Array.from(points, of);
  const times = {rows: points.length, columns: [column(({t}) => t)]};
  const line = points.length
    ? leastSquares(
        times,
        column(({slope}) => slope),
        column(({weight}) => weight)
      )
    : null;
  return line?.coefficients[1] ?? 0;
}
