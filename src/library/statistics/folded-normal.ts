import normalCDF from "@stdlib/stats-base-dists-normal-cdf";
import normalQuantile from "@stdlib/stats-base-dists-normal-quantile";

/**
 * The p-quantile of |N(mean, 1)|, by Newton’s method on its distribution, which is increasing and
 * ends quadratically.
 */
export function foldedNormalQuantile(p: number, mean: number): number {
  const shift = Math.abs(mean);
  const within = (c: number) => normalCDF(c - shift, 0, 1) - normalCDF(-c - shift, 0, 1);
  let low = 0;
  let high = shift + normalQuantile((1 + p) / 2, 0, 1);
  let c = high;
  for (let step = 0; step < 100 && high - low > 1e-15 * high; step++) {
    const excess = within(c) - p;
    if (excess > 0) high = c;
    else low = c;
    const next = c - excess / (density(c - shift) + density(c + shift));
    const moved = next > low && next < high ? next : (low + high) / 2;
    if (Math.abs(moved - c) <= 1e-15 * c) return moved;
    c = moved;
  }
  return c;
}

const density = (x: number): number => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
