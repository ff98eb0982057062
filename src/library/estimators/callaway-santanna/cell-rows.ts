import type {AlikeRows} from "../../statistics/alike-rows.ts";
import {standardisedDesign} from "../../statistics/standardised-design.ts";
import type {LongPanel} from "../../panel/long-panel.ts";
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
export function makePair(
  {panel, rowAt, periods, alike}: PanelGrid,
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
    ...weightsAndDesign(panel, rows, alike)
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

/** The rows of the base, which is one period, and then those of the year: of units with either. */
export function makeSections(
  {panel, rowAt, periods, alike}: PanelGrid,
  {at, base}: CohortYear,
  units: {treated: Int32Array; comparators: readonly Int32Array[]}
): CellRows<Sections> {
  const most = units.treated.length + units.comparators.reduce((sum, {length}) => sum + length, 0);
  const found = new Int32Array(2 * most);
  const isTreated = new Uint8Array(2 * most);
  let count = 0;
  let before = 0;
  for (const place of [base[0], at]) {
    for (const group of [units.treated, ...units.comparators]) {
      const from = count;
      for (const u of group) {
        const row = rowAt[u * periods.length + place];
        if (row >= 0) found[count++] = row;
      }
      if (group === units.treated) isTreated.fill(1, from, count);
    }
    if (place !== at) before = count;
  }
  const rows = found.subarray(0, count);
  const unit = new Int32Array(count);
  for (let i = 0; i < count; i++) unit[i] = panel.unit[rows[i]];
  return {
    unit,
    treated: isTreated.subarray(0, count),
    before,
    outcome: selectRows(panel.outcome, rows),
    ...weightsAndDesign(panel, rows, alike)
  };
}

function weightsAndDesign({weights, covariates}: LongPanel, rows: Int32Array, alike: AlikeRows) {
  const {design, collinear} = standardisedDesign(
    rows.length,
    covariates.map(({name, values}) => ({name, values: selectRows(values, rows)}))
  );
  return {
    weights: weights ? selectRows(weights, rows) : new Float64Array(rows.length).fill(1),
    design,
    collinear,
    alike: {of: rows.map((row) => alike.of[row]), count: alike.count}
  };
}

function selectRows(values: Float64Array, rows: Int32Array): Float64Array {
  const found = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) found[i] = values[rows[i]];
  return found;
}
