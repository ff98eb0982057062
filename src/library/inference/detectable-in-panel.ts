import {UserError} from "../errors.ts";
import {mersenneTwister, normalNumbers} from "../statistics/mersenne-twister.ts";
import {detectableEffect} from "./minimum-detectable-effect.ts";
import type {DetectableEffect, PowerOptions} from "./minimum-detectable-effect.ts";
import tQuantile from "@stdlib/stats-base-dists-t-quantile";

export interface PartnershipDesign extends PowerOptions {
  /** Schools that would join, and in how many partnerships of one size. */
  schools: number;
  partnerships: number;
  /** Comparators to each of them; all other units if they do not suffice. */
  comparators: number;
  /** Share of the variance of changes that schools of a partnership have in common. */
  intraclass: number;
}

/**
 * The smallest effect on the change from base to after that a comparison of so many joiners with
 * so many comparators would see, in the unit of the outcome, from how much changes of comparable
 * schools differed (`placeboChanges`): se² = s² ((1 + (n/k − 1) ρ)/n + 1/m), s² being the variance
 * of changes within a start pooled over starts (Bloom 1995 with the design effect of Kish 1965),
 * on partnerships + comparators − 2 degrees of freedom. Throws a UserError where no start has
 * enough schools.
 */
export function detectableInPanel(
  changes: ReadonlyMap<number, Float64Array>,
  design: PartnershipDesign
): DetectableEffect {
  const {schools, partnerships, intraclass} = design;
  const starts = feasibleStarts(changes, design);
  let squares = 0;
  let degrees = 0;
  for (const of of starts) {
    squares += (of.length - 1) * varianceOf(of);
    degrees += of.length - 1;
  }
  const variance = squares / degrees;
  const comparators = comparatorsOf(starts, design);
  const spread = (1 + (schools / partnerships - 1) * intraclass) / schools + 1 / comparators;
  return detectableEffect(Math.sqrt(variance * spread), partnerships + comparators - 2, design);
}

export interface SimulatedEffect {
  effect: number;
  /** Standard deviation of the estimates where there is no effect. */
  se: number;
  /** How often that effect, added, is told from zero. */
  power: number;
}

/**
 * The same by simulation: in each draw a start, so many of its schools as joiners and others as
 * comparators, all at random; joiners of a partnership share a normal part of their changes worth
 * `intraclass` of their variance. The effect is what the spread of the differences in means asks
 * for; its power is counted with the standard error that each draw would have had, clustered by
 * partnership.
 */
export function simulateInPanel(
  changes: ReadonlyMap<number, Float64Array>,
  design: PartnershipDesign,
  {draws, seed}: {draws: number; seed: number}
): SimulatedEffect {
  const {partnerships, alpha} = design;
  const starts = feasibleStarts(changes, design);
  const comparators = comparatorsOf(starts, design);
  const uniform = mersenneTwister(seed);
  const normal = normalNumbers(uniform);
  const results = Array.from({length: draws}, () => {
    const of = starts[Math.floor(uniform() * starts.length)]!;
    return placebo(of, {...design, comparators}, {uniform, normal});
  });
  const degrees = partnerships + comparators - 2;
  const se = Math.sqrt(varianceOf(Float64Array.from(results, ({estimate}) => estimate)));
  const {effect} = detectableEffect(se, degrees, design);
  const critical = tQuantile(1 - alpha / 2, degrees);
  const told = results.filter((result) => Math.abs(result.estimate + effect) > critical * result.se).length;
  return {effect, se, power: told / draws};
}

function placebo(
  changes: Float64Array,
  {schools, partnerships, comparators, intraclass}: PartnershipDesign,
  {uniform, normal}: {uniform: () => number; normal: () => number}
): {estimate: number; se: number} {
  const drawn = sample(changes, schools + comparators, uniform);
  const centre = meanOf(changes);
  const sd = Math.sqrt(varianceOf(changes));
  const shared = Float64Array.from({length: partnerships}, () => Math.sqrt(intraclass) * sd * normal());
  const joined = drawn
    .slice(0, schools)
    .map((change, i) => centre + Math.sqrt(1 - intraclass) * (change - centre) + shared[i % partnerships]!);
  const others = drawn.slice(schools);
  const mean = meanOf(joined);
  const sums = new Float64Array(partnerships);
  joined.forEach((change, i) => (sums[i % partnerships]! += change - mean));
  const clustered = sums.reduce((sum, value) => sum + value * value, 0) / (schools * schools);
  const correction = partnerships / (partnerships - 1);
  return {
    estimate: mean - meanOf(others),
    se: Math.sqrt(correction * clustered + varianceOf(others) / comparators)
  };
}

/** The first of a random order. */
function sample(values: Float64Array, count: number, uniform: () => number): Float64Array {
  const order = values.slice();
  for (let i = 0; i < count; i++) {
    const j = i + Math.floor(uniform() * (order.length - i));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order.slice(0, count);
}

function feasibleStarts(
  changes: ReadonlyMap<number, Float64Array>,
  {schools, partnerships}: PartnershipDesign
): Float64Array[] {
  if (!(partnerships >= 2 && partnerships <= schools)) {
    throw new UserError(`${schools} schools in ${partnerships} partnerships cannot be compared`, {
      fix: "two partnerships or more, and no more of them than schools"
    });
  }
  const starts = [...changes.values()].filter((of) => of.length >= schools + 2);
  if (starts.length) return starts;
  const most = Math.max(0, ...[...changes.values()].map((of) => of.length));
  throw new UserError(`${schools} schools and two comparators are asked of ${most} with values in both windows`, {
    fix: "ask for fewer schools, or give shorter windows with --base and --after"
  });
}

const comparatorsOf = (starts: readonly Float64Array[], {schools, comparators}: PartnershipDesign): number =>
  Math.min(comparators, ...starts.map((of) => of.length - schools));

const meanOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;

function varianceOf(values: Float64Array): number {
  const mean = meanOf(values);
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
}
