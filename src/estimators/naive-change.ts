import type {Comparison} from "../comparison.ts";
import {design} from "../design.ts";
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
  const {after, before} = design.naive;
  const change = ({row, cell, values}: Observations) => {
    const units = row.length;
    const changes = new Float64Array(units);
    const [from, to, base] = [after[0], after[1], before].map((eventTime) => (eventTime - firstEventTime) * units);
    for (let unit = 0; unit < units; unit++) {
      changes[unit] = meanOfAvailable(values, from + unit, to + unit, units) - values[base + unit];
    }
    return {row, cell, columns: 1, values: changes};
  };
  return weighToJoined({joined: change(joined), similar: change(similar), all: change(all)}, {cells, strata});
}
