import type {Fit} from "./fit.ts";
import type {Observations} from "./observations.ts";

/**
 * The slope per column, over columns from … to (both included), of weighted
 * least squares with a fixed effect for each unit: with x and y less their
 * weighted means within the unit, Σ w x y ÷ Σ w x². NaN is no observation.
 * Units with fewer than two weighted values in the window say nothing about a
 * slope and are left out; null if that leaves none.
 */
export function withinSlope({cell, columns, values, weights}: Observations, from: number, to: number): Fit | null {
  const units = cell.length;
  const cells = weights.length / columns;
  const contributes = new Uint8Array(units);
  const meanX = new Float64Array(units);
  const meanY = new Float64Array(units);
  let spread = 0;
  let product = 0;

  for (let unit = 0; unit < units; unit++) {
    let count = 0;
    let total = 0;
    let sumX = 0;
    let sumY = 0;
    for (let x = from; x <= to; x++) {
      const y = values[x * units + unit];
      const weight = weights[x * cells + cell[unit]];
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
      const y = values[x * units + unit];
      const weight = weights[x * cells + cell[unit]];
      if (!Number.isNaN(y) && weight > 0) {
        spread += weight * (x - mx) ** 2;
        product += weight * (x - mx) * (y - my);
      }
    }
  }
  if (spread === 0) return null;

  const value = product / spread;
  const scores = new Float64Array(units * (to - from + 1));
  for (let x = from, i = 0; x <= to; x++) {
    for (let unit = 0; unit < units; unit++, i++) {
      const y = values[x * units + unit];
      if (!contributes[unit] || Number.isNaN(y) || weights[x * cells + cell[unit]] === 0) continue;
      const dx = x - meanX[unit];
      scores[i] = (dx * (y - meanY[unit] - value * dx)) / spread;
    }
  }
  return {value, from, to, scores, contributes};
}
