import {design} from "../../design.ts";
import {type Cholesky, factorise, makeFloats, solve} from "../../library/statistics/index.ts";
import {kernels, takeRoom, together, type Room} from "../kernels/memory.ts";
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

/** The regression of one change, by row of the trial; see `regressPools`. */
export const regressPool = (matrix: DesignMatrix, change: Float64Array): PoolRegression | null =>
  regressPools(matrix, [change])[0];

/**
 * Regresses changes (each by row of the trial, NaN where there is none) among the donors by least squares. Donors
 * without a change are taken out of the cross products that all share, or, where they are most, those with one added up.
 * With fewer than the plan’s number of donors a coefficient the last regressors are left out; null where not even the
 * floor remains.
 */
export function regressPools(matrix: DesignMatrix, changes: readonly Float64Array[]): (PoolRegression | null)[] {
  const {values, names, donors: rows} = matrix;
  const places = matrix.places.subarray(0, rows);
  const width = names.length;
  const room = takeRoom();
  const at = room.put(values.subarray(0, rows * width));
  const shared = room.zeros(width * width);
  kernels.addProducts(rows, width, at, shared);
  const all = room.read(shared, width * width).slice();
  const mark = room.end();
  const normals = changes.map((change) => {
    room.release(mark);
    const donors = countKnown(change, places);
    const used = Math.min(width, Math.floor(donors / design.covariates.donors_per_coefficient));
    if (used < matrix.floor) return null;
    const takesOut = 2 * donors >= rows;
    const products = room.zeros(width * width);
    if (takesOut) room.overwrite(products, all);
    const right = room.zeros(used);
    kernels.addKnown(rows, width, used, at, room.pick(change, places), !takesOut, products, right);
    return {
      left: leadingPart(room.read(products, width * width), width, used),
      right: room.read(right, used).slice(),
      donors
    };
  });
  return solveNormals(matrix, normals, changes);
}

function countKnown(values: Float64Array, places: Int32Array): number {
  let known = 0;
  for (let k = 0; k < places.length; k++) if (!Number.isNaN(values[places[k]])) known++;
  return known;
}

/** The normal equations of a regression, and how many donors have a change. */
export interface NormalOfChange extends Normal {
  donors: number;
}

/** A regression without what it makes of the donors and of the treated. */
type Solved = Pick<PoolRegression, "coefficients" | "dropped" | "normal" | "factor" | "donors">;

/** The regressions of changes (by row of the trial) on the first regressors, as many as there are normal equations; null where there are none, or the floor is not among those kept. */
export function solveNormals(
  matrix: DesignMatrix,
  normals: readonly (NormalOfChange | null)[],
  changes: readonly Float64Array[]
): (PoolRegression | null)[] {
  const solved = normals.map((normal) => normal && solveNormal(matrix, normal));
  const found: (PoolRegression | null)[] = solved.map(() => null);
  const places = solved.flatMap((one, i) => (one ? [i] : []));
  const room = takeRoom();
  const values = room.put(matrix.values);
  const mark = room.end();
  for (let i = 0; i < places.length; i += together) {
    room.release(mark);
    const some = places.slice(i, i + together);
    const ofSome = some.map((place) => ({change: changes[place], solved: solved[place]!}));
    predict(matrix, ofSome, {room, values}).forEach((regression, j) => (found[some[j]] = regression));
  }
  return found;
}

function solveNormal({names, floor}: DesignMatrix, {left, right, donors}: NormalOfChange): Solved | null {
  const used = right.length;
  const factor = factorise(left, {scale: diagonal(left, used), tolerance: design.tolerances.copy});
  if (!factor.kept.subarray(0, floor).every((kept) => kept === 1)) return null;
  const coefficients = new Float64Array(names.length);
  coefficients.set(solve(factor, right));
  const dropped = names.filter((_, c) => c >= used || !factor.kept[c]);
  return {coefficients, dropped, normal: {left, right}, factor, donors};
}

function leadingPart(products: Float64Array, width: number, size: number): Float64Array {
  const part = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) part[i * size + j] = part[j * size + i] = products[i * width + j];
  }
  return part;
}

const diagonal = (matrix: Float64Array, size: number): Float64Array => makeFloats(size, (i) => matrix[i * size + i]);

/** With what a few regressions make of every school: see `PoolRegression`. */
function predict(
  matrix: DesignMatrix,
  some: readonly {change: Float64Array; solved: Solved}[],
  {room, values}: {room: Room; values: number}
): PoolRegression[] {
  const {names, places} = matrix;
  const width = names.length;
  const schools = places.length;
  const changes = room.zeros(together * schools);
  const coefficients = room.zeros(together * width);
  some.forEach(({change, solved}, j) => {
    room.pickInto(changes + j * schools * Float64Array.BYTES_PER_ELEMENT, change, places);
    const inFours = room.read(coefficients, together * width);
    for (let c = 0; c < width; c++) inFours[c * together + j] = solved.coefficients[c];
  });
  const squares = room.zeros(together);
  kernels.subtractFitted(schools, matrix.donors, width, values, coefficients, changes, squares);
  return some.map(({change, solved}, j) => {
    const excess = room.read(changes + j * schools * Float64Array.BYTES_PER_ELEMENT, schools).slice();
    const expected = expectTreated(matrix, change, solved);
    const {normal, factor, donors} = solved;
    const used = normal.right.length;
    if (factor.rank < used) leaveOutUnlike({matrix, leading: normal.left, factor}, expected, excess);
    const residual_sd = Math.sqrt(room.read(squares, together)[j] / Math.max(donors - used, 1));
    return {...solved, matrix, excess, expected, residual_sd};
  });
}

function expectTreated(
  {values, names, places, donors}: DesignMatrix,
  change: Float64Array,
  {coefficients}: Solved
): Float64Array {
  const width = names.length;
  return makeFloats(places.length - donors, (i) => {
    if (Number.isNaN(change[places[donors + i]])) return NaN;
    let sum = 0;
    for (let c = 0, at = (donors + i) * width; c < width; c++, at++) sum += values[at] * coefficients[c];
    return sum;
  });
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
