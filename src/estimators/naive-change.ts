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
  const column = -1 - firstEventTime;
  const change = ({row, cell, columns, values}: Observations) => ({
    row,
    cell,
    columns: 1,
    values: Float64Array.from(row, (_, unit) => {
      const at = unit * columns + column;
      return meanOfAvailable(values, at + 1, at + 3) - values[at];
    })
  });
  return weighToJoined({joined: change(joined), similar: change(similar), all: change(all)}, {cells, strata});
}
