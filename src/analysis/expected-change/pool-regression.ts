import {design} from "../../design.ts";
import {type Cholesky, factorise, makeFloats, solve} from "../../library/statistics/index.ts";
import type {DesignMatrix} from "./design-matrix.ts";

/** The change regressed on covariates among the donors (Heckman, Ichimura & Todd 1997; Sant’Anna & Zhao 2020, eq. 2.2). */
export interface PoolRegression {
  matrix: DesignMatrix;
  /** By regressor, of the matrix’s scale; 0 for those that are left out. */
  coefficients: Float64Array;
  /** Regressors that are left out: too few donors, or a copy of others. */
  dropped: readonly string[];
  /** The normal equations of the regressors there are donors enough for, over the donors with a change. */
  normal: Normal;
  factor: Cholesky;
  /** By place of the matrix: for donors the residual, for the treated the excess over what is expected; NaN where there is none. */
  excess: Float64Array;
  /** By treated school of the matrix: the expected change; NaN where the change or a donor like it is missing. */
  expected: Float64Array;
  donors: number;
  /** Standard deviation of the donors’ residuals. */
  residual_sd: number;
}

/** The normal equations of the first regressors of a matrix. */
export interface Normal {
  /** Regressors × regressors. */
  left: Float64Array;
  right: Float64Array;
}

/** The cross products of the donors’ regressors, which the regressions of all years share. */
export function crossProducts({values, names, donors}: DesignMatrix): Float64Array {
  const width = names.length;
  const products = new Float64Array(width * width);
  let k = 0;
  for (; k + 3 < donors; k += 4) addFourRows(products, values, k * width, width);
  for (; k < donors; k++) addRow(products, values, k * width, width, 1);
  return products;
}

/** Adds x xᵀ of four rows in turn to the lower triangle, each product taken up and put back once. */
function addFourRows(products: Float64Array, values: Float64Array, start: number, width: number): void {
  for (let i = 0; i < width; i++) {
    const a = values[start + i];
    const b = values[start + width + i];
    const c = values[start + 2 * width + i];
    const d = values[start + 3 * width + i];
    for (let j = 0, at = i * width, of = start; j <= i; j++, at++, of++) {
      products[at] =
        products[at] +
        a * values[of] +
        b * values[of + width] +
        c * values[of + 2 * width] +
        d * values[of + 3 * width];
    }
  }
}

/**
 * Regresses `change` (by place of the matrix, NaN where there is none) among the donors by least squares. Donors without
 * a change are taken out of the shared cross products, or, where they are most, those with one added up. With fewer than
 * the plan’s number of donors a coefficient the last regressors are left out; null where not even the floor remains.
 */
export function regressPool(matrix: DesignMatrix, all: Float64Array, change: Float64Array): PoolRegression | null {
  const {values} = matrix;
  const width = matrix.names.length;
  let donors = 0;
  for (let k = 0; k < matrix.donors; k++) if (!Number.isNaN(change[k])) donors++;
  const used = Math.min(width, Math.floor(donors / design.covariates.donors_per_coefficient));
  if (used < matrix.floor) return null;
  const left = leadingPart(computeProducts(matrix, all, change, donors), width, used);
  const right = new Float64Array(used);
  for (let k = 0; k < matrix.donors; k++) {
    const y = change[k];
    if (Number.isNaN(y)) continue;
    for (let c = 0, at = k * width; c < used; c++, at++) right[c] += values[at] * y;
  }
  return solveNormal(matrix, {left, right}, change, donors);
}

/** The regression of a change (by place of the matrix) on the first regressors, as many as there are normal equations; null where the floor is not among those kept. */
export function solveNormal(
  matrix: DesignMatrix,
  normal: Normal,
  change: Float64Array,
  donors: number
): PoolRegression | null {
  const {names} = matrix;
  const used = normal.right.length;
  const factor = factorise(normal.left, {scale: diagonal(normal.left, used), tolerance: design.tolerances.copy});
  if (!factor.kept.subarray(0, matrix.floor).every((kept) => kept === 1)) return null;
  const coefficients = new Float64Array(names.length);
  coefficients.set(solve(factor, normal.right));
  const {expected, excess, residual_sd} = predict(matrix, change, {coefficients, used, donors});
  const dropped = names.filter((_, c) => c >= used || !factor.kept[c]);
  if (factor.rank < used) leaveOutUnlike({matrix, leading: normal.left, factor}, expected, excess);
  return {matrix, coefficients, dropped, normal, factor, excess, expected, donors, residual_sd};
}

function computeProducts(matrix: DesignMatrix, all: Float64Array, change: Float64Array, donors: number): Float64Array {
  const width = matrix.names.length;
  const takesOut = 2 * donors >= matrix.donors;
  const products = takesOut ? all.slice() : new Float64Array(width * width);
  for (let k = 0; k < matrix.donors; k++) {
    if (Number.isNaN(change[k]) === takesOut) addRow(products, matrix.values, k * width, width, takesOut ? -1 : 1);
  }
  return products;
}

/** Adds sign × x xᵀ to the lower triangle. */
function addRow(products: Float64Array, values: Float64Array, start: number, width: number, sign: 1 | -1): void {
  for (let i = 0; i < width; i++) {
    const own = sign * values[start + i];
    if (own === 0) continue;
    for (let j = 0, at = i * width; j <= i; j++, at++) products[at] += own * values[start + j];
  }
}

function leadingPart(products: Float64Array, width: number, size: number): Float64Array {
  const part = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) part[i * size + j] = part[j * size + i] = products[i * width + j];
  }
  return part;
}

const diagonal = (matrix: Float64Array, size: number): Float64Array => makeFloats(size, (i) => matrix[i * size + i]);

function predict(
  {values, names, places, donors: first}: DesignMatrix,
  change: Float64Array,
  {coefficients, used, donors}: {coefficients: Float64Array; used: number; donors: number}
): Pick<PoolRegression, "expected" | "excess" | "residual_sd"> {
  const width = names.length;
  const expected = new Float64Array(places.length - first);
  const excess = new Float64Array(places.length);
  let squares = 0;
  for (let k = 0; k < places.length; k++) {
    let sum = 0;
    for (let c = 0, at = k * width; c < used; c++, at++) sum += values[at] * coefficients[c];
    excess[k] = change[k] - sum;
    if (k >= first) expected[k - first] = Number.isNaN(change[k]) ? NaN : sum;
    else if (!Number.isNaN(excess[k])) squares += excess[k] ** 2;
  }
  return {expected, excess, residual_sd: Math.sqrt(squares / Math.max(donors - used, 1))};
}

/**
 * A dropped regressor is what the kept ones make of it among the donors. A treated school of which that is not true (in
 * a region where no donor is) has no donor like it: nothing is expected of it.
 */
function leaveOutUnlike(
  {matrix, leading, factor}: {matrix: DesignMatrix; leading: Float64Array; factor: Cholesky},
  expected: Float64Array,
  excess: Float64Array
): void {
  const size = factor.size;
  const width = matrix.names.length;
  for (let c = 0; c < size; c++) {
    if (factor.kept[c]) continue;
    const made = solve(factor, leading.slice(c * size, (c + 1) * size));
    for (let k = matrix.donors; k < matrix.places.length; k++) {
      let sum = 0;
      for (let j = 0; j < size; j++) sum += matrix.values[k * width + j] * made[j];
      if (Math.abs(matrix.values[k * width + c] - sum) > design.tolerances.unlike)
        expected[k - matrix.donors] = excess[k] = NaN;
    }
  }
}
