import {checkOptions} from "../panel/check-options.ts";
import {UserError} from "../errors.ts";
import {influenceOnUnits} from "../statistics/least-squares-within.ts";
import {rowsBy} from "../statistics/rows-by.ts";
import {cellMeans} from "./cell-means.ts";
import {indexPeers} from "./peers.ts";
import type {Effect, LongPanel} from "../panel/long-panel.ts";
import type {NamedWindow} from "../panel/named-window.ts";
import type {Aggregate, PanelEstimator, PanelResult} from "../panel/panel-estimator.ts";
import {preTrend} from "./pre-trend.ts";
import {collinearCovariates} from "./regression-effects.ts";
import {treatedCells, type TreatedCells} from "./treated-cells.ts";
import {fitUntreated, type UntreatedFit} from "./untreated-fit.ts";

/** The options of `imputation`. */
export interface ImputationOptions {
  aggregate: Aggregate;
  /** With `phase`: the windows of event times. */
  windows?: readonly NamedWindow[];
  /** Years before treatment in which it may already act. */
  anticipation: number;
  /**
   * What treated rows are compared with for standard errors: the mean of their cohort in their year, which is
   * conservative (Borusyak, Jaravel & Spiess 2024, Theorem 3 and equation 8), or the mean
   * of all rows of the term, the two-stage sandwich of Gardner (2022).
   */
  variance: "conservative" | "two_stage";
  /** Which event times before treatment to test for a trend, with `dynamic`. */
  isLead: (event: number) => boolean;
}

/**
 * The imputation estimator of Borusyak, Jaravel & Spiess (2024): effects of
 * units and years are fitted to untreated rows, and what treated rows are above
 * them is averaged. Averages weigh rows by the panel’s weights.
 *
 * With treated weights ω and v the weights that untreated rows then have in the estimate,
 * the influence of a unit is Σ ω (τ̂ − τ̄) over its treated rows plus Σ v ε̂ over its
 * untreated ones; there is no correction for small samples.
 *
 * Throws a UserError if no treated row can be imputed.
 *
 * @example
 * import {imputation, readPanel} from "school-partnerships";
 *
 * // A row a unit and year: a and b are treated from 2012, c and d never.
 * const {panel} = readPanel({
 *   id: [..."aaabbbcccddd"],
 *   time: Float64Array.from({length: 12}, (_, i) => 2010 + (i % 3)),
 *   cohort: Float64Array.from({length: 12}, (_, i) => (i < 6 ? 2012 : 0)),
 *   outcome: Float64Array.of(1, 2, 5, 2, 3, 7, 3, 4, 5, 4, 5, 6)
 * });
 * const {effects} = imputation(panel, {aggregate: "simple", anticipation: 0, variance: "conservative"});
 * console.log(effects[0].estimate.toFixed(2));
 * // 2.50
 */
export function imputation(
  panel: LongPanel,
  {aggregate, windows, anticipation, variance, isLead}: ImputationOptions
): PanelResult {
  const known = fitUntreated(panel, anticipation);
  const {untreated, fit, gap, messages} = known;
  const treated = imputedCells(panel, gap, anticipation);
  const {cells, of} = treated;
  if (!cells.some(({cohort, time}) => time >= cohort)) {
    throw new UserError("no treated row can be imputed", {
      fix: "add never-treated units, or years before treatment in which others are untreated"
    });
  }
  const sums = Float64Array.from(cells, () => 0);
  const gradients = computeGradients(panel, known, treated);
  const weight = (row: number) => (panel.weights ? panel.weights[row] : 1);
  of.forEach((cell, row) => cell >= 0 && (sums[cell] += weight(row) * gap[row]));
  const centres = computeCentres(panel, gap, treated);

  const rows = rowsBy(of, cells.length);
  const countPeers = indexPeers(untreated);

  const effect = (share: Float64Array): Omit<Effect, "term"> => {
    const among = [...cells.keys()].filter((cell) => share[cell] !== 0);
    const gradient = new Float64Array(fit.fit.design.columns);
    let estimate = 0;
    for (const cell of among) {
      estimate += (share[cell] / cells[cell].weight) * sums[cell];
      gradients[cell].forEach((value, j) => (gradient[j] += share[cell] * value));
    }
    const influence = influenceOnUnits(fit.fit, gradient);
    for (let u = 0; u < influence.length; u++) influence[u] = -influence[u];
    for (const cell of among) {
      const centre = variance === "conservative" ? centres[cell] : estimate;
      const by = share[cell] / cells[cell].weight;
      for (const row of rows[cell]) influence[panel.unit[row]] += by * weight(row) * (gap[row] - centre);
    }
    return {
      estimate,
      influence,
      ...countPeers(
        among.map((cell) => rows[cell]),
        panel
      )
    };
  };

  const {overall, terms} = cellMeans(cells, {aggregate, windows});
  messages.push(...collinearCovariates(fit, untreated));
  if (aggregate === "att_gt") {
    const only = (at: number) => Float64Array.from(cells, (_, i) => (i === at ? 1 : 0));
    return {effects: [], cells: cells.map(({cohort, time}, i) => ({cohort, time, ...effect(only(i))})), messages};
  }
  const before = aggregate === "dynamic" ? preTrend(untreated, isLead, countPeers) : [];
  return {
    effects: [
      {term: "overall", ...effect(overall)},
      ...before,
      ...terms.map(({term, share}) => ({term, ...effect(share)}))
    ],
    messages
  };
}

/**
 * `imputation` with the interface of the registry.
 *
 * @example
 * import {imputationEstimator, readPanel} from "school-partnerships";
 *
 * // A row a unit and year: a and b are treated from 2012, c and d never.
 * const {panel} = readPanel({
 *   id: [..."aaabbbcccddd"],
 *   time: Float64Array.from({length: 12}, (_, i) => 2010 + (i % 3)),
 *   cohort: Float64Array.from({length: 12}, (_, i) => (i < 6 ? 2012 : 0)),
 *   outcome: Float64Array.of(1, 2, 5, 2, 3, 7, 3, 4, 5, 4, 5, 6)
 * });
 * const options = {aggregate: "simple", comparators: "never_treated", base: "varying", method: "dr", anticipation: 0};
 * console.log(imputationEstimator.estimate(panel, options).effects[0].estimate.toFixed(2));
 * // 2.50
 */
export const imputationEstimator: PanelEstimator = {
  id: "imputation",
  label: "Imputation",
  reference: "Borusyak, Jaravel & Spiess (2024), Review of Economic Studies 91(6), doi:10.1093/restud/rdae007",
  aggregates: ["dynamic", "phase", "cohort", "calendar", "simple", "att_gt"],
  takes: ["anticipation", "covariates", "weights"],
  estimate: (panel, options) =>
    imputation(panel, {...checkOptions(options, imputationEstimator), variance: "conservative", isLead: () => true})
};

/**
 * The same estimates with the standard errors of a two-stage regression.
 *
 * @example
 * import {readPanel, twoStageEstimator} from "school-partnerships";
 *
 * // A row a unit and year: a and b are treated from 2012, c and d never.
 * const {panel} = readPanel({
 *   id: [..."aaabbbcccddd"],
 *   time: Float64Array.from({length: 12}, (_, i) => 2010 + (i % 3)),
 *   cohort: Float64Array.from({length: 12}, (_, i) => (i < 6 ? 2012 : 0)),
 *   outcome: Float64Array.of(1, 2, 5, 2, 3, 7, 3, 4, 5, 4, 5, 6)
 * });
 * const options = {aggregate: "simple", comparators: "never_treated", base: "varying", method: "dr", anticipation: 0};
 * console.log(twoStageEstimator.estimate(panel, options).effects[0].estimate.toFixed(2));
 * // 2.50
 */
export const twoStageEstimator: PanelEstimator = {
  ...imputationEstimator,
  id: "two_stage",
  label: "Two-stage differences",
  reference: "Gardner (2022), Two-stage differences in differences, arXiv:2207.05943",
  estimate: (panel, options) =>
    imputation(panel, {...checkOptions(options, twoStageEstimator), variance: "two_stage", isLead: () => true})
};

/** Cells of treated rows that have a gap. */
function imputedCells(panel: LongPanel, gap: Float64Array, anticipation: number): TreatedCells {
  const {unit, period, cohort} = panel;
  const isStudied = (row: number) => period[row] >= cohort[unit[row]] - anticipation && !Number.isNaN(gap[row]);
  return treatedCells(panel, isStudied);
}

/**
 * By cell: the derivative of its mean gap by the coefficients of the fit with
 * unit effects taken out, −Σ ω (x − x̄), x̄ the mean over the unit’s untreated rows; without the minus.
 */
function computeGradients(
  {unit, weights, covariates}: LongPanel,
  {untreated, fit, level, means}: UntreatedFit,
  {cells, of}: TreatedCells
): Float64Array[] {
  const {columns} = fit.fit.design;
  const periods = fit.periods.values.length;
  const gradients = cells.map(() => new Float64Array(columns));
  const {start, total} = rowsOfUnits(untreated);
  for (let row = 0; row < of.length; row++) {
    if (of[row] < 0) continue;
    const u = unit[row];
    const gradient = gradients[of[row]];
    const share = (weights ? weights[row] : 1) / cells[of[row]].weight;
    gradient[level[row]] += share;
    for (let other = start[u]; other < start[u + 1]; other++) {
      gradient[fit.periods.of[other]] -= (share * (untreated.weights ? untreated.weights[other] : 1)) / total[u];
    }
    covariates.forEach(({values}, j) => (gradient[periods + j] += share * (values[row] - means[j][u])));
  }
  return gradients;
}

/** By unit: where its rows start, and what they weigh together. */
function rowsOfUnits({ids, unit, weights}: LongPanel): {start: Int32Array; total: Float64Array} {
  const start = new Int32Array(ids.length + 1);
  const total = new Float64Array(ids.length);
  for (let row = 0; row < unit.length; row++) {
    start[unit[row] + 1]++;
    total[unit[row]] += weights ? weights[row] : 1;
  }
  for (let u = 0; u < ids.length; u++) start[u + 1] += start[u];
  return {start, total};
}

/** By cell: the mean gap by squared weights, what treated rows are compared with (equation 8, a group for each cell). */
function computeCentres({weights}: LongPanel, gap: Float64Array, {cells, of}: TreatedCells): Float64Array {
  const squares = new Float64Array(cells.length);
  const sums = new Float64Array(cells.length);
  for (let row = 0; row < of.length; row++) {
    if (of[row] < 0) continue;
    const square = weights ? weights[row] ** 2 : 1;
    squares[of[row]] += square;
    sums[of[row]] += square * gap[row];
  }
  return sums.map((sum, cell) => sum / squares[cell]);
}
