import type {Adjustment, PanelOptions} from "../../panel/panel-estimator.ts";
import {makePair, makeSections, type CellRows} from "./cell-rows.ts";
import {cohortYears, selectComparators, type CohortYear} from "./comparisons.ts";
import {pairDoublyRobust} from "./pair-doubly-robust.ts";
import {pairMeans} from "./pair-means.ts";
import {pairRegression} from "./pair-regression.ts";
import {pairWeighting} from "./pair-weighting.ts";
import type {PanelGrid} from "./panel-grid.ts";
import {sectionsDoublyRobust} from "./sections-doubly-robust.ts";
import {sectionsMeans} from "./sections-means.ts";
import {sectionsRegression} from "./sections-regression.ts";
import {sectionsWeighting} from "./sections-weighting.ts";
import {ofYear, type Pair, type Sections, type TwoByTwo} from "./two-by-two.ts";

/** The effect on a cohort in a year. */
export interface CellEffect {
  cohort: number;
  time: number;
  att: number;
  /** By unit; null in the base year itself, where the effect is 0 by construction. */
  influence: Float64Array | null;
  /** By unit: 1 if it is treated and counted, 2 if it is compared with, 0 if neither. */
  rests: Uint8Array;
}

export interface CohortYearEffects {
  cells: CellEffect[];
  /** Cohorts and years that could not be estimated. */
  empty: {cohort: number; time: number; reason: string}[];
  /** Cohorts with nothing before treatment to count from. */
  without: number[];
  /** Covariates left out as collinear in some cohort and year. */
  collinear: string[];
}

const pairs: Record<Adjustment, (pair: Pair) => TwoByTwo> = {
  dr: pairDoublyRobust,
  reg: pairRegression,
  ipw: pairWeighting
};
const sections: Record<Adjustment, (rows: Sections) => TwoByTwo> = {
  dr: sectionsDoublyRobust,
  reg: sectionsRegression,
  ipw: sectionsWeighting
};

/** ATT(g, t) of every cohort and year, Callaway & Sant’Anna (2021) eq. 2.2 to 2.9. */
export function cohortYearEffects(
  grid: PanelGrid,
  options: Pick<PanelOptions, "comparators" | "base" | "method" | "anticipation">
): CohortYearEffects {
  const {cells: planned, without} = cohortYears(grid, options);
  const cells: CellEffect[] = [];
  const empty: CohortYearEffects["empty"] = [];
  const collinear = new Set<string>();
  for (const cell of planned) {
    const {cohort, at} = cell;
    const time = grid.periods[at];
    const units = {treated: grid.makeUnits.get(cohort)!, comparators: selectComparators(grid, cell, options)};
    const result =
      cell.base.length === 1 && cell.base[0] === at ? inBase(grid) : estimateCell(grid, cell, units, options);
    for (const name of result.collinear ?? []) collinear.add(name);
    if (result.reason === undefined) cells.push({cohort, time, ...result.effect});
    else empty.push({cohort, time, reason: result.reason});
  }
  return {cells, empty, without, collinear: [...collinear]};
}

type CellResult = {collinear?: string[]} & (
  {effect: Omit<CellEffect, "cohort" | "time">; reason?: undefined} | {reason: string}
);

const inBase = ({panel}: PanelGrid): CellResult => ({
  effect: {att: 0, influence: null, rests: new Uint8Array(panel.ids.length)}
});

function estimateCell(
  grid: PanelGrid,
  cell: CohortYear,
  units: {treated: Int32Array; comparators: readonly Int32Array[]},
  {base, method}: Pick<PanelOptions, "base" | "method">
): CellResult {
  if (grid.isBalanced || typeof base !== "string") {
    const rows = makePair(grid, cell, units);
    const filled = notFilled(rows.treated);
    return (
      filled ?? computeEffect(grid, rows, rows.design.columns.length === 0 ? pairMeans(rows) : pairs[method](rows))
    );
  }
  const rows = makeSections(grid, cell, units);
  const filled = notFilled(ofYear(rows, 0).treated) ?? notFilled(ofYear(rows, 1).treated);
  return (
    filled ?? computeEffect(grid, rows, rows.design.columns.length === 0 ? sectionsMeans(rows) : sections[method](rows))
  );
}

/** Why rows cannot be compared: nobody treated among them, or nobody else. Null if they can. */
function notFilled(treated: Uint8Array): {reason: string} | null {
  if (!treated.includes(1)) return {reason: "no treated unit has an outcome in both years"};
  return treated.includes(0) ? null : {reason: "no comparator has an outcome in both years"};
}

function computeEffect(
  {panel}: PanelGrid,
  {unit, treated, collinear}: CellRows<{treated: Uint8Array}>,
  result: TwoByTwo
): CellResult {
  if (result.reason !== undefined) return {...result, collinear};
  const influence = new Float64Array(panel.ids.length);
  const rests = new Uint8Array(panel.ids.length);
  for (let i = 0; i < unit.length; i++) {
    influence[unit[i]] += result.influence[i];
    rests[unit[i]] = treated[i] ? 1 : 2;
  }
  return {effect: {att: result.att, influence, rests}, collinear};
}
