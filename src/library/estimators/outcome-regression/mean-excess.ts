import type {Effect, LongPanel} from "../../panel/long-panel.ts";
import type {CellExcess} from "./cell-excess.ts";
import {donorInfluence} from "./donor-influence.ts";

/** A mean of excesses, with by unit 1 if it is treated and counted, 2 if compared with, 3 if both. */
export interface MeanExcess extends Omit<Effect, "influence"> {
  influence: Float64Array;
  rests: Uint8Array;
}

/**
 * A mean of the excesses of cells. Every treated unit counts once, with its mean over the cells that it has, or once
 * for each of them (`eachCell`); by weight where units have any. A unit’s influence is how far it is from the mean by
 * what it counts for, and what it moves as a donor. Null without a treated unit.
 */
export function meanExcess(
  term: Effect["term"],
  cells: readonly CellExcess[],
  {ids}: Pick<LongPanel, "ids">,
  {eachCell = false}: {eachCell?: boolean} = {}
): MeanExcess | null {
  const count = new Int32Array(ids.length);
  const rows = cells.flatMap((cell) => excessRows(cell));
  for (const {unit} of rows) count[unit]++;
  const countsFor = ({unit, weight}: ExcessRow) => (eachCell ? weight : weight / count[unit]);
  const total = rows.reduce((sum, row) => sum + countsFor(row), 0);
  if (!rows.length) return null;
  const estimate = rows.reduce((sum, row) => sum + (countsFor(row) / total) * row.excess, 0);

  const influence = new Float64Array(ids.length);
  const rests = new Uint8Array(ids.length);
  const shares = new Map(cells.map((cell) => [cell, new Float64Array(cell.design.rows)]));
  for (const row of rows) {
    const share = countsFor(row) / total;
    influence[row.unit] += share * (row.excess - estimate);
    rests[row.unit] = 1;
    shares.get(row.cell)?.fill(share, row.place, row.place + 1);
  }
  for (const [{design, regression, units, weights}, share] of shares) {
    donorInfluence(design, regression, share, weights).forEach((moved, i) => {
      influence[units[i]] += moved;
      rests[units[i]] |= 2;
    });
  }
  return {term, estimate, influence, rests, ...counts(rests)};
}

/** The plain mean of means. */
export function meanOfMeans(term: Effect["term"], parts: readonly MeanExcess[]): MeanExcess {
  const units = parts[0].influence.length;
  const influence = new Float64Array(units);
  const rests = new Uint8Array(units);
  for (const part of parts) {
    for (let u = 0; u < units; u++) {
      influence[u] += part.influence[u] / parts.length;
      rests[u] |= part.rests[u];
    }
  }
  const estimate = parts.reduce((sum, part) => sum + part.estimate, 0) / parts.length;
  return {term, estimate, influence, rests, ...counts(rests)};
}

interface ExcessRow {
  cell: CellExcess;
  /** Row of the cell’s design. */
  place: number;
  unit: number;
  weight: number;
  excess: number;
}

function excessRows(cell: CellExcess): ExcessRow[] {
  const {design, regression, units, weights} = cell;
  const rows: ExcessRow[] = [];
  for (let place = design.donors; place < design.rows; place++) {
    const excess = regression.excess[place];
    if (!Number.isNaN(excess)) rows.push({cell, place, unit: units[place], weight: weights[place], excess});
  }
  return rows;
}

function counts(rests: Uint8Array): Pick<Effect, "units" | "comparators"> {
  const marked = (mark: number) => rests.reduce((sum, own) => sum + (own & mark ? 1 : 0), 0);
  return {units: marked(1), comparators: marked(2)};
}
