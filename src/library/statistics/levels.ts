/** The distinct values of a column, ascending, and by row the index of its value among them. */
export interface Levels {
  values: readonly number[];
  of: Int32Array;
}

/**
 * The levels of whole or other numbers; NaN is refused, since it equals nothing.
 *
 * @example
 * import {findLevels} from "school-partnerships";
 *
 * const {values, of} = findLevels([2012, 2010, 2012]);
 * console.log([...values].join(), [...of].join());
 * // 2010,2012 1,0,1
 */
export function findLevels(column: ArrayLike<number>): Levels {
  const seen = new Set<number>();
  for (let i = 0; i < column.length; i++) seen.add(column[i]);
  if (seen.has(NaN)) throw new RangeError("NaN has no level");
  const values = [...seen].sort((a, b) => a - b);
  const index = new Map(values.map((value, i) => [value, i]));
  return {values, of: Int32Array.from({length: column.length}, (_, i) => index.get(column[i])!)};
}
