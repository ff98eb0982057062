import normalCDF from "@stdlib/stats-base-dists-normal-cdf";
import {lowerTailQuantile} from "./lower-tail-quantile.ts";

const above = (x: number): number => normalCDF(-x, 0, 1);

/**
 * The p-quantile of a standard normal cut to [low, high], either of which may be infinite.
 * Probabilities are taken in the tail that is the smaller, so it is exact far from 0; beyond 30
 * the tail’s asymptote stands for it (relative error below 1e-5).
 */
export function truncatedNormalQuantile(p: number, low: number, high: number): number {
  if (!(low < high)) return low;
  if (high <= 0) return -truncatedNormalQuantile(1 - p, -high, -low);
  if (low > 30) return Math.sqrt(low * low - 2 * Math.log1p(p * Math.expm1((low * low - high * high) / 2)));
  const x =
    low >= 0
      ? -lowerTailQuantile(above(low) - p * (above(low) - above(high)))
      : lowerTailQuantile(above(-low) + p * (1 - above(high) - above(-low)));
  return Math.min(Math.max(x, low), high);
}
