import {range} from "d3";
import {design} from "../../design.ts";
import type {BeforeAfter} from "../../release/results.ts";
import type {Unit} from "./units.ts";

/**
 * The before–after figure taken apart, for schools with a result in the year before joining and an excess since:
 * before–after = return from the year before + expected change + effect, under either assumption. Null where there are none.
 */
export function splitBeforeAfter(units: readonly Unit[], unit: number): Omit<BeforeAfter, "warning"> | null {
  const {after, before} = design.before_after;
  const parts = units.flatMap(({trial, at}) => {
    const before_ = trial.change[before - trial.from]?.[at] ?? NaN;
    const columns = range(after[0] - trial.from, after[1] - trial.from + 1).filter(
      (column) => column < trial.change.length && !Number.isNaN(trial.excess.same_trend[column][at])
    );
    if (Number.isNaN(before_) || !columns.length) return [];
    const mean = (values: readonly Float64Array[]) =>
      columns.reduce((sum, column) => sum + values[column][at], 0) / columns.length;
    return [
      {
        before: before_,
        change: mean(trial.change),
        same_trend: mean(trial.expected.same_trend),
        same_past: mean(trial.expected.same_past)
      }
    ];
  });
  if (!parts.length) return null;
  const mean = (of: (part: (typeof parts)[number]) => number) =>
    (unit * parts.reduce((sum, part) => sum + of(part), 0)) / parts.length;
  const change = mean((part) => part.change);
  const expected = {same_trend: mean((part) => part.same_trend), same_past: mean((part) => part.same_past)};
  return {
    schools: parts.length,
    before_after: mean((part) => part.change - part.before),
    return: mean((part) => -part.before),
    expected,
    effect: {same_trend: change - expected.same_trend, same_past: change - expected.same_past}
  };
}
