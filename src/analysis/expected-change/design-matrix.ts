import {design} from "../../design.ts";
import type {Both, CovariateSet} from "../comparison/assumptions.ts";
import type {Trial} from "../comparison/trial.ts";
import {kernels, takeRoom, type Room} from "../kernels/memory.ts";

/** Regressors of the schools of a trial that have all of them: an intercept, then covariates, each from its mean among the donors in units of its spread. */
export interface DesignMatrix {
  names: readonly string[];
  /** By regressor, of the donors; 0 and 1 for the intercept. */
  centre: Float64Array;
  scale: Float64Array;
  /** Places of the schools in the rows of the trial, ascending; the first `donors` are of the donor pool. */
  places: Int32Array;
  donors: number;
  /** Places × regressors, row by row. */
  values: Float64Array;
  /** How many regressors come first that cannot be done without. */
  floor: number;
  /** By regressor: whether the donors have no more than two values of it, as of an indicator. */
  fixed: readonly boolean[];
  /** By donor: its class, of those alike in all such regressors. */
  classes: Uint16Array;
}

/** Regressors without which there is no estimate: the intercept, free meals, and with the same past the outcome’s base mean. */
export const fewestRegressors: Both<number> = {same_trend: 2, same_past: 3};

/** The regressors of a set; `own` is the outcome’s base mean by row of the trial, which has to be known in either set. */
export function designMatrix(trial: Trial, set: CovariateSet, own: Float64Array): DesignMatrix {
  const columns = trial.covariates[set].map((covariate) => {
    if (covariate === "own") return {name: "own", values: own};
    if (covariate === "own²") return {name: "own²", values: squares(own, trial.donors)};
    return covariate;
  });
  const room = takeRoom();
  const [known, ...raw] = [own, ...columns.map(({values}) => values)].map((values) => room.put(values));
  const {at, count, donors} = findWhole(trial, [known, ...raw], room);
  const width = columns.length + 1;
  const rows = room.reserve(count * width);
  kernels.writeRows(count, columns.length, raw[0] - known, at, raw[0], rows);
  const {centre, scale, varies} = measureSpread({rows, donors, width}, room);
  const {fixed, classes} = classify({raw, at, donors, varies}, room);
  kernels.standardise(count, width, rows, room.put(centre), room.put(scale));
  const values = room.read(rows, count * width).slice();
  // Of a constant nothing is left among the donors, not even rounding: it is a copy of the intercept.
  varies.forEach((does, c) => {
    if (!does) for (let k = 0; k < donors; k++) values[k * width + c] = 0;
  });
  return {
    names: ["(intercept)", ...columns.map(({name}) => name)],
    centre,
    scale,
    places: room.copy(Int32Array, at, count),
    donors,
    values,
    floor: fewestRegressors[set],
    fixed,
    classes
  };
}

/** Where the places lie of the schools of a trial that have a value in every column, how many there are, and how many of them are donors. */
function findWhole(
  {rows, donors: first}: Trial,
  columns: readonly number[],
  room: Room
): {at: number; count: number; donors: number} {
  const lacks = room.zeros(Math.ceil(rows.length / Float64Array.BYTES_PER_ELEMENT));
  for (const column of columns) kernels.markMissing(rows.length, column, lacks);
  // The kernel writes one place past the last.
  const at = room.put(new Int32Array(rows.length + 1));
  const donors = kernels.listUnmarked(first, lacks, at);
  return {at, count: kernels.listUnmarked(rows.length, lacks, at), donors};
}

/** By regressor its mean and spread among the donors, and whether it has any spread; of the intercept 0 and 1. */
function measureSpread(
  {rows, donors, width}: {rows: number; donors: number; width: number},
  room: Room
): {centre: Float64Array; scale: Float64Array; varies: boolean[]} {
  const mark = room.end();
  const divideBy = Math.max(donors, 1);
  const sums = room.zeros(width);
  kernels.addRows(donors, width, rows, sums);
  const centre = room.read(sums, width).map((sum, c) => (c ? sum / divideBy : 0));
  const squares = room.zeros(width);
  kernels.addSquares(donors, width, rows, room.put(centre), squares);
  const sd = room.read(squares, width).map((sum) => Math.sqrt(sum / divideBy));
  room.release(mark);
  const varies = Array.from(sd, (own, c) => c === 0 || own > design.tolerances.constant * Math.abs(centre[c]));
  return {centre, scale: sd.map((own, c) => (c && varies[c] ? own : 1)), varies};
}

/** By regressor, whether the donors have no more than two values of it; by donor, the class of those alike in all of these. */
function classify(
  {raw, at, donors, varies}: {raw: readonly number[]; at: number; donors: number; varies: readonly boolean[]},
  room: Room
): Pick<DesignMatrix, "fixed" | "classes"> {
  const mark = room.end();
  const fixed = [true];
  const classes = room.put(new Uint16Array(donors));
  let count = 1;
  raw.forEach((column, c) => {
    const isFixed = !varies[c + 1] || kernels.hasTwoValues(donors, column, at) === 1;
    fixed.push(isFixed);
    if (!isFixed || !varies[c + 1]) return;
    const inner = room.end();
    count = kernels.splitClasses(donors, column, at, classes, room.put(new Int32Array(2 * count).fill(-1)));
    room.release(inner);
  });
  const found = {fixed, classes: room.copy(Uint16Array, classes, donors)};
  room.release(mark);
  return found;
}

/** The place in the matrix of a treated school, given its place in the rows of the trial; of one that is not there, a place of others or none. */
export function findTreated({places, donors}: DesignMatrix, at: number): number {
  let [low, high] = [donors, places.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (places[middle] < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether a treated school is in the matrix: its outcome’s base and all covariates of the set are known. */
export const hasPlace = (matrix: DesignMatrix, at: number): boolean => matrix.places[findTreated(matrix, at)] === at;

function squares(own: Float64Array, donors: number): Float64Array {
  let sum = 0;
  let count = 0;
  for (let i = 0; i < donors; i++) if (!Number.isNaN(own[i])) [sum, count] = [sum + own[i], count + 1];
  const mean = count ? sum / count : 0;
  return own.map((value) => (value - mean) ** 2);
}
