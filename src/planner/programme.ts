import {design} from "../design.ts";
import {detectableEffect} from "../library/inference/index.ts";
import tCdf from "@stdlib/stats-base-dists-t-cdf";
import tQuantile from "@stdlib/stats-base-dists-t-quantile";
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
  authority_share: number;
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
}

/** Fewer treated clusters and no interval is claimed. */
export const fewestClusters = (): number => design.inference.fewest_partnerships;

/**
 * What the programme could see in the schools it helps. With n schools in k clusters and m comparators
 * se² = V ((1 + (n/k − 1) ρ)/n + 1/m): V from `contrastVariance`, ρ the share that schools of an authority have in common
 * (the design effect of Kish 1965), Student’s t with k − 1 degrees of freedom, as results of the site have it; the smallest
 * effect is (t_{1 − α/2} + t_power) se (Bloom 1995) of the larger standard error. Null where the years are not known, or
 * with fewer clusters than an interval is claimed for.
 */
export function seeSupported(programme: Programme, spread: OutcomeSpread): Sight | null {
  const {schools, helpers} = programme;
  return see({...programme, count: schools, clusters: Math.min(schools, helpers)}, spread);
}

/** The same of the schools that help, each a cluster of its own. */
export function seeHelpers(programme: Programme, spread: OutcomeSpread): Sight | null {
  return see({...programme, count: programme.helpers, clusters: programme.helpers}, spread);
}

function see(
  {count, clusters, comparators, ...years}: Years & {count: number; clusters: number; comparators: number},
  {covariance, authority_share}: OutcomeSpread
): Sight | null {
  const variance = contrastVariance(covariance, years);
  if (variance === null || clusters < fewestClusters() || !(comparators >= 1)) return null;
  const share = (1 + (count / clusters - 1) * authority_share) / count + 1 / comparators;
  const se = {same_trend: Math.sqrt(variance.same_trend * share), same_past: Math.sqrt(variance.same_past * share)};
  const degrees = clusters - 1;
  return {
    schools: count,
    clusters,
    degrees,
    se,
    effect: detectableEffect(largerError(se), degrees, planOptions()).effect
  };
}

const largerError = ({same_trend, same_past}: ContrastVariance): number => Math.max(same_trend, same_past);

const planOptions = () => ({power: design.power, alpha: 1 - design.confidence});

/** The chance, 0 to 1, that a true effect of this size would be distinguished from zero under the assumption with the larger error. */
export function computePower({se, degrees}: Pick<Sight, "se" | "degrees">, size: number): number {
  const reach = tQuantile(1 - planOptions().alpha / 2, degrees);
  const shift = Math.abs(size) / largerError(se);
  return tCdf(shift - reach, degrees) + tCdf(-shift - reach, degrees);
}

/** No programme that is planned here is larger. */
export const MOST_SCHOOLS = 5000;

/**
 * The fewest schools that would have to be helped, as many to a helper and with the same comparators and years, for an
 * effect of this size to be seen; null where even `MOST_SCHOOLS` do not suffice.
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
