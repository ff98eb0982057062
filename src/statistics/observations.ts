/**
 * Observations of one group: a row a unit (a school within a cohort), a column
 * an event time. Those of one cell and column all weigh the same. Arrays are
 * column-major, for most of what is done with them goes down a column.
 */
export interface Observations {
  /** Panel row of each unit. A school is in several units if it serves several cohorts. */
  row: Int32Array;
  /** Cell of each unit. */
  cell: Int32Array;
  columns: number;
  /** Units × columns; NaN = none. */
  values: Float64Array;
  /** How many observations a cell has: cells × columns. */
  counts: Float64Array;
  /** What each of them weighs: cells × columns; 0 = left out. */
  weights: Float64Array;
}

/** How many observations there are in each cell and column: cells × columns, column-major. */
export function countByCell(
  {cell, columns, values}: Omit<Observations, "counts" | "weights">,
  cells: number
): Float64Array {
  const counts = new Float64Array(cells * columns);
  for (let x = 0, i = 0; x < columns; x++) {
    for (let unit = 0; unit < cell.length; unit++, i++) if (!Number.isNaN(values[i])) counts[x * cells + cell[unit]]++;
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
