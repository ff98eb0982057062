import {design} from "../design.ts";
import {detectableEffect} from "../library/inference/index.ts";
import tCdf from "@stdlib/stats-base-dists-t-cdf";
import tQuantile from "@stdlib/stats-base-dists-t-quantile";
import {boundCovariances} from "./bound-covariances.ts";
import {contrastVariance, type ContrastVariance, type Years} from "./contrast-variance.ts";

/** A programme that is being planned. */
export interface Programme extends Years {
  /** Schools that would be helped. */
  schools: number;
  /** Schools that would help: in pairs as many as are helped, in groups fewer. */
  helpers: number;
  comparators: number;
}

/** What is released of an outcome, as far as a design needs it. */
export interface OutcomeSpread {
  covariance: readonly (number | null)[];
  /** Null where no two years are known that a change could be taken over. */
  authority_share: number | null;
}

/** What a programme could see in the schools of one role. */
export interface Sight {
  schools: number;
  clusters: number;
  degrees: number;
  /** Standard error under each assumption. */
  se: ContrastVariance;
  /** The smallest effect that would be seen under both assumptions, in the unit of the outcome. */
  effect: number;
  /**
   * Lags in years that the years of the design need and that no results measure. Where there are any, `se` and `effect`
   * are the largest that the measured ones leave possible, and `least` the smallest; null where these leave no least.
   */
  unmeasured: number[];
  least: number | null;
}

/** Whose sight is null, why. */
export type Unseen = "clusters" | "comparators" | "authority" | "variance";

/** Fewer treated clusters and no interval is claimed. */
export const fewestClusters = (): number => design.inference.fewest_partnerships;

/**
 * What the programme could see in the schools it helps. With n schools in k clusters and m comparators
 * se² = V ((1 + (n/k − 1) ρ)/n + 1/m): V from `contrastVariance`, ρ the share that schools of an authority have in common
 * (the design effect of Kish 1965), Student’s t with k − 1 degrees of freedom, as results of the site have it; the smallest
 * effect is (t_{1 − α/2} + t_power) se (Bloom 1995) of the larger standard error. Where results at some lag were never
 * measured, V lies between bounds (`boundCovariances`). Null as `explainUnseen` says.
 */
export function seeSupported(programme: Programme, spread: OutcomeSpread): Sight | null {
  const {schools, helpers} = programme;
  return see({...programme, count: schools, clusters: Math.min(schools, helpers)}, spread);
}

/** Why nothing can be said of the schools a programme helps, checked in this order; null where something can. */
export function explainUnseen(programme: Programme, spread: OutcomeSpread): Unseen | null {
  const clusters = Math.min(programme.schools, programme.helpers);
  if (clusters < fewestClusters()) return "clusters";
  if (!(programme.comparators >= 1)) return "comparators";
  if (clusters < programme.schools && spread.authority_share === null) return "authority";
  return seeSupported(programme, spread) === null ? "variance" : null;
}

/** The same of the schools that help, each a cluster of its own. */
export function seeHelpers(programme: Programme, spread: OutcomeSpread): Sight | null {
  return see({...programme, count: programme.helpers, clusters: programme.helpers}, spread);
}

function see(
  {count, clusters, comparators, ...years}: Years & {count: number; clusters: number; comparators: number},
  {covariance, authority_share}: OutcomeSpread
): Sight | null {
  if (clusters < fewestClusters() || !(comparators >= 1)) return null;
  const alike = count === clusters ? 0 : authority_share;
  const bounds = boundCovariances(covariance, years);
  const largest = bounds && contrastVariance(bounds.harshest, years);
  if (bounds === null || largest === null || alike === null) return null;
  const smallest = contrastVariance(bounds.kindest, years);
  const share = (1 + (count / clusters - 1) * alike) / count + 1 / comparators;
  const findError = ({same_trend, same_past}: ContrastVariance) => ({
    same_trend: Math.sqrt(same_trend * share),
    same_past: Math.sqrt(same_past * share)
  });
  const degrees = clusters - 1;
  const detect = (se: ContrastVariance) => detectableEffect(largerError(se), degrees, planOptions()).effect;
  const se = findError(largest);
  return {
    ...{schools: count, clusters, degrees, se},
    effect: detect(se),
    unmeasured: bounds.unmeasured,
    least: smallest && detect(findError(smallest))
  };
}

const largerError = ({same_trend, same_past}: ContrastVariance): number => Math.max(same_trend, same_past);

const planOptions = () => ({power: design.power, alpha: 1 - design.confidence});

/** The chance, 0 to 1, that a true effect of this size would be distinguished from zero under the assumption with the larger error; the least chance where lags are unmeasured. */
export function computePower({se, degrees}: Pick<Sight, "se" | "degrees">, size: number): number {
  const reach = tQuantile(1 - planOptions().alpha / 2, degrees);
  const shift = Math.abs(size) / largerError(se);
  return tCdf(shift - reach, degrees) + tCdf(-shift - reach, degrees);
}

/** No programme that is planned here is larger. */
export const MOST_SCHOOLS = 5000;

/**
 * The fewest schools that would have to be helped, as many to a helper and with the same comparators and years, for an
 * effect of this size to be seen, whatever unmeasured lags hold; null where even `MOST_SCHOOLS` do not suffice.
 */
export function countNeeded(programme: Programme, spread: OutcomeSpread, size: number): number | null {
  const each = programme.schools / Math.min(programme.schools, programme.helpers);
  const sees = (schools: number) => {
    const sight = seeSupported({...programme, schools, helpers: Math.max(1, Math.round(schools / each))}, spread);
    return sight !== null && sight.effect <= size;
  };
  if (!sees(MOST_SCHOOLS)) return null;
  let [low, high] = [1, MOST_SCHOOLS];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (sees(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
