import {checkOptions} from "../panel/check-options.ts";
import {UserError} from "../errors.ts";
import {cellMeans, type Cell} from "./cell-means.ts";
import type {Effect, LongPanel} from "../panel/long-panel.ts";
import type {NamedWindow} from "../panel/named-window.ts";
import type {Aggregate, CohortYearEffect, PanelEstimator, PanelResult} from "../panel/panel-estimator.ts";
import {unitsWith, withRows} from "../panel/panel-rows.ts";
import {collinearCovariates, combinationAt, computeEffects} from "./regression-effects.ts";
import {treatedCells} from "./treated-cells.ts";
import {fitTwoWay} from "./two-way-regression.ts";

/** The options of `sunAbraham`. */
export interface SunAbrahamOptions {
  aggregate: Aggregate;
  /** With `phase`: the windows of event times. */
  windows?: readonly NamedWindow[];
  /** Years before treatment in which it may already act. */
  anticipation: number;
  /**
   * What each cohort is counted from: the last year present before treatment
   * (less anticipation), or the year −1 (less anticipation) and no other. A cohort
   * for which that year was never published then loses its last year instead, and
   * is counted from that, as fixest has it.
   */
  reference: "last_before" | "year_before";
}

/** What `sunAbraham` gives: effects, and the coefficients of covariates. */
export interface SunAbrahamResult extends PanelResult {
  /** Coefficients of the covariates that are not collinear. */
  covariates: readonly Effect[];
}

/**
 * The interaction-weighted event study of Sun & Abraham (2021, §4.1): a
 * two-way regression with a dummy for each cohort and year but those it is counted from,
 * whose coefficients are averaged by the cohorts’ shares, taken as given.
 * Standard errors: see `computeEffects`. Without never-treated units, the
 * last cohort is compared with, and years from its treatment on are left out.
 *
 * Throws a UserError where no cohort is left to compare.
 *
 * @example
 * import {readPanel, sunAbraham} from "school-partnerships";
 *
 * // A row a unit and year: a and b are treated from 2012, c and d never.
 * const {panel} = readPanel({
 *   id: [..."aaabbbcccddd"],
 *   time: Float64Array.from({length: 12}, (_, i) => 2010 + (i % 3)),
 *   cohort: Float64Array.from({length: 12}, (_, i) => (i < 6 ? 2012 : 0)),
 *   outcome: Float64Array.of(1, 2, 5, 2, 3, 7, 3, 4, 5, 4, 5, 6)
 * });
 * const {effects} = sunAbraham(panel, {aggregate: "simple", anticipation: 0});
 * console.log(effects[0].estimate.toFixed(2));
 * // 2.50
 */
export function sunAbraham(
  given: LongPanel,
  {aggregate, windows, anticipation, reference}: SunAbrahamOptions
): SunAbrahamResult {
  const messages: string[] = [];
  const panel = withHistory(withComparators(given, anticipation, messages), anticipation, messages);
  const base = referenceTimes(panel, anticipation, reference);
  const {unit, period, cohort} = panel;
  const {cells, of} = treatedCells(panel, (row) => period[row] !== base.get(cohort[unit[row]]));
  if (!cells.some(({cohort, time}) => time >= cohort)) throw nothingTreated();

  const before = panel.covariates.length;
  const fit = fitTwoWay({...panel, units: panel.ids.length}, [...panel.covariates, {levels: cells.length, level: of}]);
  messages.push(...collinearCovariates(fit, panel));
  const kept = [...cells.keys()].filter((i) => !Number.isNaN(fit.coefficients[before + i]));
  messages.push(...droppedCells(cells, kept));
  if (!kept.some((i) => cells[i].time >= cells[i].cohort)) throw nothingTreated();

  const computeEffect = computeEffects(fit, panel);
  const comparators = count(unitsWith(panel, (row) => panel.cohort[panel.unit[row]] === Infinity));
  const listUnits = (share: Float64Array) => {
    const counts = combinationAt(cells.length, kept, share);
    return count(unitsWith(panel, (row) => of[row] >= 0 && counts[of[row]] !== 0));
  };
  const effect = (term: Effect["term"], share: Float64Array): Effect =>
    computeEffect(
      combinationAt(
        fit.regressors,
        kept.map((i) => before + i),
        share
      ),
      {term, units: listUnits(share), comparators}
    );
  const keptCells = kept.map((i) => cells[i]);
  const {overall, terms} = cellMeans(keptCells, {aggregate, windows});
  const apart = aggregate === "att_gt";
  return {
    effects: apart ? [] : [effect("overall", overall), ...terms.map(({term, share}) => effect(term, share))],
    ...(apart ? {cells: keptCells.map((cell, i) => cellEffect(cell, effect(i, combinationAt(kept.length, [i]))))} : {}),
    covariates: panel.covariates.flatMap(({name}, j) =>
      Number.isNaN(fit.coefficients[j])
        ? []
        : [computeEffect(combinationAt(fit.regressors, [j]), {term: name, units: listUnits(overall), comparators})]
    ),
    messages
  };
}

/**
 * `sunAbraham` with the interface of the registry.
 *
 * @example
 * import {readPanel, sunAbrahamEstimator} from "school-partnerships";
 *
 * // A row a unit and year: a and b are treated from 2012, c and d never.
 * const {panel} = readPanel({
 *   id: [..."aaabbbcccddd"],
 *   time: Float64Array.from({length: 12}, (_, i) => 2010 + (i % 3)),
 *   cohort: Float64Array.from({length: 12}, (_, i) => (i < 6 ? 2012 : 0)),
 *   outcome: Float64Array.of(1, 2, 5, 2, 3, 7, 3, 4, 5, 4, 5, 6)
 * });
 * const options = {aggregate: "simple", comparators: "never_treated", base: "varying", method: "dr", anticipation: 0};
 * console.log(sunAbrahamEstimator.estimate(panel, options).effects[0].estimate.toFixed(2));
 * // 2.50
 */
export const sunAbrahamEstimator: PanelEstimator = {
  id: "sun_abraham",
  label: "Interaction-weighted event study",
  reference: "Sun & Abraham (2021), Journal of Econometrics 225(2), doi:10.1016/j.jeconom.2020.09.006",
  aggregates: ["dynamic", "phase", "cohort", "calendar", "simple", "att_gt"],
  takes: ["anticipation", "covariates", "weights"],
  estimate: (panel, options) =>
    sunAbraham(panel, {...checkOptions(options, sunAbrahamEstimator), reference: "last_before"})
};

function withComparators(panel: LongPanel, anticipation: number, messages: string[]): LongPanel {
  if (panel.cohort.includes(Infinity)) return panel;
  const last = Math.max(...panel.cohort);
  const from = last - anticipation;
  messages.push(
    `nobody is never treated: the cohort of ${last}, the last, is compared with, and years from ${from} on are left out`
  );
  const cohort = panel.cohort.map((g) => (g === last ? Infinity : g));
  return withRows({...panel, cohort}, (row) => panel.period[row] < from);
}

/** Without cohorts that have no year before treatment (less anticipation): they have nothing to be counted from. */
function withHistory(panel: LongPanel, anticipation: number, messages: string[]): LongPanel {
  const {unit, period, cohort} = panel;
  const first = period.reduce((a, b) => Math.min(a, b), Infinity);
  const lost = cohort.filter((g) => g - anticipation <= first).length;
  if (lost) messages.push(`left out ${lost} units without a year before treatment`);
  return lost ? withRows(panel, (row) => cohort[unit[row]] - anticipation > first) : panel;
}

function referenceTimes(
  {period, cohort}: LongPanel,
  anticipation: number,
  reference: SunAbrahamOptions["reference"]
): Map<number, number> {
  const times = [...new Set(period)].sort((a, b) => a - b);
  return new Map(
    [...new Set(cohort)].map((g) => [
      g,
      reference === "year_before" ? g - 1 - anticipation : (times.findLast((t) => t < g - anticipation) ?? NaN)
    ])
  );
}

function droppedCells(cells: readonly Cell[], kept: readonly number[]): string[] {
  return [...cells.keys()]
    .filter((i) => !kept.includes(i))
    .map((i) => {
      const {cohort, time} = cells[i];
      return `the effect on the cohort of ${cohort} in ${time} cannot be distinguished from the others: left out`;
    });
}

const cellEffect = ({cohort, time}: Cell, {estimate, influence, units, comparators}: Effect): CohortYearEffect => ({
  cohort,
  time,
  estimate,
  influence,
  units,
  comparators
});

const count = (marks: Uint8Array): number => marks.reduce((sum, mark) => sum + mark, 0);

const nothingTreated = () =>
  new UserError("no cohort is left with a year of treatment to compare", {
    fix: "add never-treated units, or years before and after treatment"
  });
