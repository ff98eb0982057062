/** The sums of values over the groups that they belong to; 0 for a group without any. */
export function sumBy(values: Float64Array, group: Int32Array, groups: number): Float64Array {
  const sums = new Float64Array(groups);
  for (let i = 0; i < values.length; i++) sums[group[i]] += values[i];
  return sums;
}
