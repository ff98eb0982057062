import {group} from "d3";
import {requireWindows, type NamedWindow} from "../panel/named-window.ts";
import type {Aggregate} from "../panel/panel-estimator.ts";

/** One cohort in one calendar period, and how much it weighs (its rows, or their weights). */
export interface Cell {
  cohort: number;
  time: number;
  weight: number;
}

/** Means over cells: by cell what it counts for. */
export interface CellMeans {
  overall: Float64Array;
  terms: {term: number | string; share: Float64Array}[];
}

/**
 * How cells are put together. Event times (all of them), cohorts and calendar
 * periods (from treatment on) are means of their cells by weight; a phase is the mean of the
 * event times of its window. The overall mean is over all cells from treatment on (`simple`),
 * over calendar periods, over event times from 0 (`dynamic`, `phase`), or over
 * cohorts by their mean weight a period. `att_gt` has no terms: the cells are the answer.
 *
 * Throws a RangeError where there is no cell from treatment on, a UserError where phases have no windows.
 */
export function cellMeans(
  cells: readonly Cell[],
  {aggregate, windows}: {aggregate: Aggregate; windows?: readonly NamedWindow[]}
): CellMeans {
  const every = [...cells.keys()];
  const after = every.filter((i) => cells[i].time >= cells[i].cohort);
  if (!after.length) throw new RangeError("no cell is from treatment on");
  const by = (among: readonly number[], of: (cell: Cell) => number) =>
    [...group(among, (i) => of(cells[i]))]
      .sort(([a], [b]) => a - b)
      .map(([term, members]) => ({term, members, share: shares(cells, members)}));

  if (aggregate === "simple" || aggregate === "att_gt") return {overall: shares(cells, after), terms: []};
  if (aggregate === "calendar") {
    const terms = by(after, ({time}) => time);
    return {overall: mean(terms), terms};
  }
  if (aggregate === "cohort") {
    const terms = by(after, ({cohort}) => cohort);
    const weights = terms.map(({members}) => computeTotal(cells, members) / members.length);
    return {overall: mean(terms, weights), terms};
  }
  const events = by(every, ({cohort, time}) => time - cohort);
  const overall = mean(events.filter(({term}) => term >= 0));
  if (aggregate === "dynamic") return {overall, terms: events};
  return {
    overall,
    terms: requireWindows(windows).flatMap(({id, from, to}) => {
      const within = events.filter(({term}) => term >= from && term <= to);
      return within.length ? [{term: id, share: mean(within)}] : [];
    })
  };
}

/** The mean of means, by their weights; alike without. */
function mean(parts: readonly {share: Float64Array}[], weights: readonly number[] = parts.map(() => 1)): Float64Array {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const result = new Float64Array(parts[0].share.length);
  parts.forEach(({share}, k) => share.forEach((value, i) => (result[i] += (value * weights[k]) / total)));
  return result;
}

function shares(cells: readonly Cell[], of: readonly number[]): Float64Array {
  const total = computeTotal(cells, of);
  const share = new Float64Array(cells.length);
  for (const i of of) share[i] = cells[i].weight / total;
  return share;
}

const computeTotal = (cells: readonly Cell[], of: readonly number[]) => of.reduce((sum, i) => sum + cells[i].weight, 0);
