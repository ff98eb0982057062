import tCDF from "@stdlib/stats-base-dists-t-cdf";
import {design} from "../../design.ts";
import type {Clustering} from "../../library/inference/index.ts";
import {sumBy, tailQuantile} from "../../library/statistics/index.ts";
import {criticalValue} from "./student-interval.ts";
import type {Window} from "../comparison/yearly.ts";
import type {CovariateSet} from "../comparison/assumptions.ts";
import type {MeanExcess} from "./mean-excess.ts";
import {drawPlacebos} from "./drawn-placebos.ts";
import {donorsToDraw} from "./placebo-draws.ts";

/** How an interval is made: analytic, by randomisation among the donors’ excesses, or not claimed. */
export type Method = "analytic" | "randomisation" | "none";

/** An estimate with its cluster-robust error, in the unit of the outcome. */
export interface Estimated {
  estimate: number;
  se: number;
  /** Degrees of Student’s t: treated clusters less one. */
  degrees: number;
  /** How many standard errors the 95 % interval reaches; NaN where none is claimed. */
  critical: number;
  method: Method;
  /** The chance of an estimate as far from zero where the effect is zero; NaN where no interval is claimed. */
  p: number;
}

/** Partnerships behind an effect. */
export const treatedClusters = ({units}: MeanExcess, {of}: Clustering): number =>
  new Set(units.map(({row}) => of[row])).size;

/** By METHOD §7: under the plan’s schools or partnerships randomisation, under its fewest partnerships no interval. */
export function chooseMethod(schools: number, partnerships: number): Method {
  const {fewest_partnerships, randomise_below} = design.inference;
  if (partnerships < fewest_partnerships) return "none";
  return schools < randomise_below.schools || partnerships < randomise_below.partnerships
    ? "randomisation"
    : "analytic";
}

/**
 * The root of the sum of squares of cluster totals of the influence function, times √(G ÷ (G − 1)) for the G clusters of
 * the treated (Liang & Zeger 1986). NaN for one cluster.
 */
export function clusteredError(mean: MeanExcess, clusters: Clustering): {se: number; degrees: number} {
  const sums = sumBy(mean.influence, clusters.of, clusters.count);
  const treated = treatedClusters(mean, clusters);
  let squares = 0;
  for (let c = 0; c < sums.length; c++) squares += sums[c] * sums[c];
  return {se: treated < 2 ? NaN : Math.sqrt((squares * treated) / (treated - 1)), degrees: treated - 1};
}

export interface EstimateTerms {
  clusters: Clustering;
  set: CovariateSet;
  times: Window;
  seed: number;
  /** If not given, by the schools and partnerships behind the estimate. */
  method?: Method;
}

/** The estimate of a mean of excesses with the interval that its size allows. */
export function estimateEffects(mean: MeanExcess, {clusters, set, times, seed, method}: EstimateTerms): Estimated {
  const {se, degrees} = clusteredError(mean, clusters);
  const how = method ?? chooseMethod(mean.units.length, degrees + 1);
  const base = {estimate: mean.estimate, se, degrees, method: how};
  if (how === "none" || !(se > 0)) return {...base, method: "none", critical: NaN, p: NaN};
  if (how === "analytic") {
    const p = 2 * tCDF(-Math.abs(mean.estimate) / se, degrees);
    return {...base, critical: criticalValue(degrees), p};
  }
  const statistics = placeboStatistics(mean, {clusters, set, times, seed});
  if (!statistics) return {...base, method: "none", critical: NaN, p: NaN};
  const observed = Math.abs(mean.estimate) / se;
  const asFar = statistics.filter((value) => value >= observed * (1 - design.tolerances.tie)).length;
  return {
    ...base,
    critical: tailQuantile(statistics, design.confidence),
    p: (1 + asFar) / (1 + statistics.length)
  };
}

/**
 * Studentised randomisation inference (MacKinnon & Webb 2020): placebo partnerships of the same sizes and joining years
 * are drawn with replacement from the donors’ excesses of the same cohort and event times (Conley & Taber 2011), and
 * each mean is divided by its own cluster-robust error. The regression is the same in every draw, so its error moves no
 * draw’s mean and has no part in a draw’s error; the estimate’s own error holds it.
 */
function placeboStatistics(
  {units}: MeanExcess,
  {clusters, set, times, seed}: Omit<EstimateTerms, "method">
): Float64Array | null {
  const among = donorsToDraw(units, {set, times});
  if (!among) return null;
  const {
    means,
    squares,
    clusters: count
  } = drawPlacebos(among, {seed, cluster: units.map(({row}) => clusters.of[row])});
  return means.map((mean, draw) => Math.abs(mean) / Math.sqrt((squares[draw] * count) / (count - 1)));
}
