import {UserError} from "../../errors.ts";
import {cohortYears} from "../callaway-santanna/comparisons.ts";
import {arrangeGrid, type PanelGrid} from "../callaway-santanna/panel-grid.ts";
import type {CohortYearEffect, PanelOptions, PanelResult} from "../../panel/panel-estimator.ts";
import type {Effect, LongPanel} from "../../panel/long-panel.ts";
import {averageExcess} from "./average-excess.ts";
import {cellExcess, type CellExcess, type Cohort} from "./cell-excess.ts";
import {meanExcess, type MeanExcess} from "./mean-excess.ts";
import {listMessages, type Run} from "./messages.ts";
import {windowMeans, type WindowMeans} from "./window-means.ts";

/** The options of `outcomeRegression`: its base is a window of event times. */
export type OutcomeRegressionOptions = Pick<
  PanelOptions,
  "aggregate" | "windows" | "comparators" | "squares" | "laggedOutcome" | "after"
> & {
  base: readonly [from: number, to: number];
};

/**
 * Whether options ask for outcome regression counted from a base window.
 *
 * @example
 * import {usesOutcomeRegression} from "school-partnerships";
 *
 * const options = {aggregate: "simple", comparators: "never_treated", method: "reg", anticipation: 0};
 * console.log(usesOutcomeRegression({...options, base: [-4, -2]}), usesOutcomeRegression({...options, base: "varying"}));
 * // true false
 */
export const usesOutcomeRegression = (options: PanelOptions): options is PanelOptions & OutcomeRegressionOptions =>
  options.method === "reg" && typeof options.base !== "string";

/**
 * Callaway–Sant’Anna by outcome regression from a base window: for every cohort and period the change from the base
 * mean is regressed on base means of the covariates among the units not treated by then, whatever their role, and every
 * effect is a mean of the treated units’ excesses over what that expects of them (Heckman, Ichimura & Todd 1997;
 * Sant’Anna & Zhao 2020, eq. 2.2; Callaway & Sant’Anna 2021). Treated are the units whose effect is asked for
 * (`panel.studied`, all without). Covariates may be missing (NaN): their means are of the values there are.
 *
 * Throws a UserError where nothing can be estimated, with the reasons.
 *
 * @example
 * import {outcomeRegression, readPanel} from "school-partnerships";
 *
 * // A row a unit and year: a and b are treated from 2012, c, d and e never.
 * const {panel} = readPanel({
 *   id: [..."aaabbbcccdddeee"],
 *   time: Float64Array.from({length: 15}, (_, i) => 2010 + (i % 3)),
 *   cohort: Float64Array.from({length: 15}, (_, i) => (i < 6 ? 2012 : 0)),
 *   outcome: Float64Array.of(1, 2, 5, 2, 3, 7, 3, 4, 5, 4, 5, 6, 5, 6, 7)
 * });
 * const {effects} = outcomeRegression(panel, {aggregate: "simple", comparators: "never_treated", base: [-2, -1]});
 * console.log(effects[0].estimate.toFixed(2));
 * // 2.50
 */
export function outcomeRegression(panel: LongPanel, options: OutcomeRegressionOptions): PanelResult {
  const grid = arrangeGrid(panel);
  const run = makeRun(grid, options);
  const messages = listMessages(grid, run);
  if (!run.cells.length) throw nothingLeft(run, messages);
  if (options.aggregate === "att_gt")
    return {effects: [], cells: run.cells.map((cell) => cellEffect(cell, panel)), messages};
  const averaged = averageExcess(run.cells, panel, {
    aggregate: options.aggregate,
    windows: options.windows,
    after: options.after ?? [0, Infinity]
  });
  return {effects: averaged.map((mean) => computeEffect(mean, panel)), messages};
}

function makeRun(
  grid: PanelGrid,
  {base, comparators, squares = false, laggedOutcome = false}: OutcomeRegressionOptions
): Run {
  const {panel, makeUnits} = grid;
  const {cells: planned, without} = cohortYears(grid, {base, anticipation: 0});
  const names = panel.covariates.map(({name}) => name);
  const cohorts = new Map<number, Cohort>();
  const cells: CellExcess[] = [];
  const empty: {cohort: number; time: number; reason: string}[] = [];
  for (const {cohort, at, base: places} of planned) {
    const treated = (makeUnits.get(cohort) ?? new Int32Array(0)).filter((u) => !panel.studied || panel.studied[u]);
    if (!treated.length) continue;
    let own = cohorts.get(cohort);
    if (!own) {
      const means = windowMeans(grid, places);
      cohorts.set(cohort, (own = {cohort, treated, means, complete: selectComplete(means)}));
    }
    const cell = cellExcess(grid, own, at, {comparators, squares, laggedOutcome, names});
    if ("reason" in cell) empty.push({cohort, time: grid.periods[at], reason: cell.reason});
    else cells.push(cell);
  }
  const studied = (g: number) => (makeUnits.get(g) ?? []).some((u) => !panel.studied || panel.studied[u]);
  return {cohorts: [...cohorts.values()], cells, empty, without: without.filter(studied)};
}

const selectComplete = ({outcome, covariates}: WindowMeans): Uint8Array =>
  Uint8Array.from(outcome, (mean, u) =>
    Number.isNaN(mean) || covariates.some((means) => Number.isNaN(means[u])) ? 0 : 1
  );

function computeEffect(
  {term, estimate, influence, rests, units, comparators}: MeanExcess,
  {cluster}: LongPanel
): Effect {
  const clusters = new Set(cluster.filter((_, u) => rests[u] & 1)).size;
  return {term, estimate, influence, units, comparators, clusters};
}

function cellEffect(cell: CellExcess, panel: LongPanel): CohortYearEffect {
  const {cohort, time} = cell;
  const mean = meanExcess("cell", [cell], panel);
  if (!mean) throw new RangeError(`cohort ${cohort} in ${time} has no excess`);
  const {estimate, influence, units, comparators, clusters} = computeEffect(mean, panel);
  return {cohort, time, estimate, influence, units, comparators, ...(clusters === undefined ? {} : {clusters})};
}

function nothingLeft({empty, without}: Run, messages: readonly string[]): UserError {
  const reasons = [...new Set(empty.map(({reason}) => reason))];
  const cause = reasons.length
    ? reasons.join("; ")
    : without.length
      ? "no cohort has a period of the base before it"
      : "no unit asked for is treated within the panel";
  return new UserError(
    [`no effect can be estimated: ${cause}`, ...messages.filter((text) => text.startsWith("left out"))].join("; "),
    {
      fix: "add earlier periods or more comparators, or take fewer covariates or another base"
    }
  );
}
