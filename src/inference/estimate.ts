import tQuantile from "@stdlib/stats-base-dists-t-quantile";
import {design} from "../design.ts";
import type {Figure} from "../release.ts";

/** A number, and what each cluster contributed to it. */
export interface Estimate {
  value: number;
  /** By cluster: how far the value would move if the cluster counted for more. Sums to zero. */
  influence: Float64Array;
  /** How many clusters contribute. */
  clusters: number;
  /** How many distinct schools contribute. */
  schools: number;
}

/**
 * a less b. Clusters on both sides have their influences netted, so what moves
 * both alike adds no uncertainty. It rests on the clusters of the side with
 * fewer, and on the schools of a.
 */
export function subtract(a: Estimate, b: Estimate): Estimate {
  return {
    value: a.value - b.value,
    influence: a.influence.map((value, cluster) => value - b.influence[cluster]),
    clusters: Math.min(a.clusters, b.clusters),
    schools: a.schools
  };
}

/**
 * The standard error of an estimate, robust to any likeness within clusters:
 * √(G ÷ (G − 1) · Σ ψ²) over the influences ψ of G clusters (Liang & Zeger
 * 1986, with the usual correction for G). Infinity if G is 1.
 */
export function standardError({influence, clusters}: Estimate): number {
  let sum = 0;
  for (let cluster = 0; cluster < influence.length; cluster++) sum += influence[cluster] ** 2;
  return Math.sqrt((clusters / (clusters - 1)) * sum);
}

/**
 * The estimate with its 95 % interval from Student’s t on G − 1 degrees of
 * freedom, G = clusters; low and high are null if G is below the plan’s fewest.
 */
export function figureOf(estimate: Estimate): Figure {
  const {value, clusters, schools} = estimate;
  if (clusters < design.fewest_clusters) return {value, low: null, high: null, schools};
  const margin = tQuantile((1 + design.confidence) / 2, clusters - 1) * standardError(estimate);
  return {value, low: value - margin, high: value + margin, schools};
}
