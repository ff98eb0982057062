/** Event times, both included, whose mean counts. */
export type TimeWindow = readonly [number, number];

/**
 * By period that could have been a start: the change of every unit that was never treated, from the
 * mean of its values over the base window to that over the window after, in event times. `series`
 * has each unit’s values by period. A unit counts where it has a value at every time of both
 * windows; a start counts where two units do.
 *
 * @example
 * import {placeboChanges} from "school-partnerships";
 *
 * // By unit its values by year; change is from the mean of the two years before a start to the year after it.
 * const series = [new Map([[2010, 1], [2011, 3], [2012, 5]]), new Map([[2010, 2], [2011, 2], [2012, 3]])];
 * const changes = placeboChanges(series, {base: [-2, -1], after: [0, 0]});
 * console.log([...changes].map(([year, values]) => `${year}: ${[...values].join()}`).join("; "));
 * // 2012: 3,1
 */
export function placeboChanges(
  series: Iterable<ReadonlyMap<number, number>>,
  {base, after}: {base: TimeWindow; after: TimeWindow}
): Map<number, Float64Array> {
  const changes = new Map<number, number[]>();
  for (const values of series) {
    for (const first of values.keys()) {
      const start = first - base[0];
      const change = meanAt(values, start, after) - meanAt(values, start, base);
      if (Number.isNaN(change)) continue;
      if (!changes.has(start)) changes.set(start, []);
      changes.get(start)!.push(change);
    }
  }
  return new Map(
    [...changes]
      .filter(([, of]) => of.length > 1)
      .sort(([a], [b]) => a - b)
      .map(([start, of]) => [start, Float64Array.from(of)])
  );
}

/** NaN where a value is missing. */
function meanAt(values: ReadonlyMap<number, number>, start: number, [from, to]: TimeWindow): number {
  let sum = 0;
  for (let time = from; time <= to; time++) sum += values.get(start + time) ?? NaN;
  return sum / (to - from + 1);
}
