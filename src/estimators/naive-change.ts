import type {Comparison} from "../comparison.ts";
import type {Group} from "../release.ts";
import {weighToJoined} from "../statistics/joined-mix.ts";
import {meanOfAvailable} from "../statistics/mean-of-available.ts";
import type {Observations} from "../statistics/observations.ts";

/**
 * For each unit of each group, the mean of the values there are at event times
 * 0 to 2 less the value at −1: one column, NaN where either is missing,
 * weighted to the joined schools’ mix among those that have one.
 */
export function naiveChanges({
  groups: {joined, similar, all},
  firstEventTime,
  cells,
  strata
}: Comparison): Record<Group, Observations> {
  const change = ({row, cell, values}: Observations) => ({
    row,
    cell,
    columns: 1,
    values: new Float64Array(row.length).map((_, unit) => {
      const at = (event_time: number) => (event_time - firstEventTime) * row.length + unit;
      return meanOfAvailable(values, at(0), at(2), row.length) - values[at(-1)];
    })
  });
  return weighToJoined({joined: change(joined), similar: change(similar), all: change(all)}, {cells, strata});
}
