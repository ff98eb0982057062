import {addMoves} from "../statistics/linear-model.ts";
import type {CohortChanges} from "./changes.ts";
import type {Differences} from "./differences.ts";
import {setOf} from "./matched-sets.ts";

/** The mean effect on some joiners at one event time, or over several. */
export interface MeanEffect {
  estimate: number;
  /** By school of the phase: how far the estimate would move if the school counted for more. */
  influence: Float64Array;
  /** Joiners behind it, by their place among the differences. */
  joiners: readonly number[];
  /** Rows of the schools they are compared with. */
  comparators: ReadonlySet<number>;
}

/**
 * The effect at one event time, a column of the differences: the mean over joiners by their weights, 0 for those
 * left out. Null if none has a value.
 *
 * With m the weighted mean of comparators’ residuals in a cohort: a joiner of weight ω moves the
 * estimate by ω (r + luck − m − ATT) ÷ Σω, where luck is what moves single joiners and not their mean, a comparator of weight W by −W (r − m) ÷ Σω, and
 * a school of the pool by what it does to the regression where joiners and comparators still differ in covariates.
 */
export function effectAt(
  cohorts: readonly CohortChanges[],
  {values}: Differences,
  {column, weights, schools}: {column: number; weights: Float64Array; schools: number}
): MeanEffect | null {
  const own = values[column];
  let total = 0;
  let sum = 0;
  const joiners: number[] = [];
  for (let j = 0; j < own.length; j++) {
    if (weights[j] === 0 || Number.isNaN(own[j])) continue;
    total += weights[j];
    sum += weights[j] * own[j];
    joiners.push(j);
  }
  if (!total) return null;
  const estimate = sum / total;
  const influence = new Float64Array(schools);
  const comparators = new Set<number>();
  let at = 0;
  for (const changes of cohorts) {
    const count = changes.sets.joiners.length;
    const shares = new Float64Array(count);
    let any = false;
    for (let i = 0; i < count; i++) {
      if (weights[at + i] === 0 || Number.isNaN(own[at + i])) continue;
      shares[i] = weights[at + i] / total;
      any = true;
    }
    if (any) addInfluence(changes, {column, shares, estimate, influence, comparators});
    at += count;
  }
  return {estimate, influence, joiners, comparators};
}

function addInfluence(
  {sets, rows, residual, luck, design, fits}: CohortChanges,
  {
    column,
    shares,
    estimate,
    influence,
    comparators
  }: {
    column: number;
    /** By joiner: its weight over those of all. */
    shares: Float64Array;
    estimate: number;
    influence: Float64Array;
    comparators: Set<number>;
  }
): void {
  const values = residual[column]!;
  const start = shares.length;
  const pull = pullsOf(sets, values, shares);
  let total = 0;
  let sum = 0;
  for (let k = 0; k < pull.length; k++) {
    if (pull[k] === 0) continue;
    total += pull[k];
    sum += pull[k] * values[start + k];
  }
  const mean = sum / total;
  for (let i = 0; i < start; i++) {
    if (shares[i] !== 0) influence[rows[i]] += shares[i] * (values[i] + luck[column][i] - mean - estimate);
  }
  for (let k = 0; k < pull.length; k++) {
    if (pull[k] === 0) continue;
    influence[rows[start + k]] -= pull[k] * (values[start + k] - mean);
    comparators.add(rows[start + k]);
  }
  const fit = fits[column]!;
  if (fit.curvature.size === 1) return;
  const gap = Float64Array.of(
    0,
    ...design.columns.map((x) => {
      let difference = 0;
      for (let i = 0; i < start; i++) if (shares[i] !== 0) difference += shares[i] * x[i];
      for (let k = 0; k < pull.length; k++) if (pull[k] !== 0) difference -= pull[k] * x[start + k];
      return difference;
    })
  );
  const moves = new Float64Array(rows.length);
  addMoves(design, fit, gap, moves);
  for (let i = start; i < rows.length; i++) influence[rows[i]] -= moves[i];
}

/** By place in the pool: what it counts for among the joiners’ comparators that have a value. */
function pullsOf(sets: CohortChanges["sets"], values: Float64Array, shares: Float64Array): Float64Array {
  const start = shares.length;
  const pull = new Float64Array(sets.pool.length);
  const spread = (share: number, [first, end]: [number, number]) => {
    let total = 0;
    for (let at = first; at < end; at++) if (!Number.isNaN(values[start + sets.of[at]])) total += sets.weights[at];
    for (let at = first; at < end; at++) {
      if (!Number.isNaN(values[start + sets.of[at]])) pull[sets.of[at]] += (share * sets.weights[at]) / total;
    }
  };
  if (!sets.from)
    spread(
      shares.reduce((sum, share) => sum + share, 0),
      [0, sets.of.length]
    );
  else shares.forEach((share, i) => share !== 0 && spread(share, setOf(sets, i)));
  return pull;
}

/** The plain mean of effects at several event times; null if there are none. */
export function meanOfEffects(effects: readonly MeanEffect[]): MeanEffect | null {
  if (!effects.length) return null;
  const influence = new Float64Array(effects[0].influence.length);
  const joiners = new Set<number>();
  const comparators = new Set<number>();
  let estimate = 0;
  for (const effect of effects) {
    estimate += effect.estimate / effects.length;
    for (let i = 0; i < influence.length; i++) influence[i] += effect.influence[i] / effects.length;
    for (const j of effect.joiners) joiners.add(j);
    for (const row of effect.comparators) comparators.add(row);
  }
  return {estimate, influence, joiners: [...joiners], comparators};
}
