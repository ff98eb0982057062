import type {SparseRows} from "./sparse-rows.ts";

/** X′WX: columns × columns, the lower triangle of it. Without weights every row weighs 1. */
export function crossMatrix({columns, start, column, value}: SparseRows, weights: Float64Array | null): Float64Array {
  const matrix = new Float64Array(columns * columns);
  for (let row = 0; row + 1 < start.length; row++) {
    const weight = weights ? weights[row] : 1;
    for (let cell = start[row]; cell < start[row + 1]; cell++) {
      const weighted = weight * value[cell];
      const at = column[cell] * columns;
      for (let other = start[row]; other <= cell; other++) matrix[at + column[other]] += weighted * value[other];
    }
  }
  return matrix;
}

/** X′Wy by group of rows: groups × columns, row by row. */
export function crossVectors(
  {columns, start, column, value}: SparseRows,
  y: Float64Array,
  {weights, group, groups}: {weights: Float64Array | null; group: Int32Array; groups: number}
): Float64Array {
  const sums = new Float64Array(groups * columns);
  for (let row = 0; row + 1 < start.length; row++) {
    const weighted = (weights ? weights[row] : 1) * y[row];
    const at = group[row] * columns;
    for (let cell = start[row]; cell < start[row + 1]; cell++) sums[at + column[cell]] += value[cell] * weighted;
  }
  return sums;
}
