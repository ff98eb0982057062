import type {Fit} from "./fit.ts";
import type {Observations} from "./observations.ts";

/**
 * The weighted mean of the observations in one column. Null if there are none
 * with a weight. NaN values are left out.
 */
export function weightedMean({cell, columns, values, weights}: Observations, column: number): Fit | null {
  const cells = weights.length / columns;
  const valueAt = column * cell.length;
  const weightAt = column * cells;
  let total = 0;
  let sum = 0;
  const contributes = new Uint8Array(cell.length);
  for (let unit = 0; unit < cell.length; unit++) {
    const value = values[valueAt + unit];
    const weight = weights[weightAt + cell[unit]];
    if (!Number.isNaN(value) && weight > 0) {
      total += weight;
      sum += weight * value;
      contributes[unit] = 1;
    }
  }
  if (total === 0) return null;
  const value = sum / total;
  const scores = new Float64Array(cell.length);
  for (let unit = 0; unit < cell.length; unit++) {
    if (contributes[unit]) scores[unit] = (values[valueAt + unit] - value) / total;
  }
  return {value, from: column, to: column, scores, contributes};
}
