import normalQuantile from "@stdlib/stats-base-dists-normal-quantile";
import type {StudyEffects} from "./between-variance.ts";
import type {MetaAnalysis} from "./meta-analysis.ts";

/** An effect shrunk towards the mean of all. */
export interface Shrunken {
  estimate: number;
  se: number;
  low: number;
  high: number;
  /** How much of it is the unit’s own, from 0 to 1. */
  own: number;
}

/**
 * Empirical-Bayes effects of the units of a random-effects meta-analysis: λ effect + (1 − λ) mean
 * with λ = τ²/(τ² + v), and variance λv + (1 − λ)²·se² of the mean (Raudenbush & Bryk 1985; Morris
 * 1983 without a correction for τ² being estimated). Where τ² is 0 all are the mean.
 *
 * @example
 * import {shrink} from "school-partnerships";
 *
 * const effects = {effect: Float64Array.of(1, 3), variance: Float64Array.of(1, 1)};
 * const shrunken = shrink(effects, {estimate: 2, se: 0.5, tau2: 1}, 0.05);
 * console.log(shrunken.map(({estimate}) => estimate).join());
 * // 1.5,2.5
 */
export function shrink(
  {effect, variance}: StudyEffects,
  mean: Pick<MetaAnalysis, "estimate" | "se" | "tau2">,
  alpha: number
): Shrunken[] {
  const quantile = normalQuantile(1 - alpha / 2, 0, 1);
  return Array.from(effect, (value, i) => {
    const own = mean.tau2 / (mean.tau2 + variance[i]);
    const estimate = own * value + (1 - own) * mean.estimate;
    const se = Math.sqrt(own * variance[i] + (1 - own) ** 2 * mean.se ** 2);
    return {estimate, se, low: estimate - quantile * se, high: estimate + quantile * se, own};
  });
}
