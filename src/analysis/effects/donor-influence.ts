import {group} from "d3";
import {solve} from "../../library/statistics/index.ts";
import type {DesignMatrix} from "../expected-change/design-matrix.ts";
import type {PoolRegression} from "../expected-change/pool-regression.ts";

/** What the donors of a regression move a mean of excesses by. */
export interface DonorShare {
  regression: PoolRegression;
  /** By place in the trial: the row of the phase. */
  rows: Int32Array;
  /** By regressor: sum over treated schools of what each counts times its covariates. */
  covariates: Float64Array;
  /** By row of the phase; what donors add goes into it. */
  influence: Float64Array;
}

/** Regressions that are worked on together: their sums go on side by side without waiting for one another. */
const together = 4;

/**
 * Takes from each influence, at every donor, its residual times its leverage on the treated schools’ covariates
 * (Sant’Anna & Zhao 2020, §3.1). Regressions of one matrix, such as those of all event times, read it together.
 */
export function addDonors(shares: readonly DonorShare[]): void {
  for (const [matrix, own] of group(shares, ({regression}) => regression.matrix)) {
    const packed = packDonors(matrix);
    for (let i = 0; i < own.length; i += together) {
      const some = own.slice(i, i + together);
      const terms = makeLeverage(packed, some);
      if (some.length === 1) addOne(packed, terms, some[0]);
      else addTogether(packed, terms, some);
    }
  }
}

/** What leverages are made of: at each donor a constant of its class, and its other regressors by weights; `together` of each, 0 where there are fewer shares. */
interface Leverage {
  constants: Float64Array;
  weights: Float64Array;
}

function makeLeverage({matrix, fixed, columns}: PackedDonors, shares: readonly DonorShare[]): Leverage {
  const width = matrix.names.length;
  const counts = fixed.length / width;
  const weights = new Float64Array(columns.length * together);
  const constants = new Float64Array(counts * together);
  shares.forEach(({regression: {factor}, covariates}, j) => {
    const solved = solve(factor, covariates.subarray(0, factor.size));
    for (let c = 0; c < columns.length; c++) weights[c * together + j] = solved[columns[c]] ?? 0;
    for (let of = 0; of < counts; of++) {
      for (let c = 0; c < solved.length; c++) constants[of * together + j] += solved[c] * fixed[of * width + c];
    }
  });
  return {constants, weights};
}

function addOne({matrix, classes, varying}: PackedDonors, {constants, weights}: Leverage, share: DonorShare): void {
  for (let k = 0, at = 0; k < matrix.donors; k++) {
    let leverage = constants[classes[k] * together];
    for (let w = 0; w < weights.length; w += together, at++) leverage += weights[w] * varying[at];
    take(share, share.rows[matrix.places[k]], k, leverage);
  }
}

function addTogether(
  {matrix, classes, varying}: PackedDonors,
  {constants, weights}: Leverage,
  shares: readonly DonorShare[]
): void {
  const [first, second, third = idle(first), fourth = idle(first)] = shares;
  const {rows} = first;
  for (let k = 0, at = 0; k < matrix.donors; k++) {
    const from = classes[k] * together;
    let a = constants[from];
    let b = constants[from + 1];
    let c = constants[from + 2];
    let d = constants[from + 3];
    for (let w = 0; w < weights.length; w += together, at++) {
      const value = varying[at];
      a += weights[w] * value;
      b += weights[w + 1] * value;
      c += weights[w + 2] * value;
      d += weights[w + 3] * value;
    }
    const row = rows[matrix.places[k]];
    take(first, row, k, a);
    take(second, row, k, b);
    take(third, row, k, c);
    take(fourth, row, k, d);
  }
}

let unread = new Float64Array();

/** One that stands in where there are no more: nobody reads what goes into it. */
function idle({influence, ...share}: DonorShare): DonorShare {
  if (unread.length < influence.length) unread = new Float64Array(influence.length);
  return {...share, influence: unread};
}

function take({influence, regression: {excess}}: DonorShare, row: number, k: number, leverage: number): void {
  const residual = excess[k];
  if (!Number.isNaN(residual)) influence[row] -= leverage * residual;
}

/** The donors of a matrix by what they share: most regressors are indicators, alike for whole classes of donors. */
interface PackedDonors {
  matrix: DesignMatrix;
  /** By donor. */
  classes: Uint16Array;
  /** Classes × regressors: the values of regressors that have one or two; 0 for the others. */
  fixed: Float64Array;
  /** The other regressors, and donors × their values. */
  columns: readonly number[];
  varying: Float64Array;
}

const packed = new WeakMap<DesignMatrix, PackedDonors>();

function packDonors(matrix: DesignMatrix): PackedDonors {
  const known = packed.get(matrix);
  if (known) return known;
  const {values, donors, names} = matrix;
  const width = names.length;
  const isFixed = names.map((_, c) => hasTwoValues(matrix, c));
  const columns = names.flatMap((_, c) => (isFixed[c] ? [] : [c]));
  const varying = new Float64Array(donors * columns.length);
  const classes = new Uint16Array(donors);
  const found = new Map<number, number>();
  const fixed: number[] = [];
  for (let k = 0; k < donors; k++) {
    let key = 0;
    for (let c = 0; c < width; c++) key = isFixed[c] ? 2 * key + (values[k * width + c] === values[c] ? 0 : 1) : key;
    if (!found.has(key)) {
      found.set(key, found.size);
      for (let c = 0; c < width; c++) fixed.push(isFixed[c] ? values[k * width + c] : 0);
    }
    classes[k] = found.get(key)!;
    for (let c = 0; c < columns.length; c++) varying[k * columns.length + c] = values[k * width + columns[c]];
  }
  const made = {matrix, classes, fixed: Float64Array.from(fixed), columns, varying};
  packed.set(matrix, made);
  return made;
}

/** Whether a regressor has no third value among the donors. */
function hasTwoValues({values, names, donors}: DesignMatrix, column: number): boolean {
  const first = values[column];
  let second = first;
  for (let k = 1; k < donors; k++) {
    const value = values[k * names.length + column];
    if (value === first || value === second) continue;
    if (second !== first) return false;
    second = value;
  }
  return true;
}
