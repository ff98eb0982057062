import normalQuantile from "@stdlib/stats-base-dists-normal-quantile";
import {quantileSorted} from "d3";
import {chiSquareQuantile} from "../statistics/chi-square.ts";

/** Counts of several units: of what happened, out of how many, or how many were expected. */
export interface Counts {
  numerator: Float64Array;
  denominator: Float64Array;
}

/** The scale and the control limits of a funnel plot, and how units far out are treated. */
export interface FunnelOptions {
  /** A share of the denominator, or observed over expected on a logarithmic or square-root scale. */
  scale: "proportion" | "log_ratio" | "root_ratio";
  /** How units far out are kept from making all look overdispersed: left out, or pulled in to the quantile. */
  extremes: "truncated" | "winsorised";
  /** The share at each end that is far out. */
  trim: number;
  /** Standard normal quantiles of the 95 % and 99.8 % limits. */
  quantiles: readonly [number, number];
}

export const standardQuantiles: [number, number] = [normalQuantile(0.975, 0, 1), normalQuantile(0.999, 0, 1)];

/** Lower and upper limits at one denominator, on the scale of the ratio. */
export interface FunnelLimits {
  low95: number;
  high95: number;
  low998: number;
  high998: number;
}

/** Units of a funnel plot and its control limits. */
export interface Funnel {
  /** The ratio all would have. */
  target: number;
  /**
   * Variance of standardised ratios (1 if nothing but chance), and what it adds between units on the
   * transformed scale.
   */
  phi: number;
  tau2: number;
  /**
   * By unit: the ratio, its distance from the target in standard errors, and that with extremes
   * pulled in (NaN: left out).
   */
  ratio: Float64Array;
  z: Float64Array;
  kept: Float64Array;
  /** Chance alone: exact Poisson for ratios, the transformation’s for proportions. */
  limits(denominator: number): FunnelLimits;
  /** With τ² added, and the same before it is turned back. */
  adjusted(denominator: number): FunnelLimits;
  transformed(denominator: number): FunnelLimits;
}

/**
 * A funnel plot’s target, overdispersion and limits: Spiegelhalter (2005), with φ from z-scores
 * whose extremes are left out (those ranked in the first or last of 1/trim groups) or pulled in to
 * the quantile (type 7), and an additive τ² by the method of moments (Spiegelhalter et al. 2012),
 * 0 where φ says no more than chance. Limits stay within what the ratio can be.
 *
 * @example
 * import {funnel} from "school-partnerships";
 *
 * const counts = {numerator: Float64Array.of(12, 20, 31), denominator: Float64Array.of(15, 20, 30)};
 * const {target, ratio} = funnel(counts, {scale: "root_ratio", extremes: "winsorised", trim: 0.1, quantiles: [1.96, 3.09]});
 * console.log(target, [...ratio].map((one) => one.toFixed(2)).join());
 * // 1 0.80,1.00,1.03
 */
export function funnel(counts: Counts, {scale, extremes, trim, quantiles}: FunnelOptions): Funnel {
  const {numerator, denominator} = counts;
  const {forward, back, spread} = scales[scale];
  const target = scale === "proportion" ? total(numerator) / total(denominator) : 1;
  const ratio = numerator.map((n, i) => n / denominator[i]);
  const z = ratio.map((r, i) => (forward(r) - forward(target)) / spread(denominator[i]));
  const kept = extremes === "truncated" ? truncate(z, trim) : winsorise(z, trim);
  const {phi, tau2} = overdispersion(
    kept,
    denominator.map((n) => spread(n))
  );
  const around = (n: number, extra: number, through: (y: number) => number): FunnelLimits => {
    const sd = Math.sqrt(spread(n) ** 2 + extra);
    const at = (q: number) => through(forward(target) + q * sd);
    const [q95, q998] = quantiles;
    return {low95: at(-q95), high95: at(q95), low998: at(-q998), high998: at(q998)};
  };
  return {
    target,
    phi,
    tau2,
    ratio,
    z,
    kept,
    limits: (n) => (scale === "proportion" ? around(n, 0, back) : poissonLimits(n)),
    adjusted: (n) => around(n, tau2, back),
    transformed: (n) => around(n, tau2, (y) => y)
  };
}

const quarter = Math.PI / 2;
const scales = {
  proportion: {
    forward: (r: number) => Math.asin(Math.sqrt(r)),
    back: (y: number) => Math.sin(Math.min(Math.max(y, 0), quarter)) ** 2,
    spread: (n: number) => 1 / (2 * Math.sqrt(n))
  },
  log_ratio: {forward: Math.log, back: Math.exp, spread: (n: number) => 1 / Math.sqrt(n)},
  root_ratio: {
    forward: Math.sqrt,
    back: (y: number) => Math.max(y, 0) ** 2,
    spread: (n: number) => 1 / (2 * Math.sqrt(n))
  }
} as const;

/** Exact limits of observed over expected for a Poisson count (Garwood 1936). */
function poissonLimits(expected: number): FunnelLimits {
  const low = (p: number) => chiSquareQuantile(p, 2 * expected) / (2 * expected);
  const high = (p: number) => chiSquareQuantile(p, 2 * (expected + 1)) / (2 * expected);
  return {low95: low(0.025), high95: high(0.975), low998: low(0.001), high998: high(0.999)};
}

/** φ: the mean square of the scores that are kept. τ²: DerSimonian & Laird’s from φ and the standard errors. */
function overdispersion(kept: Float64Array, spread: Float64Array): {phi: number; tau2: number} {
  let [count, squares, sum, sumOfSquares] = [0, 0, 0, 0];
  kept.forEach((score, i) => {
    if (Number.isNaN(score)) return;
    const weight = 1 / spread[i] ** 2;
    count++;
    squares += score * score;
    sum += weight;
    sumOfSquares += weight * weight;
  });
  return {phi: squares / count, tau2: Math.max((squares - (count - 1)) / (sum - sumOfSquares / sum), 0)};
}

/** Scores in the first and last of 1/trim groups of ranks are NaN; of equal scores the earlier ranks lower. */
function truncate(z: Float64Array, trim: number): Float64Array {
  const groups = Math.round(1 / trim);
  const order = Array.from(z.keys()).sort((a, b) => z[a] - z[b] || a - b);
  const kept = z.slice();
  order.forEach((unit, i) => {
    const group = Math.floor(((i + 1) * groups) / (z.length + 1));
    if (group === 0 || group === groups - 1) kept[unit] = NaN;
  });
  return kept;
}

function winsorise(z: Float64Array, trim: number): Float64Array {
  const sorted = Array.from(z.slice().sort());
  const [low, high] = [quantileSorted(sorted, trim)!, quantileSorted(sorted, 1 - trim)!];
  return z.map((score) => Math.min(Math.max(score, low), high));
}

const total = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);
