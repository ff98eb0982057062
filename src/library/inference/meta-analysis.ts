import {chiSquareTail} from "../statistics/chi-square.ts";
import normalQuantile from "@stdlib/stats-base-dists-normal-quantile";
import tQuantile from "@stdlib/stats-base-dists-t-quantile";
import {betweenVariance, weighted} from "./between-variance.ts";
import type {BetweenMethod, BetweenOptions, StudyEffects} from "./between-variance.ts";

/** The mean of effects that differ from unit to unit. */
export interface MetaAnalysis {
  units: number;
  estimate: number;
  se: number;
  low: number;
  high: number;
  /** Variance of effects between units, and its share (in percent) of all variance of a typical unit’s effect. */
  tau2: number;
  i2: number;
  h2: number;
  /** Cochran’s Q against effects that are all the same, on units − 1 degrees of freedom, and its p-value. */
  q: number;
  p: number;
  /** Where the effect of another unit of the kind would lie. */
  predict_low: number;
  predict_high: number;
}

/** How effects of several units are put together. */
export interface MetaOptions {
  method: BetweenMethod;
  /**
   * Standard error after Hartung & Knapp (2001), intervals from Student’s t on units − 1 degrees of freedom;
   * `never_smaller` than the plain one: units that happen to agree are not known the better (Röver, Knapp & Friede 2015).
   */
  hartungKnapp: boolean | "never_smaller";
  alpha: number;
  /** How τ² is found: `metaforPrecision` reproduces metafor’s digits, `exactPrecision` goes as far as numbers allow. */
  precision: BetweenOptions;
}

/**
 * Random-effects meta-analysis: the mean with weights 1/(v + τ²), τ² by `betweenVariance`; I² and
 * H² by Higgins & Thompson (2002) from τ² and the typical sampling variance (from Q where τ² is 0
 * by assumption); the prediction interval adds τ² to the squared standard error (Higgins, Thompson
 * & Spiegelhalter 2009, with the quantile of the interval of the mean). Throws where there are
 * fewer than two effects or a variance is not positive.
 *
 * @example
 * import {exactPrecision, metaAnalysis} from "school-partnerships";
 *
 * const effects = {effect: Float64Array.of(1, 2, 3), variance: Float64Array.of(0.1, 0.1, 0.1)};
 * const options = {method: "reml", hartungKnapp: true, alpha: 0.05, precision: exactPrecision};
 * const {estimate, se, tau2} = metaAnalysis(effects, options);
 * console.log(estimate.toFixed(2), se.toFixed(3), tau2.toFixed(2));
 * // 2.00 0.577 0.90
 */
export function metaAnalysis(
  effects: StudyEffects,
  {method, hartungKnapp, alpha, precision}: MetaOptions
): MetaAnalysis {
  const units = effects.effect.length;
  if (units < 2) throw new Error("a meta-analysis is of two effects or more");
  if (!effects.variance.every((v) => v > 0)) throw new Error("sampling variances are positive");
  const tau2 = betweenVariance(effects, method, precision);
  const {sum, centre, q: spread} = weighted(effects, tau2);
  const fixed = weighted(effects, 0);
  const degrees = units - 1;
  const least = hartungKnapp === "never_smaller" ? 1 : 0;
  const se = Math.sqrt((hartungKnapp ? Math.max(spread / degrees, least) : 1) / sum);
  const quantile = hartungKnapp ? tQuantile(1 - alpha / 2, degrees) : normalQuantile(1 - alpha / 2, 0, 1);
  const typical = degrees / (fixed.sum - fixed.sumOfSquares / fixed.sum);
  const h2 = method === "fe" ? fixed.q / degrees : tau2 / typical + 1;
  const reach = quantile * Math.sqrt(se * se + tau2);
  return {
    units,
    estimate: centre,
    se,
    low: centre - quantile * se,
    high: centre + quantile * se,
    tau2,
    i2: 100 * Math.max((h2 - 1) / h2, 0),
    h2,
    q: fixed.q,
    p: chiSquareTail(fixed.q, degrees),
    predict_low: centre - reach,
    predict_high: centre + reach
  };
}
