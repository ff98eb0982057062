import {UserError} from "../errors.ts";
import {meansWithin} from "../statistics/centre-within.ts";
import {connected} from "../statistics/connected.ts";
import type {LongPanel} from "../panel/long-panel.ts";
import {withRows} from "../panel/panel-rows.ts";
import {fitTwoWay, type TwoWayFit} from "./two-way-regression.ts";

/** What the rows not yet treated say of all rows. */
export interface UntreatedFit {
  /** The rows not yet treated. */
  untreated: LongPanel;
  /** Effects of units and periods, and the covariates, fitted to them. */
  fit: TwoWayFit;
  /** By row of the whole panel: the outcome less what it would have been; NaN where that is not known. */
  gap: Float64Array;
  /** By row of the whole panel: the column of its period in the fit, −1 for none. */
  level: Int32Array;
  /** By covariate and unit: the mean over its untreated rows. */
  means: readonly Float64Array[];
  messages: string[];
}

/**
 * Fits outcome = unit + period + covariates to the rows before treatment (less
 * anticipation) and says what each other row would have been: step 1 and 2 of
 * Borusyak, Jaravel & Spiess (2024, §4.1). A row can be imputed if a chain of
 * untreated rows joins its unit and its period.
 *
 * Throws a UserError if no row is untreated.
 */
export function fitUntreated(panel: LongPanel, anticipation: number): UntreatedFit {
  const {unit, period, cohort, ids} = panel;
  const isTreated = (row: number) => period[row] >= cohort[unit[row]] - anticipation;
  const untreated = withRows(panel, (row) => !isTreated(row));
  if (!untreated.unit.length) {
    throw new UserError("no row is before treatment", {fix: "add years before treatment, or never-treated units"});
  }
  const fit = fitTwoWay({...untreated, units: ids.length}, untreated.covariates);
  const grouping = {...untreated, units: ids.length};
  const means = untreated.covariates.map(({values}) => meansWithin(values, grouping));
  const {values: periods, of} = fit.periods;
  const index = new Map(periods.map((time, i) => [time, i]));
  const level = Int32Array.from(period, (time) => index.get(time) ?? -1);
  const group = connected(untreated.unit, ids.length, of, periods.length);

  const {coefficients, effects} = fit.fit;
  const lost = {period: new Set<number>(), unit: new Set<number>(), rows: 0};
  const gap = panel.outcome.map((y, row) => {
    const u = unit[row];
    const l = level[row];
    if (l < 0 || Number.isNaN(effects[u]) || group.unit[u] !== group.level[l]) {
      lost.rows++;
      if (l < 0) lost.period.add(period[row]);
      else if (Number.isNaN(effects[u])) lost.unit.add(u);
      return NaN;
    }
    let imputed = effects[u] + coefficients[l];
    panel.covariates.forEach(({values}, j) => (imputed += coefficients[periods.length + j] * values[row]));
    return y - imputed;
  });
  return {untreated, fit, gap, level, means, messages: describeLosses(lost)};
}

function describeLosses({period, unit, rows}: {period: Set<number>; unit: Set<number>; rows: number}): string[] {
  if (!rows) return [];
  const reasons = [
    period.size && `nobody is untreated in ${[...period].sort((a, b) => a - b).join(", ")}`,
    unit.size && `${unit.size} units have no year before treatment`
  ].filter(Boolean);
  return [
    `${rows} rows after treatment cannot be imputed${reasons.length ? `: ${reasons.join("; ")}` : ", for no chain of untreated rows joins their unit and year"}`
  ];
}
