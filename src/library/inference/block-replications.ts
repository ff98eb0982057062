import {UserError} from "../errors.ts";
import {takeUnits, type BlockPanel} from "../panel/block-panel.ts";
import {weighPanel, type SyntheticEffect} from "../panel/synthetic-effect.ts";
import {shuffled, wholeNumberBelow} from "../statistics/shuffle.ts";

/** Estimates a block again, its solver starting from the weights given. */
export type Estimate = (panel: BlockPanel, start: SyntheticEffect) => SyntheticEffect;

/** How often and with which random numbers replications are drawn. */
export interface ReplicationOptions {
  replications: number;
  /** Numbers in (0, 1), seeded. */
  uniform: () => number;
}

const usual = 200;

/**
 * The effects found where there are none (Arkhangelsky et al. 2021, Algorithm 4):
 * as many comparators as there are treated units, drawn at random, are treated
 * in pretence. With one treated unit, no more than 200 comparators and no number
 * of replications asked for, each comparator is, once; otherwise 200 draws.
 *
 * Throws a UserError unless there are more comparators than treated units.
 *
 * @example
 * import {blockDid, mersenneTwister, placeboEffects, readBlock} from "school-partnerships";
 *
 * // c is treated from 2013.
 * const panel = readBlock(
 *   {
 *     id: [..."aaaabbbbcccc"],
 *     time: Float64Array.from({length: 12}, (_, i) => 2010 + (i % 4)),
 *     treated: Float64Array.from({length: 12}, (_, i) => (i === 11 ? 1 : 0)),
 *     outcome: Float64Array.of(1, 2, 4, 5, 5, 5, 7, 8, 3, 4, 5, 9)
 *   },
 *   {file: "panel", row: Array.from({length: 12}, (_, i) => i + 1)}
 * );
 * const effects = placeboEffects(panel, blockDid(panel), blockDid, {replications: null, uniform: mersenneTwister(1)});
 * // One treated unit: each of the two comparators is treated in pretence, once.
 * console.log(effects.map((effect) => effect.toFixed(2)).join());
 * // 0.33,-0.33
 */
export function placeboEffects(
  panel: BlockPanel,
  effect: SyntheticEffect,
  estimate: Estimate,
  {replications, uniform}: Omit<ReplicationOptions, "replications"> & {replications: number | null}
): number[] {
  const {units, comparators} = panel;
  const treated = units.length - comparators;
  if (comparators <= treated) {
    throw new UserError(`placebos need more comparators (${comparators}) than treated units (${treated})`, {
      fix: "use --se bootstrap or --se jackknife, or give more comparators"
    });
  }
  const pretend = (rows: readonly number[]) =>
    estimate(takeUnits(panel, rows, treated), findStart(effect, rows.slice(0, comparators - treated))).estimate;
  if (replications === null && treated === 1 && comparators <= usual) {
    const all = Array.from({length: comparators}, (_, unit) => unit);
    return all.map((unit) => pretend([...all.filter((other) => other !== unit), unit]));
  }
  const known = new Map<number, number>();
  return Array.from({length: replications ?? usual}, () => {
    const rows = shuffled(comparators, uniform);
    const last = rows.at(-1)!;
    const found = known.get(last) ?? pretend(rows);
    if (treated === 1) known.set(last, found);
    return found;
  });
}

/**
 * Effects in samples of the units with replacement (Algorithm 2); samples without
 * a treated unit or a comparator are drawn again. Throws a UserError unless two
 * units are treated.
 *
 * @example
 * import {blockDid, bootstrapEffects, computeSpread, mersenneTwister, readBlock} from "school-partnerships";
 *
 * // c and d are treated from 2012, a and b never.
 * const panel = readBlock(
 *   {
 *     id: [..."aaabbbcccddd"],
 *     time: Float64Array.from({length: 12}, (_, i) => 2010 + (i % 3)),
 *     treated: Float64Array.from({length: 12}, (_, i) => (i === 8 || i === 11 ? 1 : 0)),
 *     outcome: Float64Array.of(3, 4, 5, 4, 5, 7, 1, 2, 5, 2, 3, 7)
 *   },
 *   {file: "panel", row: Array.from({length: 12}, (_, i) => i + 1)}
 * );
 * const effects = bootstrapEffects(panel, blockDid(panel), blockDid, {replications: 50, uniform: mersenneTwister(1)});
 * console.log(effects.length, computeSpread(effects) > 0);
 * // 50 true
 */
export function bootstrapEffects(
  panel: BlockPanel,
  effect: SyntheticEffect,
  estimate: Estimate,
  {replications, uniform}: ReplicationOptions
): number[] {
  const {units, comparators} = panel;
  refuseOneTreated(panel, "bootstrap");
  return Array.from({length: replications}, () => {
    for (;;) {
      const rows = units.map(() => wholeNumberBelow(units.length, uniform)).sort((a, b) => a - b);
      const kept = rows.filter((row) => row < comparators);
      if (kept.length === 0 || kept.length === rows.length) continue;
      return estimate(takeUnits(panel, rows, rows.length - kept.length), findStart(effect, kept)).estimate;
    }
  });
}

/**
 * The standard error from leaving out one unit at a time, weights kept and made to
 * add up to 1 again (Algorithm 3). NaN where one comparator has all the weight.
 * Throws a UserError unless two units are treated.
 *
 * @example
 * import {blockDid, jackknifeError, readBlock} from "school-partnerships";
 *
 * // c and d are treated from 2012, a and b never.
 * const panel = readBlock(
 *   {
 *     id: [..."aaabbbcccddd"],
 *     time: Float64Array.from({length: 12}, (_, i) => 2010 + (i % 3)),
 *     treated: Float64Array.from({length: 12}, (_, i) => (i === 8 || i === 11 ? 1 : 0)),
 *     outcome: Float64Array.of(3, 4, 5, 4, 5, 7, 1, 2, 5, 2, 3, 7)
 *   },
 *   {file: "panel", row: Array.from({length: 12}, (_, i) => i + 1)}
 * );
 * console.log(jackknifeError(panel, blockDid(panel)).toFixed(2));
 * // 0.87
 */
export function jackknifeError(panel: BlockPanel, effect: SyntheticEffect): number {
  const {units, comparators} = panel;
  refuseOneTreated(panel, "jackknife");
  let sum = 0;
  for (let left = 0; left < units.length; left++) {
    const rows = units.flatMap((_, unit) => (unit === left ? [] : [unit]));
    const treated = units.length - comparators - (left < comparators ? 0 : 1);
    const kept = effect.unitWeights.filter((_, unit) => unit !== left);
    const total = kept.reduce((all, weight) => all + weight, 0);
    const weights = kept.map((weight) => (total === 0 ? NaN : weight / total));
    sum += (weighPanel(takeUnits(panel, rows, treated), weights, effect.timeWeights).estimate - effect.estimate) ** 2;
  }
  return Math.sqrt(((units.length - 1) / units.length) * sum);
}

/**
 * The standard deviation over n.
 *
 * @example
 * import {computeSpread} from "school-partnerships";
 *
 * console.log(computeSpread([1, 3]));
 * // 1
 */
export function computeSpread(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
}

/** The effect’s weights of some comparators, made to add up to 1; equal ones if none of them has any. */
function findStart(effect: SyntheticEffect, comparators: readonly number[]): SyntheticEffect {
  const weights = Float64Array.from(comparators, (unit) => effect.unitWeights[unit]);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return {...effect, unitWeights: weights.map((weight) => (total === 0 ? 1 / weights.length : weight / total))};
}

function refuseOneTreated({units, comparators}: BlockPanel, what: string): void {
  if (units.length - comparators > 1) return;
  throw new UserError(`the ${what} needs two treated units, and there is one`, {fix: "use --se placebo"});
}
