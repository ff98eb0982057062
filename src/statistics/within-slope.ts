import type {Fit} from "./fit.ts";
import type {Observations} from "./observations.ts";

/**
 * The slope per column, over columns from … to (both included), of weighted
 * least squares with a fixed effect for each unit: with x and y less their
 * weighted means within the unit, Σ w x y ÷ Σ w x². Units with fewer than two
 * weighted values in the window say nothing about a slope and are left out;
 * null if that leaves none.
 */
export function withinSlope({cell, columns, values, weights}: Observations, from: number, to: number): Fit | null {
  const width = to - from + 1;
  const contributes = new Uint8Array(cell.length);
  const meanX = new Float64Array(cell.length);
  const meanY = new Float64Array(cell.length);
  let spread = 0;
  let product = 0;

  for (let unit = 0; unit < cell.length; unit++) {
    const valueAt = unit * columns;
    const weightAt = cell[unit] * columns;
    let count = 0;
    let total = 0;
    let sumX = 0;
    let sumY = 0;
    for (let x = from; x <= to; x++) {
      const y = values[valueAt + x];
      const weight = weights[weightAt + x];
      if (!Number.isNaN(y) && weight > 0) {
        count++;
        total += weight;
        sumX += weight * x;
        sumY += weight * y;
      }
    }
    if (count < 2) continue;
    contributes[unit] = 1;
    const mx = (meanX[unit] = sumX / total);
    const my = (meanY[unit] = sumY / total);
    for (let x = from; x <= to; x++) {
      const y = values[valueAt + x];
      const weight = weights[weightAt + x];
      if (!Number.isNaN(y) && weight > 0) {
        spread += weight * (x - mx) ** 2;
        product += weight * (x - mx) * (y - my);
      }
    }
  }
  if (spread === 0) return null;

  const value = product / spread;
  const scores = new Float64Array(cell.length * width);
  for (let unit = 0; unit < cell.length; unit++) {
    if (!contributes[unit]) continue;
    for (let x = from; x <= to; x++) {
      const y = values[unit * columns + x];
      if (!Number.isNaN(y) && weights[cell[unit] * columns + x] > 0) {
        const dx = x - meanX[unit];
        scores[unit * width + x - from] = (dx * (y - meanY[unit] - value * dx)) / spread;
      }
    }
  }
  return {value, from, to, scores, contributes};
}
