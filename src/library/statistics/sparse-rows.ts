/** A matrix of which each row has few cells that are not zero, kept row by row. */
export interface SparseRows {
  columns: number;
  /** Rows + 1: cells `start[i]` to `start[i + 1] − 1` belong to row i. */
  start: Int32Array;
  /** By cell. */
  column: Int32Array;
  value: Float64Array;
}

/** Columns of a design: a number in each row, or dummies of which a row has one (its level) or none (−1). */
export type Block = {values: Float64Array} | {levels: number; level: Int32Array};

/** How many columns a block makes. */
export const computeWidth = (block: Block): number => ("values" in block ? 1 : block.levels);

/** The blocks side by side, each of `rows` rows. */
export function stackColumns(rows: number, blocks: readonly Block[]): SparseRows {
  const start = new Int32Array(rows + 1);
  for (let row = 0; row < rows; row++) {
    let cells = 0;
    for (const block of blocks) if ("values" in block || block.level[row] >= 0) cells++;
    start[row + 1] = start[row] + cells;
  }
  const column = new Int32Array(start[rows]);
  const value = new Float64Array(start[rows]).fill(1);
  const next = start.slice(0, rows);
  let columns = 0;
  for (const block of blocks) {
    for (let row = 0; row < rows; row++) {
      if ("values" in block) {
        column[next[row]] = columns;
        value[next[row]++] = block.values[row];
      } else if (block.level[row] >= 0) column[next[row]++] = columns + block.level[row];
    }
    columns += computeWidth(block);
  }
  return {columns, start, column, value};
}

/** The product with a vector, by row. */
export function timesVector({start, column, value}: SparseRows, vector: Float64Array): Float64Array {
  const product = new Float64Array(start.length - 1);
  for (let row = 0; row < product.length; row++) {
    let sum = 0;
    for (let cell = start[row]; cell < start[row + 1]; cell++) sum += value[cell] * vector[column[cell]];
    product[row] = sum;
  }
  return product;
}
