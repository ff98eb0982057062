import {PublishedFileError, UserError} from "../errors.ts";

/** Units × periods without a gap, of which some units are treated from one period on, and all others never. */
export interface BlockPanel {
  /** Comparators by name, then treated units by name. */
  units: readonly string[];
  /** Ascending. */
  periods: Float64Array;
  /** Units × periods, row by row. */
  outcome: Float64Array;
  /** How many comparators there are: N_co. */
  comparators: number;
  /** How many periods there are before the treatment: T_pre. */
  before: number;
}

/** The columns of a panel as they stand in a file, all of one length, rows in any order. */
export interface BlockColumns {
  id: readonly string[];
  time: Float64Array;
  /** 1 in the periods in which the unit is treated, 0 otherwise. */
  treated: Float64Array;
  outcome: Float64Array;
}

/**
 * The block in some columns. Throws a PublishedFileError at two rows of one unit
 * and period or a treated that is neither 0 nor 1, and a UserError where a unit
 * lacks a period or an outcome, treated units start in different periods or stop,
 * or nobody is treated, untreated or seen before.
 *
 * @example
 * import {readBlock} from "school-partnerships";
 *
 * // c is treated from 2013.
 * const panel = readBlock(
 *   {
 *     id: [..."aaaabbbbcccc"],
 *     time: Float64Array.from({length: 12}, (_, i) => 2010 + (i % 4)),
 *     treated: Float64Array.from({length: 12}, (_, i) => (i === 11 ? 1 : 0)),
 *     outcome: Float64Array.of(1, 2, 4, 5, 5, 5, 7, 8, 3, 4, 5, 9)
 *   },
 *   {file: "panel", row: Array.from({length: 12}, (_, i) => i + 1)}
 * );
 * console.log(panel.units.join(), panel.comparators, panel.before);
 * // a,b,c 2 3
 */
export function readBlock(
  columns: BlockColumns,
  {
    file,
    row
  }: {/** What messages call it. */ file: string; /** By row: its number in the file. */ row: ArrayLike<number>}
): BlockPanel {
  const names = [...new Set(columns.id)].sort();
  const periods = Float64Array.from(new Set(columns.time)).sort();
  const unitAt = new Map(names.map((name, i) => [name, i]));
  const periodAt = new Map([...periods].map((period, i) => [period, i]));
  const outcome = new Float64Array(names.length * periods.length).fill(NaN);
  const treated = new Float64Array(outcome.length);
  const seen = new Int32Array(outcome.length).fill(-1);
  columns.id.forEach((id, i) => {
    const cell = unitAt.get(id)! * periods.length + periodAt.get(columns.time[i])!;
    const at = {file, row: row[i]};
    if (seen[cell] >= 0) {
      throw new PublishedFileError(`${id} in ${columns.time[i]} stands in row ${row[seen[cell]]} already`, {
        ...at,
        fix: "keep one row a unit and period"
      });
    }
    if (columns.treated[i] !== 0 && columns.treated[i] !== 1) {
      throw new PublishedFileError(`treated is ${columns.treated[i]}, neither 0 nor 1`, {
        ...at,
        fix: "write 1 in the periods in which a unit is treated, and 0 otherwise"
      });
    }
    seen[cell] = i;
    outcome[cell] = columns.outcome[i];
    treated[cell] = columns.treated[i];
  });
  refuseGaps(outcome, {names, periods, file});
  const starts = names.map((_, i) => treated.subarray(i * periods.length, (i + 1) * periods.length).indexOf(1));
  const before = startOfAll(starts, treated, {names, periods, file});
  const order = names.map((_, i) => i).sort((a, b) => Number(starts[a] >= 0) - Number(starts[b] >= 0) || a - b);
  return {
    units: order.map((i) => names[i]),
    periods,
    outcome: Float64Array.from({length: outcome.length}, (_, cell) => {
      const unit = Math.floor(cell / periods.length);
      return outcome[order[unit] * periods.length + (cell % periods.length)];
    }),
    comparators: starts.filter((start) => start < 0).length,
    before
  };
}

interface Named {
  names: readonly string[];
  periods: Float64Array;
  file: string;
}

function refuseGaps(outcome: Float64Array, {names, periods, file}: Named): void {
  const gap = outcome.findIndex((value) => !Number.isFinite(value));
  if (gap < 0) return;
  const unit = names[Math.floor(gap / periods.length)];
  const units = new Set(
    [...outcome.keys()].filter((i) => !Number.isFinite(outcome[i])).map((i) => Math.floor(i / periods.length))
  );
  throw new UserError(
    `${file}: ${unit} has no outcome in ${periods[gap % periods.length]} (${units.size} of ${names.length} units lack one)`,
    {
      fix: "leave out the units, or the periods, that are not complete"
    }
  );
}

/** The first treated period, which all treated units have to share. */
function startOfAll(starts: readonly number[], treated: Float64Array, {names, periods, file}: Named): number {
  const firsts = [...new Set(starts.filter((start) => start >= 0))].sort((a, b) => a - b);
  if (firsts.length === 0) throw new UserError(`${file}: nobody is treated`, {fix: "write 1 where a unit is treated"});
  if (firsts.length === starts.length || !starts.includes(-1)) {
    throw new UserError(`${file}: every unit is treated`, {fix: "give units that never were, to weigh against them"});
  }
  if (firsts.length > 1) {
    throw new UserError(`${file}: units start in ${firsts.map((first) => periods[first]).join(", ")}`, {
      fix: "give one of these starts at a time, leaving out the units that start in another, or use estimate"
    });
  }
  if (firsts[0] === 0) {
    throw new UserError(`${file}: treated units are treated in the first period, ${periods[0]}, already`, {
      fix: "write 0 in the periods before a unit is treated, and give some"
    });
  }
  starts.forEach((start, unit) => {
    const stopped =
      start < 0 ? -1 : treated.subarray(unit * periods.length + start, (unit + 1) * periods.length).indexOf(0);
    if (stopped >= 0) {
      throw new UserError(
        `${file}: ${names[unit]} is treated in ${periods[start]} and not in ${periods[start + stopped]}`,
        {
          fix: "leave the unit out, or write 1 from its first treated period to the last"
        }
      );
    }
  });
  return firsts[0];
}

/** By period: the mean outcome of the treated units. */
export function treatedMean({units, periods, outcome, comparators}: BlockPanel): Float64Array {
  const means = new Float64Array(periods.length);
  for (let unit = comparators; unit < units.length; unit++) {
    for (let t = 0; t < means.length; t++) means[t] += outcome[unit * means.length + t] / (units.length - comparators);
  }
  return means;
}

/** By period: the weighted sum of the comparators’ outcomes. */
export function syntheticMean({periods, outcome, comparators}: BlockPanel, weights: Float64Array): Float64Array {
  const sums = new Float64Array(periods.length);
  for (let unit = 0; unit < comparators; unit++) {
    if (weights[unit] === 0) continue;
    for (let t = 0; t < sums.length; t++) sums[t] += weights[unit] * outcome[unit * sums.length + t];
  }
  return sums;
}

/** The comparators’ outcomes before the treatment, an array a comparator. */
export function comparatorsBefore({periods, outcome, comparators, before}: BlockPanel): Float64Array[] {
  return Array.from({length: comparators}, (_, unit) =>
    outcome.slice(unit * periods.length, unit * periods.length + before)
  );
}

/**
 * The panel of some of its units, the last `treated` of which count as treated. Units may stand twice.
 *
 * @example
 * import {readBlock, takeUnits} from "school-partnerships";
 *
 * // c is treated from 2013.
 * const panel = readBlock(
 *   {
 *     id: [..."aaaabbbbcccc"],
 *     time: Float64Array.from({length: 12}, (_, i) => 2010 + (i % 4)),
 *     treated: Float64Array.from({length: 12}, (_, i) => (i === 11 ? 1 : 0)),
 *     outcome: Float64Array.of(1, 2, 4, 5, 5, 5, 7, 8, 3, 4, 5, 9)
 *   },
 *   {file: "panel", row: Array.from({length: 12}, (_, i) => i + 1)}
 * );
 * // Without b: a, and c, which counts as treated.
 * console.log(takeUnits(panel, [0, 2], 1).units.join());
 * // a,c
 */
export function takeUnits(panel: BlockPanel, rows: readonly number[], treated: number): BlockPanel {
  const {units, periods, outcome, before} = panel;
  const selected = new Float64Array(rows.length * periods.length);
  rows.forEach((row, i) =>
    selected.set(outcome.subarray(row * periods.length, (row + 1) * periods.length), i * periods.length)
  );
  return {units: rows.map((row) => units[row]), periods, outcome: selected, comparators: rows.length - treated, before};
}
