import {truncatedNormalQuantile} from "../../statistics/truncated-normal.ts";
import type {MinimaxProgram, MinimaxSolution} from "./minimax-program.ts";

/** What the test is held to: its size, the part of it spent first, and the critical value that spends it. */
export interface Hybrid {
  alpha: number;
  kappa: number;
  leastFavourable: number;
}

/** Standard deviations beyond which the ends of the truncation are as good as infinite. */
const far = 1000;

/**
 * Whether the hybrid test refuses E[y − Xδ] ≤ 0 for every δ, y having unit variances and this
 * correlation: Andrews, Roth & Pakes (2023, the conditional and the hybrid test). It refuses where
 * η̂ = the programme’s value for y is above the least favourable critical value; else where η̂ is
 * above both 0 and the (1 − α)/(1 − κ)-quantile of its normal distribution, cut to where the same
 * multipliers stay optimal and to below that critical value. Multipliers whose combination does
 * not vary refuse nothing.
 */
export function refuses(
  program: MinimaxProgram,
  y: Float64Array,
  correlation: Float64Array,
  {alpha, kappa, leastFavourable}: Hybrid
): boolean {
  const solution = program.solve(y);
  if (solution.value > leastFavourable) return true;
  if (solution.value <= 0) return false;
  const covariance = product(correlation, solution.multipliers);
  const variance = dot(solution.multipliers, covariance);
  if (variance < 1e-12) return false;
  const sd = Math.sqrt(variance);
  const direction = covariance.map((value) => value / variance);
  const [low, high] = solution.degenerate
    ? truncationBySearch(program, y, direction, solution.value, {reach: far * sd, leastFavourable})
    : truncationAtBasis(program, y, direction, solution.value);
  const quantile = truncatedNormalQuantile((1 - alpha) / (1 - kappa), low / sd, Math.min(high, leastFavourable) / sd);
  return solution.value / sd > Math.max(0, quantile);
}

/**
 * Between which values of the statistic, all that is independent of it held fixed, the basis just
 * solved for stays optimal: where its reduced costs stay below 0 (the paper’s v^lo and v^up).
 */
export function truncationAtBasis(
  program: MinimaxProgram,
  y: Float64Array,
  direction: Float64Array,
  value: number
): [number, number] {
  const at = program.reducedCosts(y).slice();
  const slope = program.reducedCosts(direction);
  let low = -Infinity;
  let high = Infinity;
  for (let j = 0; j < at.length; j++) {
    const rate = slope[j];
    if (Math.abs(rate) < 1e-10) continue;
    const end = value - Math.min(at[j], 0) / rate;
    if (rate > 0) high = Math.min(high, end);
    else low = Math.max(low, end);
  }
  return [low, high];
}

/**
 * The same for multipliers that several bases share: the ends of the values c at which max γ′(y +
 * (c − value) direction) = c, found from far outside by Newton’s method on that convex function,
 * which stops after finitely many programmes.
 */
export function truncationBySearch(
  program: MinimaxProgram,
  y: Float64Array,
  direction: Float64Array,
  value: number,
  {reach, leastFavourable}: {reach: number; leastFavourable: number}
): [number, number] {
  const rest = y.map((v, i) => v - value * direction[i]);
  const end = (from: number) => {
    for (let c = from; ;) {
      const {multipliers, value: best}: MinimaxSolution = program.solve(rest.map((v, i) => v + c * direction[i]));
      if (best <= c + 1e-9 * (1 + Math.abs(c))) return c;
      const next = dot(multipliers, rest) / (1 - dot(multipliers, direction));
      if (!(Math.abs(next - value) < Math.abs(c - value))) return c;
      c = next;
    }
  };
  const low = end(value - reach);
  const above = leastFavourable < Infinity ? Math.max(leastFavourable, value) : value + reach;
  const high = end(above);
  return [
    low === value - reach ? -Infinity : Math.min(low, value),
    leastFavourable === Infinity && high === above ? Infinity : Math.max(high, value)
  ];
}

function product(matrix: Float64Array, vector: Float64Array): Float64Array {
  const size = vector.length;
  const result = new Float64Array(size);
  for (let j = 0; j < size; j++) {
    if (vector[j] === 0) continue;
    for (let i = 0; i < size; i++) result[i] += matrix[i * size + j] * vector[j];
  }
  return result;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}
