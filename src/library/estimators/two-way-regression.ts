import {smallSample} from "../inference/small-sample.ts";
import {
  influenceOnRows,
  influenceOnUnits,
  leastSquaresWithin,
  type WithinFit
} from "../statistics/least-squares-within.ts";
import {findLevels, type Levels} from "../statistics/levels.ts";
import {computeWidth, type Block} from "../statistics/sparse-rows.ts";

/** Rows of a panel sorted by unit; `unit` indexes units below `units`, not all of which need have rows. */
export interface PanelRows {
  unit: Int32Array;
  units: number;
  period: Int32Array;
  outcome: Float64Array;
  weights: Float64Array | null;
}

/** A regression with effects of units and periods. */
export interface TwoWayFit {
  /** Of the period dummies first and then the regressors. */
  fit: WithinFit;
  periods: Levels;
  regressors: number;
  /** By regressor; NaN where it is collinear with the effects or with earlier regressors. */
  coefficients: Float64Array;
  rows: number;
}

/** Least squares of the outcome on the blocks, with an effect for each unit and each period. */
export function fitTwoWay({unit, units, period, outcome, weights}: PanelRows, blocks: readonly Block[]): TwoWayFit {
  const periods = findLevels(period);
  const dummies = {levels: periods.values.length, level: periods.of};
  const fit = leastSquaresWithin([dummies, ...blocks], outcome, {unit, units, weights});
  const regressors = blocks.reduce((sum, block) => sum + computeWidth(block), 0);
  const coefficients = new Float64Array(regressors);
  for (let j = 0; j < regressors; j++) {
    coefficients[j] = fit.kept[dummies.levels + j] ? fit.coefficients[dummies.levels + j] : NaN;
  }
  return {fit, periods, regressors, coefficients, rows: outcome.length};
}

/** What a linear combination of regressors gets; those with a weight of 0 may be collinear. */
export function combine({coefficients}: TwoWayFit, combination: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < combination.length; j++) if (combination[j] !== 0) sum += combination[j] * coefficients[j];
  return sum;
}

/** By unit: the influence on a combination of regressors, before any correction for small samples. */
export function influenceByUnit(fit: TwoWayFit, combination: Float64Array): Float64Array {
  return influenceOnUnits(fit.fit, behindPeriods(fit, combination));
}

/** By row: the same, for clusters that cut across units. */
export function influenceByRow(fit: TwoWayFit, combination: Float64Array): Float64Array {
  return influenceOnRows(fit.fit, behindPeriods(fit, combination));
}

/**
 * The root of `smallSample` for clusters that hold whole units: unit effects
 * are nested in them, so K is the regressors and all periods.
 */
export function unitClusterCorrection({coefficients, periods, rows}: TwoWayFit, clusters: number): number {
  const estimated = coefficients.reduce((count, value) => count + (Number.isNaN(value) ? 0 : 1), 0);
  return Math.sqrt(smallSample({rows, coefficients: estimated + periods.values.length, clusters}));
}

function behindPeriods({periods, regressors}: TwoWayFit, combination: Float64Array): Float64Array {
  const whole = new Float64Array(periods.values.length + regressors);
  whole.set(combination, periods.values.length);
  return whole;
}
