import {makeFloats} from "../../library/statistics/index.ts";
import {covariateSets, type CovariateSet} from "../comparison/assumptions.ts";
import type {Trial} from "../comparison/trial.ts";
import {valueAt, type Window, type Yearly} from "../comparison/yearly.ts";
import {crossProducts, regressPool, type PoolRegression} from "./pool-regression.ts";
import {designMatrix} from "./design-matrix.ts";

/** What changed in a trial, and by how much more than was expected, by event time. */
export interface TrialExcess {
  trial: Trial;
  /** First event time; the arrays go on from it. */
  from: number;
  /** By row of the trial: mean of the outcome over the base window. */
  base: Float64Array;
  /** By event time, by row of the trial: change from the base; NaN where a value is missing or no longer counts. */
  change: readonly Float64Array[];
  /** By event time: the regression among donors; null where there is none. */
  regressions: Readonly<Record<CovariateSet, readonly (PoolRegression | null)[]>>;
  /** By event time, by row: excess under both assumptions of the treated that have both, NaN for all others. */
  excess: Readonly<Record<CovariateSet, readonly Float64Array[]>>;
  expected: Readonly<Record<CovariateSet, readonly Float64Array[]>>;
}

/**
 * Δ(i, g, e) = Y(i, g + e) − mean of Y over the base window, regressed on each covariate set among the donors not yet
 * treated at g + e: the one regression behind every number (METHOD §6). A school counts at an event time where both
 * assumptions have an answer, so that both estimates are of the same schools.
 */
export function computeExcess(trial: Trial, outcome: Yearly, [from, to]: Window): TrialExcess | null {
  if (!trial.meetsFloor) return null;
  const base = trial.own;
  const change: Float64Array[] = [];
  for (let e = from; e <= to; e++) change.push(changeAt(trial, outcome, base, e));
  if (!change.some((values) => values.subarray(trial.donors).some((value) => !Number.isNaN(value)))) return null;
  const regressions = {} as Record<CovariateSet, (PoolRegression | null)[]>;
  for (const set of covariateSets) {
    const matrix = designMatrix(trial, set, base);
    const products = crossProducts(matrix);
    regressions[set] = change.map((values) =>
      regressPool(
        matrix,
        products,
        makeFloats(matrix.places.length, (k) => values[matrix.places[k]])
      )
    );
  }
  return {trial, from, base, change, regressions, ...treatedOnly(trial, regressions)};
}

function changeAt({rows, cohort, until}: Trial, outcome: Yearly, base: Float64Array, e: number): Float64Array {
  const year = cohort + e;
  return makeFloats(rows.length, (i) => (year >= until[i] ? NaN : valueAt(outcome, rows[i], year) - base[i]));
}

/** By event time, by row: excess and expected change of the treated that have both under both assumptions; NaN for all others. */
export function treatedOnly(
  {rows, donors}: Trial,
  regressions: Record<CovariateSet, (PoolRegression | null)[]>
): Pick<TrialExcess, "excess" | "expected"> {
  const spread = (regression: PoolRegression | null, what: "excess" | "expected") => {
    const values = new Float64Array(rows.length).fill(NaN);
    if (!regression) return values;
    const {places, donors: first} = regression.matrix;
    for (let k = first; k < places.length; k++) values[places[k]] = regression[what][k];
    return values;
  };
  const excess = {
    same_trend: regressions.same_trend.map((r) => spread(r, "excess")),
    same_past: regressions.same_past.map((r) => spread(r, "excess"))
  };
  const expected = {
    same_trend: regressions.same_trend.map((r) => spread(r, "expected")),
    same_past: regressions.same_past.map((r) => spread(r, "expected"))
  };
  for (let e = 0; e < excess.same_trend.length; e++) {
    for (let i = donors; i < rows.length; i++) {
      if (!Number.isNaN(excess.same_trend[e][i]) && !Number.isNaN(excess.same_past[e][i])) continue;
      for (const set of covariateSets) excess[set][e][i] = expected[set][e][i] = NaN;
    }
  }
  return {excess, expected};
}
