import type {Fit} from "./fit.ts";
import type {Observations} from "./observations.ts";

/**
 * The weighted mean of the observations in one column. Null if there are none
 * with a weight. NaN values are left out.
 */
export function weightedMean({cell, columns, values, weights}: Observations, column: number): Fit | null {
  let total = 0;
  let sum = 0;
  const contributes = new Uint8Array(cell.length);
  for (let unit = 0, i = column; unit < cell.length; unit++, i += columns) {
    const value = values[i];
    const weight = weights[cell[unit] * columns + column];
    if (!Number.isNaN(value) && weight > 0) {
      total += weight;
      sum += weight * value;
      contributes[unit] = 1;
    }
  }
  if (total === 0) return null;
  const value = sum / total;
  const scores = new Float64Array(cell.length);
  for (let unit = 0, i = column; unit < cell.length; unit++, i += columns) {
    if (contributes[unit]) scores[unit] = (values[i] - value) / total;
  }
  return {value, from: column, to: column, scores, contributes};
}
