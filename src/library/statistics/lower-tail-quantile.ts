import normalCDF from "@stdlib/stats-base-dists-normal-cdf";
import normalQuantile from "@stdlib/stats-base-dists-normal-quantile";

/**
 * The standard normal quantile of a small probability, to full digits (the packaged one is taken
 * from 2p − 1: it has lost half of them at 1e-8 and is −∞ from 1e-17): Halley’s steps on the
 * distribution. p from 1e-300; above a half, what 1 − p still knows of it.
 */
export function lowerTailQuantile(p: number): number {
  if (p > 0.5) return -lowerTailQuantile(1 - p);
  if (p === 0) return -Infinity;
  let x = p > 1e-5 ? normalQuantile(p, 0, 1) : farOut(p);
  for (let step = 0; step < 20; step++) {
    const newton = ((normalCDF(x, 0, 1) - p) * Math.sqrt(2 * Math.PI)) / Math.exp((-x * x) / 2);
    const by = newton / (1 + (x * newton) / 2);
    x -= by;
    if (Math.abs(by) <= 1e-15 * Math.abs(x)) break;
  }
  return x;
}

/** Where φ(x)/|x| is about p. */
function farOut(p: number): number {
  const twice = -2 * Math.log(p);
  return -Math.sqrt(twice - Math.log(twice) - Math.log(2 * Math.PI));
}
