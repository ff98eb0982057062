import {factorise} from "./cholesky.ts";
import {dot, dots, type Design} from "./linear-model.ts";

/**
 * A design of an intercept and the given columns, each less its mean and over
 * its standard deviation, which changes no fitted value and keeps every digit.
 * A column that is constant, or that those before it explain, is left out and named.
 */
export function standardisedDesign(
  rows: number,
  columns: readonly {name: string; values: Float64Array}[]
): {design: Design; collinear: string[]} {
  const all = columns.map(({values}) => standardised(values));
  if (all.every((column) => column !== null) && areFarApart(rows, all)) {
    return {design: {rows, columns: all}, collinear: []};
  }
  const collinear: string[] = [];
  const kept: Float64Array[] = [];
  const orthogonal: Float64Array[] = [];
  for (const [j, {name}] of columns.entries()) {
    const column = all[j];
    const rest = column && remainder(column, orthogonal);
    if (!rest) collinear.push(name);
    else {
      kept.push(column);
      orthogonal.push(rest);
    }
  }
  return {design: {rows, columns: kept}, collinear};
}

/** Whether a thousandth of every standardised column is left once those before it are taken out: then none is collinear, which sums of products show soonest. */
function areFarApart(rows: number, columns: readonly Float64Array[]): boolean {
  const size = columns.length;
  const products = new Float64Array(size * size);
  for (let j = 0; j < size; j++) products.set(dots(columns[j], columns, j + 1), j * size);
  return factorise(products, {scale: new Float64Array(size).fill(rows), tolerance: 1e-6}).rank === size;
}

/** Mean 0, variance 1; null if the column is constant. */
function standardised(values: Float64Array): Float64Array | null {
  const rows = values.length;
  let sum = 0;
  let size = 0;
  for (let i = 0; i < rows; i++) {
    sum += values[i];
    size += Math.abs(values[i]);
  }
  const mean = sum / rows;
  let squares = 0;
  for (let i = 0; i < rows; i++) squares += (values[i] - mean) ** 2;
  const deviation = Math.sqrt(squares / rows);
  if (!(deviation > (1e-12 * size) / rows)) return null;
  const column = new Float64Array(rows);
  for (let i = 0; i < rows; i++) column[i] = (values[i] - mean) / deviation;
  return column;
}

/** What is left of a standardised column once orthogonal ones are taken out, of length 1; null if nothing is. */
function remainder(column: Float64Array, orthogonal: readonly Float64Array[]): Float64Array | null {
  const rest = column.slice();
  for (const other of orthogonal) {
    const share = dot(rest, other);
    for (let i = 0; i < rest.length; i++) rest[i] -= share * other[i];
  }
  const length = Math.sqrt(dot(rest, rest));
  if (!(length > 1e-7 * Math.sqrt(column.length))) return null;
  for (let i = 0; i < rest.length; i++) rest[i] /= length;
  return rest;
}
