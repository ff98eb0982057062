import {UserError} from "../errors.ts";
import {factorise} from "../statistics/cholesky.ts";
import type {Column} from "./sample.ts";

/** Columns less their means and over their standard deviations, by which numbers of any unit can be solved for alike. */
export interface Standardised {
  names: readonly string[];
  means: Float64Array;
  /** Over n − 1. */
  deviations: Float64Array;
  /** Rows × columns, row by row. */
  values: Float64Array;
  columns: number;
}

/** No more than this share of a column’s variance left by those before it is rounding. */
const collinear = 1e-12;

/**
 * Standardises columns. Throws a UserError at one that is the same in every row
 * or that those before it determine, since no model can separate them.
 */
export function standardise(columns: readonly Column[]): Standardised {
  const size = columns.length;
  const rows = columns[0]?.values.length ?? 0;
  const means = Float64Array.from(columns, ({values}) => mean(values));
  const deviations = Float64Array.from(columns, ({values}, j) => deviation(values, means[j]));
  const values = new Float64Array(rows * size);
  columns.forEach((column, j) => {
    if (!(deviations[j] > 1e-12 * Math.abs(means[j]))) {
      throw new UserError(`${column.name} is the same for every unit, so it cannot distinguish them`, {
        fix: `leave ${column.name} out of the covariates`
      });
    }
    for (let row = 0; row < rows; row++) values[row * size + j] = (column.values[row] - means[j]) / deviations[j];
  });
  const {kept} = factorise(crossProducts(values, size), {
    scale: new Float64Array(size).fill(rows - 1),
    tolerance: collinear
  });
  const dropped = kept.indexOf(0);
  if (dropped >= 0) {
    throw new UserError(`${columns[dropped].name} is determined by ${listNames(columns.slice(0, dropped))}`, {
      fix: `leave ${columns[dropped].name}, or one of those, out of the covariates`
    });
  }
  return {names: columns.map(({name}) => name), means, deviations, values, columns: size};
}

/** Σ w x xᵀ over the rows of a matrix (row by row), in full; each w is 1 unless given. */
export function crossProducts(values: Float64Array, columns: number, weights?: Float64Array): Float64Array {
  const matrix = new Float64Array(columns * columns);
  for (let at = 0, row = 0; at < values.length; at += columns, row++) {
    const weight = weights ? weights[row] : 1;
    for (let j = 0; j < columns; j++) {
      const weighted = weight * values[at + j];
      for (let k = 0; k <= j; k++) matrix[j * columns + k] += weighted * values[at + k];
    }
  }
  for (let j = 0; j < columns; j++) for (let k = 0; k < j; k++) matrix[k * columns + j] = matrix[j * columns + k];
  return matrix;
}

function mean(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}

function deviation(values: Float64Array, centre: number): number {
  let sum = 0;
  for (const value of values) sum += (value - centre) ** 2;
  return Math.sqrt(sum / (values.length - 1));
}

const listNames = (columns: readonly Column[]): string => columns.map(({name}) => name).join(", ");
