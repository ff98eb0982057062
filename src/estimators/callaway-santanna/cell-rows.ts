import {standardisedDesign} from "../../statistics/standardised-design.ts";
import type {LongPanel} from "../long-panel.ts";
import type {CohortYear} from "./comparisons.ts";
import type {PanelGrid} from "./panel-grid.ts";
import type {Pair, Sections} from "./two-by-two.ts";

/** What one cohort and year is estimated from; `unit` says whose each row is. */
export type CellRows<Rows> = Rows & {unit: Int32Array; collinear: string[]};

/**
 * The units with a row in the year and at least one in the base: outcome less
 * the mean of the base rows there are. Weight and covariates are those of the earlier of
 * the year and the last base row of the unit.
 */
export function pairOf(
  {panel, rowAt, periods}: PanelGrid,
  {at, base}: CohortYear,
  units: {treated: Int32Array; comparators: readonly Int32Array[]}
): CellRows<Pair> {
  const most = units.treated.length + units.comparators.reduce((sum, {length}) => sum + length, 0);
  const unit = new Int32Array(most);
  const change = new Float64Array(most);
  const earlier = new Int32Array(most);
  let count = 0;
  let treatedCount = 0;
  for (const group of [units.treated, ...units.comparators]) {
    for (const u of group) {
      const row = rowAt[u * periods.length + at];
      const before = row < 0 ? null : meanOfBase(u, base);
      if (!before) continue;
      unit[count] = u;
      change[count] = panel.outcome[row] - before.mean;
      earlier[count] = panel.period[row] < panel.period[before.row] ? row : before.row;
      count++;
    }
    if (group === units.treated) treatedCount = count;
  }
  const rows = earlier.subarray(0, count);
  return {
    unit: unit.subarray(0, count),
    treated: new Uint8Array(count).fill(1, 0, treatedCount),
    change: change.subarray(0, count),
    ...weightsAndDesign(panel, rows)
  };

  function meanOfBase(u: number, places: readonly number[]): {mean: number; row: number} | null {
    let sum = 0;
    let present = 0;
    let last = -1;
    for (const place of places) {
      const row = rowAt[u * periods.length + place];
      if (row < 0) continue;
      sum += panel.outcome[row];
      present++;
      last = row;
    }
    return present ? {mean: sum / present, row: last} : null;
  }
}

/** The rows of the year and of the base, of units with either. The base is one period. */
export function sectionsOf(
  {panel, rowAt, periods}: PanelGrid,
  {at, base}: CohortYear,
  units: {treated: Int32Array; comparators: readonly Int32Array[]}
): CellRows<Sections> {
  const rows: number[] = [];
  let treatedCount = 0;
  for (const group of [units.treated, ...units.comparators]) {
    for (const u of group) {
      for (const place of [base[0]!, at]) {
        const row = rowAt[u * periods.length + place];
        if (row >= 0) rows.push(row);
      }
    }
    if (group === units.treated) treatedCount = rows.length;
  }
  const kept = Int32Array.from(rows);
  return {
    unit: kept.map((row) => panel.unit[row]),
    treated: new Uint8Array(kept.length).fill(1, 0, treatedCount),
    after: Uint8Array.from(kept, (row) => (panel.period[row] === periods[at] ? 1 : 0)),
    outcome: Float64Array.from(kept, (row) => panel.outcome[row]),
    ...weightsAndDesign(panel, kept)
  };
}

function weightsAndDesign({weights, covariates}: LongPanel, rows: Int32Array) {
  const {design, collinear} = standardisedDesign(
    rows.length,
    covariates.map(({name, values}) => ({name, values: Float64Array.from(rows, (row) => values[row])}))
  );
  return {
    weights: weights ? Float64Array.from(rows, (row) => weights[row]) : new Float64Array(rows.length).fill(1),
    design,
    collinear
  };
}
