import {both, type Both, type CovariateSet} from "../../src/analysis/comparison/assumptions.ts";
import {valueAt, windowMeans, type Window, type Yearly} from "../../src/analysis/comparison/yearly.ts";
import type {Unit} from "../../src/analysis/effects/units.ts";
import {regressPool} from "../../src/analysis/expected-change/pool-regression.ts";
import type {TrialExcess} from "../../src/analysis/expected-change/trial-excess.ts";
import type {Planted} from "./truth-planted.ts";

/** What an estimate should be, in the unit of the outcome. */
export interface Targets {
  /** The mean effect planted in the schools behind it, over the years it holds, each school once. */
  planted: number;
  /** What the same comparison would find if nothing but what was planted, in donors too, moved results: estimates are linear in results. */
  noiseless: Both<number>;
}

/**
 * The targets of an effect: `units` are the schools behind it and `times` its event times. A school counts over those it
 * has, as in the estimate.
 */
export function computeTargets(
  units: readonly Unit[],
  times: Window,
  {planted, partnership_type, outcome}: {planted: Planted; partnership_type: string; outcome: Yearly}
): Targets {
  const own = planted.by.get(partnership_type);
  const masked = mask(planted.all, outcome);
  const noise = new Map<TrialExcess, Both<(column: number) => Float64Array>>();
  const computeExcess = (trial: TrialExcess, set: CovariateSet, column: number): Float64Array => {
    if (!noise.has(trial))
      noise.set(
        trial,
        both((one) => plantedExcess(trial, one, masked))
      );
    return noise.get(trial)![set](column);
  };
  const mean = (value: (unit: Unit, column: number) => number): number => {
    let sum = 0;
    for (const unit of units) {
      const columns = listColumns(unit, times);
      sum += columns.reduce((total, column) => total + value(unit, column), 0) / columns.length;
    }
    return sum / units.length;
  };
  return {
    planted: own ? mean(({trial, row}, column) => valueAt(own, row, trial.trial.cohort + trial.from + column)) : 0,
    noiseless: both((set) => mean(({trial, at}, column) => computeExcess(trial, set, column)[at]))
  };
}

/** Columns of the event times at which a school has an excess: under both assumptions, or neither. */
function listColumns({trial, at}: Unit, [first, last]: Window): number[] {
  const columns: number[] = [];
  for (let e = Math.max(first, trial.from); e <= last && e - trial.from < trial.change.length; e++)
    if (!Number.isNaN(trial.excess.same_trend[e - trial.from][at])) columns.push(e - trial.from);
  return columns;
}

/** What was planted, where the outcome has a value. */
const mask = (planted: Yearly, outcome: Yearly): Yearly => ({
  years: planted.years,
  values: planted.values.map((value, i) => (Number.isNaN(outcome.values[i]) ? NaN : value))
});

/** By event time, by treated school: the excess of what was planted, with the trial’s own covariates and donors. */
function plantedExcess(
  {trial, changes, from, regressions}: TrialExcess,
  set: CovariateSet,
  planted: Yearly
): (column: number) => Float64Array {
  const base = windowMeans(planted, trial.rows, trial.cohort, trial.base);
  const known = new Map<number, Float64Array>();
  return (column) => {
    const found = known.get(column);
    if (found) return found;
    const {matrix} = regressions[set][column]!;
    const year = trial.cohort + from + column;
    const moved = changes[column].map((change, i) =>
      Number.isNaN(change) ? NaN : valueAt(planted, trial.rows[i], year) - base[i]
    );
    const {excess} = regressPool(matrix, moved)!;
    const byTreated = new Float64Array(trial.rows.length - trial.donors).fill(NaN);
    for (let k = matrix.donors; k < matrix.places.length; k++) byTreated[matrix.places[k] - trial.donors] = excess[k];
    known.set(column, byTreated);
    return byTreated;
  };
}
