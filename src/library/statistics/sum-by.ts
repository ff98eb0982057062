/**
 * The sums of values over the groups that they belong to; 0 for a group without any.
 *
 * @example
 * import {sumBy} from "school-partnerships";
 *
 * console.log([...sumBy(Float64Array.of(1, 2, 3), Int32Array.of(0, 2, 0), 3)].join());
 * // 4,0,2
 */
export function sumBy(values: Float64Array, group: Int32Array, groups: number): Float64Array {
  const sums = new Float64Array(groups);
  for (let i = 0; i < values.length; i++) sums[group[i]] += values[i];
  return sums;
}
