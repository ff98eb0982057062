import tQuantile from "@stdlib/stats-base-dists-t-quantile";

/** The smallest effect that a design would see so often, and the interval around an estimate of just that size. */
export interface DetectableEffect {
  effect: number;
  low: number;
  high: number;
  se: number;
  degrees: number;
}

/** How often an effect is to be found, and at which level it is tested. */
export interface PowerOptions {
  power: number;
  /** Two-sided. */
  alpha: number;
}

/**
 * The minimum detectable effect of an estimator with this standard error: (t_{1 − α/2} + t_power)
 * se (Bloom 1995).
 *
 * @example
 * import {detectableEffect} from "school-partnerships";
 *
 * const {effect} = detectableEffect(1, 100, {power: 0.8, alpha: 0.05});
 * console.log(effect.toFixed(2));
 * // 2.83
 */
export function detectableEffect(se: number, degrees: number, {power, alpha}: PowerOptions): DetectableEffect {
  const reach = tQuantile(1 - alpha / 2, degrees);
  const effect = (reach + tQuantile(power, degrees)) * se;
  return {effect, low: effect - reach * se, high: effect + reach * se, se, degrees};
}

/** A design that treats units one by one. */
export interface IndividualDesign {
  units: number;
  /** Share of them treated. */
  treated: number;
  /** Share of the variance that covariates explain, and how many there are. */
  explained: number;
  covariates: number;
}

/**
 * In standard deviations of the outcome, for units assigned one by one: Dong & Maynard (2013,
 * individual random assignment). Throws an Error where no degree of freedom is left.
 *
 * @example
 * import {detectableByIndividuals} from "school-partnerships/inference";
 *
 * const design = {units: 400, treated: 0.5, explained: 0.4, covariates: 1};
 * console.log(detectableByIndividuals(design, {power: 0.8, alpha: 0.05}).effect.toFixed(3));
 * // 0.218
 */
export function detectableByIndividuals(design: IndividualDesign, options: PowerOptions): DetectableEffect {
  const {units, treated, explained, covariates} = design;
  const se = Math.sqrt((1 - explained) / (treated * (1 - treated) * units));
  return detectableEffect(se, refuseTooFew(units - covariates - 2, "units"), options);
}

/** A design that treats whole clusters. */
export interface ClusterDesign {
  clusters: number;
  /** Units a cluster. */
  units: number;
  /** Share of clusters treated. */
  treated: number;
  /** Share of the outcome’s variance that lies between clusters. */
  intraclass: number;
  /** Shares of the variance within and between clusters that covariates explain, and how many are of clusters. */
  explainedWithin: number;
  explainedBetween: number;
  clusterCovariates: number;
}

/**
 * The same for whole clusters assigned: Dong & Maynard (2013, clusters of two levels).
 *
 * @example
 * import {detectableByClusters} from "school-partnerships";
 *
 * const design = {
 *   ...{clusters: 20, units: 30, treated: 0.5, intraclass: 0.05},
 *   ...{explainedWithin: 0, explainedBetween: 0, clusterCovariates: 0}
 * };
 * console.log(detectableByClusters(design, {power: 0.8, alpha: 0.05}).effect.toFixed(3));
 * // 0.379
 */
export function detectableByClusters(design: ClusterDesign, options: PowerOptions): DetectableEffect {
  const {clusters, units, treated, intraclass, explainedWithin, explainedBetween, clusterCovariates} = design;
  const between = intraclass * (1 - explainedBetween);
  const within = ((1 - intraclass) * (1 - explainedWithin)) / units;
  const se = Math.sqrt((between + within) / (treated * (1 - treated) * clusters));
  return detectableEffect(se, refuseTooFew(clusters - clusterCovariates - 2, "clusters"), options);
}

function refuseTooFew(degrees: number, what: string): number {
  if (degrees < 1) throw new Error(`too few ${what}: no degrees of freedom are left`);
  return degrees;
}
