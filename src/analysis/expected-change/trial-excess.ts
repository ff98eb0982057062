import {covariateSets, type CovariateSet} from "../comparison/assumptions.ts";
import type {Trial} from "../comparison/trial.ts";
import type {Window, Yearly} from "../comparison/yearly.ts";
import {regressPools, type PoolRegression} from "./pool-regression.ts";
import {designMatrix} from "./design-matrix.ts";

/** What changed in a trial, and by how much more than was expected, by event time. */
export interface TrialExcess {
  trial: Trial;
  /** First event time; the arrays go on from it. */
  from: number;
  /** By treated school, in the order of the trial’s rows after its donors: mean of the outcome over the base window. */
  base: Float64Array;
  /** By event time, by row of the trial: change from the base; NaN where a value is missing or no longer counts. */
  changes: readonly Float64Array[];
  /** The same of the treated, by treated school. */
  change: readonly Float64Array[];
  /** By event time: the regression among donors; null where there is none. */
  regressions: Regressions;
  /** By event time, by treated school: excess under both assumptions of those that have both, NaN for all others. */
  excess: Readonly<Record<CovariateSet, readonly Float64Array[]>>;
  expected: Readonly<Record<CovariateSet, readonly Float64Array[]>>;
}

export type Regressions = Readonly<Record<CovariateSet, readonly (PoolRegression | null)[]>>;

/**
 * Δ(i, g, e) = Y(i, g + e) − mean of Y over the base window, regressed on each covariate set among the donors not yet
 * treated at g + e: the one regression behind every number (METHOD §6). A school counts at an event time where both
 * assumptions have an answer, so that both estimates are of the same schools.
 */
export function computeExcess(trial: Trial, outcome: Yearly, [from, to]: Window): TrialExcess | null {
  if (!trial.meetsFloor) return null;
  const changes: Float64Array[] = [];
  for (let e = from; e <= to; e++) changes.push(changeAt(trial, outcome, e));
  if (!changes.some((values) => isAnyKnown(values, trial.donors))) return null;
  const regressions = {} as Record<CovariateSet, (PoolRegression | null)[]>;
  for (const set of covariateSets) {
    regressions[set] = regressPools(designMatrix(trial, set, trial.own), changes);
  }
  return spreadTreated(trial, {from, changes, regressions});
}

/** Whether any of the first so many is a number. */
export function isAnyKnown(values: Float64Array, count: number): boolean {
  for (let i = 0; i < count; i++) if (!Number.isNaN(values[i])) return true;
  return false;
}

function changeAt({rows, cohort, until, own}: Trial, {years, values}: Yearly, e: number): Float64Array {
  const year = cohort + e;
  const column = year - years[0];
  const changes = new Float64Array(rows.length).fill(NaN);
  if (column < 0 || column >= years.length) return changes;
  for (let i = 0; i < rows.length; i++) {
    if (year < until[i]) changes[i] = values[rows[i] * years.length + column] - own[i];
  }
  return changes;
}

/** With the excess and the expected change of the treated that have both under both assumptions. */
export function spreadTreated(
  trial: Trial,
  {from, changes, regressions}: Pick<TrialExcess, "from" | "changes" | "regressions">
): TrialExcess {
  const spread = (regression: PoolRegression | null, values: (of: PoolRegression) => Float64Array) => {
    const byTreated = new Float64Array(trial.rows.length - trial.donors).fill(NaN);
    if (!regression) return byTreated;
    const {places, donors} = regression.matrix;
    const own = values(regression);
    for (let k = donors; k < places.length; k++) byTreated[places[k] - trial.donors] = own[k - donors];
    return byTreated;
  };
  const spreadAll = (values: (of: PoolRegression) => Float64Array) => ({
    same_trend: regressions.same_trend.map((regression) => spread(regression, values)),
    same_past: regressions.same_past.map((regression) => spread(regression, values))
  });
  const excess = spreadAll(({excess: all, matrix}) => all.subarray(matrix.donors));
  const expected = spreadAll((of) => of.expected);
  for (let e = 0; e < changes.length; e++) {
    for (let i = 0; i < trial.rows.length - trial.donors; i++) {
      if (!Number.isNaN(excess.same_trend[e][i]) && !Number.isNaN(excess.same_past[e][i])) continue;
      for (const set of covariateSets) excess[set][e][i] = expected[set][e][i] = NaN;
    }
  }
  return {
    trial,
    from,
    base: trial.own.subarray(trial.donors),
    changes,
    change: changes.map((values) => values.subarray(trial.donors)),
    regressions,
    excess,
    expected
  };
}
