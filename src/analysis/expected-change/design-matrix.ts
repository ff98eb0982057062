import {design} from "../../design.ts";
import type {Both, CovariateSet} from "../comparison/assumptions.ts";
import type {Trial} from "../comparison/trial.ts";

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
  const {places, donors} = completePlaces(trial, [own, ...columns.map(({values}) => values)]);
  const width = columns.length + 1;
  const centre = new Float64Array(width);
  const scale = new Float64Array(width).fill(1);
  const values = new Float64Array(places.length * width);
  const fixed = [true];
  const classes = new Uint16Array(donors);
  const room = takeScratch(columns.length * places.length);
  const standardised = columns.map((column, c) => {
    const picked = room.subarray(c * places.length, (c + 1) * places.length);
    for (let k = 0; k < places.length; k++) picked[k] = column.values[places[k]];
    const {mean, sd} = measureSpread(picked, donors);
    const varies = sd > design.tolerances.constant * Math.abs(mean);
    const unit = varies ? sd : 1;
    fixed.push(!varies || hasTwoValues(picked, donors));
    if (varies && fixed[c + 1]) splitClasses(classes, picked);
    centre[c + 1] = mean;
    scale[c + 1] = unit;
    // Of a constant nothing is left among the donors, not even rounding: it is a copy of the intercept.
    for (let k = 0; k < places.length; k++) picked[k] = varies || k >= donors ? (picked[k] - mean) / unit : 0;
    return picked;
  });
  writeRows(values, standardised);
  return {
    names: ["(intercept)", ...columns.map(({name}) => name)],
    centre,
    scale,
    places,
    donors,
    values,
    floor: fewestRegressors[set],
    fixed,
    classes
  };
}

let scratch = new Float64Array();

/** Room for the columns of the matrix that is made now: the next one has the same. */
function takeScratch(length: number): Float64Array {
  if (scratch.length < length) scratch = new Float64Array(length);
  return scratch;
}

/** Writes a 1 and the values of the columns into each row. */
function writeRows(values: Float64Array, columns: readonly Float64Array[]): void {
  const count = columns.length;
  for (let k = 0, at = 0; at < values.length; k++) {
    values[at++] = 1;
    for (let c = 0; c < count; c++) values[at++] = columns[c][k];
  }
}

/** Whether none of the first so many is a third value. */
function hasTwoValues(values: Float64Array, count: number): boolean {
  const first = values[0];
  let second = first;
  for (let k = 1; k < count; k++) {
    const value = values[k];
    if (value === first || value === second) continue;
    if (second !== first) return false;
    second = value;
  }
  return true;
}

/** Splits classes by whether a value is the first one, numbered as they are met. */
function splitClasses(classes: Uint16Array, values: Float64Array): void {
  const numbers: number[] = [];
  let count = 0;
  for (let k = 0; k < classes.length; k++) {
    const split = 2 * classes[k] + (values[k] === values[0] ? 0 : 1);
    classes[k] = numbers[split] ??= count++;
  }
}

/** The schools of a trial that have all of some values. */
function completePlaces({rows, donors}: Trial, all: readonly Float64Array[]): {places: Int32Array; donors: number} {
  const lacks = new Uint8Array(rows.length);
  for (const values of all) {
    for (let i = 0; i < lacks.length; i++) if (Number.isNaN(values[i])) lacks[i] = 1;
  }
  const places = new Int32Array(rows.length);
  let [count, first] = [0, 0];
  for (let i = 0; i < lacks.length; i++) {
    if (lacks[i]) continue;
    places[count++] = i;
    if (i < donors) first++;
  }
  return {places: places.slice(0, count), donors: first};
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

function measureSpread(values: Float64Array, count: number): {mean: number; sd: number} {
  let sum = 0;
  for (let k = 0; k < count; k++) sum += values[k];
  const mean = count ? sum / count : 0;
  let square = 0;
  for (let k = 0; k < count; k++) square += (values[k] - mean) ** 2;
  return {mean, sd: Math.sqrt(square / Math.max(count, 1))};
}
