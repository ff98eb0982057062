import {design} from "../../design.ts";
import type {CovariateSet} from "../comparison/assumptions.ts";
import {factorise, makeFloats, solve} from "../../library/statistics/index.ts";
import {findTreated} from "../expected-change/design-matrix.ts";
import type {PoolRegression} from "../expected-change/pool-regression.ts";
import type {TrialExcess} from "../expected-change/trial-excess.ts";
import type {Unit} from "../effects/units.ts";

/**
 * The estimate with the donors of a school’s own local authority left out, in case what joining brought spilled over to
 * them: the regression of each cell, less that authority’s donors. A point alone: its regressions differ by authority.
 * Null where no school has an answer.
 */
export function withoutOwnAuthority(
  units: readonly Unit[],
  set: CovariateSet,
  authority: Int32Array
): {estimate: number; schools: number} | null {
  let [sum, schools] = [0, 0];
  for (const {trial, at, row} of units) {
    const [total, count] = computeExcesses(trial, at, authority[row], {set, authority});
    if (count) [sum, schools] = [sum + total / count, schools + 1];
  }
  return schools ? {estimate: sum / schools, schools} : null;
}

function computeExcesses(
  trial: TrialExcess,
  at: number,
  of: number,
  {set, authority}: {set: CovariateSet; authority: Int32Array}
): [number, number] {
  let [total, count] = [0, 0];
  for (let e = design.effect[0]; e <= design.effect[1]; e++) {
    const column = e - trial.from;
    if (Number.isNaN(trial.excess[set][column]?.[at] ?? NaN)) continue;
    const regression = trial.regressions[set][column]!;
    if (kept.get(regression)?.authority !== authority)
      kept.set(regression, {authority, without: byAuthority(regression, trial, column, authority)});
    const coefficients = kept.get(regression)!.without(of);
    if (!coefficients) continue;
    const {matrix} = regression;
    const width = matrix.names.length;
    const place = findTreated(matrix, trial.trial.donors + at);
    let expected = 0;
    for (let c = 0; c < coefficients.length; c++) expected += matrix.values[place * width + c] * coefficients[c];
    total += trial.change[column][at] - expected;
    count++;
  }
  return [total, count];
}

/** Of a cell the coefficients without the donors of an authority: all roles that are compared with the pool ask the same. */
const kept = new WeakMap<PoolRegression, {authority: Int32Array; without: (of: number) => Float64Array | null}>();

/** The coefficients of a cell without the donors of an authority, made when asked for. */
function byAuthority(
  {matrix, factor, normal, donors}: PoolRegression,
  trial: TrialExcess,
  column: number,
  authority: Int32Array
): (of: number) => Float64Array | null {
  const size = factor.size;
  const width = matrix.names.length;
  const empty = () => ({left: new Float64Array(size * size), right: new Float64Array(size), donors: 0});
  const {rows, donors: first} = trial.trial;
  // Nobody asks for an authority without a treated school.
  const products = new Map(Array.from(rows.subarray(first), (row) => [authority[row], empty()]));
  for (let k = 0; k < matrix.donors; k++) {
    const so = products.get(authority[rows[matrix.places[k]]]);
    if (!so) continue;
    const change = trial.changes[column][matrix.places[k]];
    if (Number.isNaN(change)) continue;
    so.donors++;
    for (let i = 0; i < size; i++) {
      const own = matrix.values[k * width + i];
      if (own === 0) continue;
      so.right[i] += own * change;
      for (let j = 0; j <= i; j++) so.left[i * size + j] += own * matrix.values[k * width + j];
    }
  }
  const made = new Map<number, Float64Array | null>();
  return (of) => {
    if (!made.has(of)) {
      const own = products.get(of) ?? empty();
      const enough = donors - own.donors >= design.covariates.donors_per_coefficient * size;
      const left = makeFloats(size * size, (i) => normal.left[i] - own.left[i]);
      const scale = makeFloats(size, (i) => left[i * size + i]);
      const right = makeFloats(size, (i) => normal.right[i] - own.right[i]);
      made.set(of, enough ? solve(factorise(left, {scale, tolerance: design.tolerances.copy}), right) : null);
    }
    return made.get(of)!;
  };
}
