import type {Design} from "./linear-model.ts";

/**
 * A design of an intercept and the given columns, each less its mean and over
 * its standard deviation, which changes no fitted value and keeps every digit.
 * A column that is constant, or that those before it explain, is left out and named.
 */
export function standardisedDesign(
  rows: number,
  columns: readonly {name: string; values: Float64Array}[]
): {design: Design; collinear: string[]} {
  const collinear: string[] = [];
  const kept: Float64Array[] = [];
  const orthogonal: Float64Array[] = [];
  for (const {name, values} of columns) {
    const column = standardised(values);
    const rest = column && remainder(column, orthogonal);
    if (!rest) collinear.push(name);
    else {
      kept.push(column);
      orthogonal.push(rest);
    }
  }
  const width = kept.length + 1;
  const x = new Float64Array(rows * width);
  for (let i = 0; i < rows; i++) {
    x[i * width] = 1;
    for (let j = 0; j < kept.length; j++) x[i * width + j + 1] = kept[j][i];
  }
  return {design: {x, columns: width}, collinear};
}

/** Mean 0, variance 1; null if the column is constant. */
function standardised(values: Float64Array): Float64Array | null {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const size = values.reduce((sum, value) => sum + Math.abs(value), 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  if (!(Math.sqrt(variance) > 1e-12 * size)) return null;
  return values.map((value) => (value - mean) / Math.sqrt(variance));
}

/** What is left of a standardised column once orthogonal ones are taken out, of length 1; null if nothing is. */
function remainder(column: Float64Array, orthogonal: readonly Float64Array[]): Float64Array | null {
  const rest = column.slice();
  for (const other of orthogonal) {
    const share = dot(rest, other);
    for (let i = 0; i < rest.length; i++) rest[i] -= share * other[i];
  }
  const length = Math.sqrt(dot(rest, rest));
  return length > 1e-7 * Math.sqrt(column.length) ? rest.map((value) => value / length) : null;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}
