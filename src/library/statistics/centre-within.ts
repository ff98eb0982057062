/** Which unit each row belongs to (an index below `units`), and what the row weighs; null where all weigh alike. */
export interface Grouping {
  unit: Int32Array;
  units: number;
  weights: Float64Array | null;
}

/** The weighted mean of the values of each unit; NaN for a unit without rows. */
export function meansWithin(values: Float64Array, {unit, units, weights}: Grouping): Float64Array {
  const total = new Float64Array(units);
  const sum = new Float64Array(units);
  for (let row = 0; row < values.length; row++) {
    const weight = weights ? weights[row] : 1;
    total[unit[row]] += weight;
    sum[unit[row]] += weight * values[row];
  }
  return sum.map((value, i) => value / total[i]);
}

/** The values less the weighted mean of their unit. Twice over, so that rounding leaves no mean behind. */
export function centreWithin(values: Float64Array, grouping: Grouping): Float64Array {
  return lessMeans(lessMeans(values, grouping), grouping);
}

function lessMeans(values: Float64Array, grouping: Grouping): Float64Array {
  const means = meansWithin(values, grouping);
  return values.map((value, row) => value - means[grouping.unit[row]]);
}
