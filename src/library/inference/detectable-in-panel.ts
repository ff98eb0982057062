import {UserError} from "../errors.ts";
import {mersenneTwister, normalNumbers} from "../statistics/mersenne-twister.ts";
import {detectableEffect} from "./minimum-detectable-effect.ts";
import type {DetectableEffect, PowerOptions} from "./minimum-detectable-effect.ts";
import tQuantile from "@stdlib/stats-base-dists-t-quantile";

/** How many units in how many clusters would be treated, and how alike those of a cluster are. */
export interface ClusteredPanelDesign extends PowerOptions {
  /** Units that would be treated, and in how many clusters of one size. */
  units: number;
  clusters: number;
  /** Comparators to each of them; all other units if they do not suffice. */
  comparators: number;
  /** Share of the variance of changes that units of a cluster have in common. */
  intraclass: number;
}

/**
 * The smallest effect on the change from base to after that a comparison of so many treated units with
 * so many comparators would see, in the unit of the outcome, from how much changes of comparable
 * units differed (`placeboChanges`): se² = s² ((1 + (n/k − 1) ρ)/n + 1/m), s² being the variance
 * of changes within a start pooled over starts (Bloom 1995 with the design effect of Kish 1965),
 * on clusters + comparators − 2 degrees of freedom. Throws a UserError where no start has
 * enough units.
 *
 * @example
 * import {detectableInPanel} from "school-partnerships";
 *
 * // The changes of comparable units, by the year that could have been a start.
 * const changes = new Map([
 *   [2012, Float64Array.of(-2, -1, 0, 1, 2, 3)],
 *   [2013, Float64Array.of(-3, -1, 0, 0, 1, 2)]
 * ]);
 * const design = {units: 4, clusters: 2, comparators: 40, intraclass: 0.2, alpha: 0.05, power: 0.8};
 * console.log(detectableInPanel(changes, design).effect.toFixed(1));
 * // 8.6
 */
export function detectableInPanel(
  changes: ReadonlyMap<number, Float64Array>,
  design: ClusteredPanelDesign
): DetectableEffect {
  const {units, clusters, intraclass} = design;
  const starts = feasibleStarts(changes, design);
  let squares = 0;
  let degrees = 0;
  for (const of of starts) {
    squares += (of.length - 1) * computeVariance(of);
    degrees += of.length - 1;
  }
  const variance = squares / degrees;
  const comparators = selectComparators(starts, design);
  const spread = (1 + (units / clusters - 1) * intraclass) / units + 1 / comparators;
  return detectableEffect(Math.sqrt(variance * spread), clusters + comparators - 2, design);
}

/** What `simulateInPanel` gives. */
export interface SimulatedEffect {
  effect: number;
  /** Standard deviation of the estimates where there is no effect. */
  se: number;
  /** How often that effect, added, is significantly different from zero. */
  power: number;
}

/**
 * The same by simulation: in each draw a start, so many of its units as treated and others as
 * comparators, all at random; treated units of a cluster share a normal part of their changes, a share
 * `intraclass` of their variance. The effect is what the spread of the differences in means asks
 * for; its power is counted with the standard error that each draw would have had, clustered by
 * cluster.
 *
 * @example
 * import {simulateInPanel} from "school-partnerships";
 *
 * // The changes of comparable units, by the year that could have been a start.
 * const changes = new Map([
 *   [2012, Float64Array.of(-2, -1, 0, 1, 2, 3)],
 *   [2013, Float64Array.of(-3, -1, 0, 0, 1, 2)]
 * ]);
 * const design = {units: 2, clusters: 2, comparators: 4, intraclass: 0.2, alpha: 0.05, power: 0.8};
 * const {effect, power} = simulateInPanel(changes, design, {draws: 500, seed: 1});
 * console.log(effect > 1, power > 0.7);
 * // true true
 */
export function simulateInPanel(
  changes: ReadonlyMap<number, Float64Array>,
  design: ClusteredPanelDesign,
  {draws, seed}: {draws: number; seed: number}
): SimulatedEffect {
  const {clusters, alpha} = design;
  const starts = feasibleStarts(changes, design);
  const comparators = selectComparators(starts, design);
  const uniform = mersenneTwister(seed);
  const normal = normalNumbers(uniform);
  const results = Array.from({length: draws}, () => {
    const of = starts[Math.floor(uniform() * starts.length)];
    return placebo(of, {...design, comparators}, {uniform, normal});
  });
  const degrees = clusters + comparators - 2;
  const se = Math.sqrt(computeVariance(Float64Array.from(results, ({estimate}) => estimate)));
  const {effect} = detectableEffect(se, degrees, design);
  const critical = tQuantile(1 - alpha / 2, degrees);
  const rejected = results.filter((result) => Math.abs(result.estimate + effect) > critical * result.se).length;
  return {effect, se, power: rejected / draws};
}

function placebo(
  changes: Float64Array,
  {units, clusters, comparators, intraclass}: ClusteredPanelDesign,
  {uniform, normal}: {uniform: () => number; normal: () => number}
): {estimate: number; se: number} {
  const sampled = sample(changes, units + comparators, uniform);
  const centre = computeMean(changes);
  const sd = Math.sqrt(computeVariance(changes));
  const shared = Float64Array.from({length: clusters}, () => Math.sqrt(intraclass) * sd * normal());
  const treated = sampled
    .slice(0, units)
    .map((change, i) => centre + Math.sqrt(1 - intraclass) * (change - centre) + shared[i % clusters]);
  const others = sampled.slice(units);
  const mean = computeMean(treated);
  const sums = new Float64Array(clusters);
  treated.forEach((change, i) => (sums[i % clusters] += change - mean));
  const clustered = sums.reduce((sum, value) => sum + value * value, 0) / (units * units);
  const correction = clusters / (clusters - 1);
  return {
    estimate: mean - computeMean(others),
    se: Math.sqrt(correction * clustered + computeVariance(others) / comparators)
  };
}

/** The first of a random order. */
function sample(values: Float64Array, count: number, uniform: () => number): Float64Array {
  const order = values.slice();
  for (let i = 0; i < count; i++) {
    const j = i + Math.floor(uniform() * (order.length - i));
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order.slice(0, count);
}

function feasibleStarts(
  changes: ReadonlyMap<number, Float64Array>,
  {units, clusters}: ClusteredPanelDesign
): Float64Array[] {
  if (!(clusters >= 2 && clusters <= units)) {
    throw new UserError(`${units} units in ${clusters} clusters cannot be compared`, {
      fix: "two clusters or more, and no more of them than units"
    });
  }
  const starts = [...changes.values()].filter((of) => of.length >= units + 2);
  if (starts.length) return starts;
  const most = Math.max(0, ...[...changes.values()].map((of) => of.length));
  throw new UserError(`${units} units and two comparators are asked of ${most} with values in both windows`, {
    fix: "ask for fewer units, or give shorter windows of base and after"
  });
}

const selectComparators = (starts: readonly Float64Array[], {units, comparators}: ClusteredPanelDesign): number =>
  Math.min(comparators, ...starts.map((of) => of.length - units));

const computeMean = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;

function computeVariance(values: Float64Array): number {
  const mean = computeMean(values);
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
}
