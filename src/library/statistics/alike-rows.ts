/** Rows put together by what they have in common: by row the index of its group, below `count`. */
export interface AlikeRows {
  of: Int32Array;
  count: number;
}

/** The rows that have the same value in every column. */
export function alikeRows(rows: number, columns: readonly Float64Array[]): AlikeRows {
  let alike: AlikeRows = {of: new Int32Array(rows), count: Math.min(rows, 1)};
  for (const column of columns) {
    const values = numbered(column);
    const pairs = new Float64Array(rows);
    for (let i = 0; i < rows; i++) pairs[i] = alike.of[i] * values.count + values.of[i];
    alike = numbered(pairs);
  }
  return alike;
}

/** Groups of equal values, in the order in which they first appear. */
function numbered(values: Float64Array): AlikeRows {
  const number = new Map<number, number>();
  const of = new Int32Array(values.length);
  for (let i = 0; i < values.length; i++) {
    let known = number.get(values[i]);
    if (known === undefined) number.set(values[i], (known = number.size));
    of[i] = known;
  }
  return {of, count: number.size};
}
