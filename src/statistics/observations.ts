/**
 * Observations of one group: a row a unit (a school within a cohort), a column
 * an event time. Those of one cell and column all weigh the same.
 */
export interface Observations {
  /** Panel row of each unit. A school is in several units if it serves several cohorts. */
  row: Int32Array;
  /** Cell of each unit. */
  cell: Int32Array;
  columns: number;
  /** Units × columns, row-major; NaN = none. */
  values: Float64Array;
  /** Cells × columns, row-major; 0 = left out. */
  weights: Float64Array;
}

/** How many observations there are in each cell and column: cells × columns, row-major. */
export function countByCell(
  {cell, columns, values}: Pick<Observations, "cell" | "columns" | "values">,
  cells: number
): Float64Array {
  const counts = new Float64Array(cells * columns);
  for (let unit = 0, i = 0; unit < cell.length; unit++) {
    for (let j = cell[unit] * columns, end = j + columns; j < end; i++, j++) if (!Number.isNaN(values[i])) counts[j]++;
  }
  return counts;
}

/**
 * Weights that give `available` observations the mix of `wanted` ones: wanted ÷
 * available, cell by cell; 0 where none is available.
 */
export function mixWeights(wanted: Float64Array, available: Float64Array): Float64Array {
  return available.map((count, i) => (count ? wanted[i] / count : 0));
}
