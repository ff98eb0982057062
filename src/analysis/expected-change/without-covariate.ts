import {makeFloats} from "../../library/statistics/index.ts";
import {covariateSets, type CovariateSet} from "../comparison/assumptions.ts";
import type {Covariate} from "../comparison/covariates.ts";
import type {Own, Trial} from "../comparison/trial.ts";
import type {Window, Yearly} from "../comparison/yearly.ts";
import type {DesignMatrix} from "./design-matrix.ts";
import {solveNormals, type NormalOfChange, type PoolRegression} from "./pool-regression.ts";
import {computeExcess, isAnyKnown, spreadTreated, type TrialExcess} from "./trial-excess.ts";

/**
 * Trials with an entry of the plan left out of their covariates, over some of their event times: the same as trials
 * designed without it. Where it is known of every school that the others are known of, its rows and columns are taken
 * out of the normal equations that are there already; elsewhere the trial is worked out anew.
 */
export function withoutCovariate(
  trials: ReadonlyMap<number, TrialExcess>,
  entry: string,
  {outcome, times}: {outcome: Yearly; times: Window}
): Map<number, TrialExcess> {
  const found = new Map<number, TrialExcess>();
  for (const [cohort, of] of trials) {
    const excess = leaveOut(of, entry, times) ?? computeExcess(designWithout(of.trial, entry), outcome, times);
    if (excess) found.set(cohort, excess);
  }
  return found;
}

const belongsTo = (covariate: Covariate | Own, entry: string): covariate is Covariate =>
  typeof covariate !== "string" && covariate.entry.replace("²", "") === entry;

function designWithout(trial: Trial, entry: string): Trial {
  const {same_trend, same_past} = trial.covariates;
  const keep = (covariates: readonly (Covariate | Own)[]) => covariates.filter((one) => !belongsTo(one, entry));
  return {...trial, covariates: {same_trend: keep(same_trend), same_past: keep(same_past)}};
}

/** Null where what is there already does not answer it. */
function leaveOut(excess: TrialExcess, entry: string, [first, last]: Window): TrialExcess | null {
  const trial = designWithout(excess.trial, entry);
  const cut = <T>(values: readonly T[]): T[] => values.slice(first - excess.from, last - excess.from + 1);
  const changes = cut(excess.changes);
  if (!changes.some((values) => isAnyKnown(values, trial.donors))) return null;
  const regressions = {} as Record<CovariateSet, (PoolRegression | null)[]>;
  for (const set of covariateSets) {
    const left = excess.trial.covariates[set].filter((one) => belongsTo(one, entry));
    const some = cut(excess.regressions[set]);
    if (!left.length) {
      regressions[set] = some;
      continue;
    }
    if (left.some(({values}) => isMissing(values, trial.own))) return null;
    const matrix = some.find((regression) => regression !== null)?.matrix;
    const width = matrix?.names.length ?? 0;
    if (some.some((regression) => regression !== null && regression.factor.size < width)) return null;
    const names = new Set(left.map(({name}) => name));
    const reduced = matrix && takeColumns(matrix, (name) => !names.has(name));
    regressions[set] = reduced ? solveWithout(reduced, some, changes) : some;
  }
  return spreadTreated(trial, {from: first, changes, regressions});
}

/** Whether it is unknown of a school whose base is known. */
const isMissing = (values: Float64Array, base: Float64Array): boolean =>
  values.some((value, i) => Number.isNaN(value) && !Number.isNaN(base[i]));

/** The matrix with some of its columns, and which they are. */
interface Columns {
  matrix: DesignMatrix;
  columns: readonly number[];
}

function takeColumns(matrix: DesignMatrix, isKept: (name: string) => boolean): Columns {
  const columns = [...matrix.names.keys()].filter((c) => isKept(matrix.names[c]));
  const width = matrix.names.length;
  const values = new Float64Array(matrix.places.length * columns.length);
  for (let k = 0, at = 0; k < matrix.places.length; k++) {
    for (let c = 0; c < columns.length; c++, at++) values[at] = matrix.values[k * width + columns[c]];
  }
  const pick = (of: Float64Array) => makeFloats(columns.length, (c) => of[columns[c]]);
  const names = columns.map((c) => matrix.names[c]);
  const fixed = columns.map((c) => matrix.fixed[c]);
  return {matrix: {...matrix, names, centre: pick(matrix.centre), scale: pick(matrix.scale), values, fixed}, columns};
}

function solveWithout(
  {matrix, columns}: Columns,
  regressions: readonly (PoolRegression | null)[],
  changes: readonly Float64Array[]
): (PoolRegression | null)[] {
  const size = columns.length;
  const normals = regressions.map((regression): NormalOfChange | null => {
    if (!regression) return null;
    const {normal, donors} = regression;
    const whole = normal.right.length;
    const left = makeFloats(size * size, (i) => normal.left[columns[Math.floor(i / size)] * whole + columns[i % size]]);
    return {left, right: makeFloats(size, (i) => normal.right[columns[i]]), donors};
  });
  return solveNormals(matrix, normals, changes);
}
