import type {CohortChanges} from "./changes.ts";
import type {Differences} from "./differences.ts";
import {setOf} from "./matched-sets.ts";

export interface DrawsOptions {
  /** By joiner, as in the differences: what it counts for; 0 = not among those imitated. */
  weights: Float64Array;
  draws: number;
  /** Uniform numbers in [0, 1), such as d3.randomLcg(seed). */
  source: () => number;
}

/** A joiner to be imitated. */
interface Imitated {
  joiner: number;
  cohort: number;
  first: number;
  end: number;
}

/** Draws × event times. */
export interface Drawn {
  draws: number;
  columns: number;
  /** Row by row; NaN where a draw has no answer at an event time. */
  values: Float64Array;
}

const mostTries = 20;

/**
 * What made-up partnerships of untreated schools seem to have gained: in each draw every joiner’s place is taken by one of
 * its own comparators, with the chance that it counts for, so that they are as like
 * joiners as comparators are, and in as many years of joining; they are held against the comparators of the cohort that were
 * not drawn. An event time counts for a place only where the joiner has a value in it. Nobody in it joined, so
 * whatever is found is chance.
 */
export function drawMadeUp(
  cohorts: readonly CohortChanges[],
  {values}: Differences,
  {weights, draws, source}: DrawsOptions
): Drawn {
  const columns = values.length;
  const imitated: Imitated[][] = cohorts.map(() => []);
  let at = 0;
  cohorts.forEach(({sets}, cohort) => {
    for (let i = 0; i < sets.joiners.length; i++) {
      const [first, end] = setOf(sets, i);
      if (weights[at + i] > 0) imitated[cohort].push({joiner: at + i, cohort, first, end});
    }
    at += sets.joiners.length;
  });
  const among = cohorts.flatMap((_, cohort) => (imitated[cohort].length ? [cohort] : []));
  const pulls = cohorts.map(({sets}, cohort) => pullsOf(sets, imitated[cohort]));
  const all = among.map((cohort) => totalsOf(cohorts[cohort], pulls[cohort]));
  const found = new Float64Array(draws * columns).fill(NaN);
  const sums = new Float64Array(columns);
  const counts = new Float64Array(columns);
  for (let draw = 0; draw < draws; draw++) {
    sums.fill(0);
    counts.fill(0);
    among.forEach((cohort, k) => {
      const picked = pick(cohorts[cohort].sets, imitated[cohort], source);
      addDraw(cohorts[cohort], {
        picked,
        imitated: imitated[cohort],
        pull: pulls[cohort],
        all: all[k],
        values,
        weights,
        sums,
        counts
      });
    });
    for (let c = 0; c < columns; c++) if (counts[c] > 0) found[draw * columns + c] = sums[c] / counts[c];
  }
  return {draws, columns, values: found};
}

/** By place in the pool: what it counts for among the comparators of those imitated. */
function pullsOf({pool, of, weights}: CohortChanges["sets"], imitated: readonly Imitated[]): Float64Array {
  const pull = new Float64Array(pool.length);
  for (const {first, end} of imitated) for (let at = first; at < end; at++) pull[of[at]] += weights[at];
  return pull;
}

interface Totals {
  weight: Float64Array;
  sum: Float64Array;
  /** Mean luck of the comparators: those drawn keep theirs as joiners do, beside it. */
  luck: Float64Array;
}

function totalsOf({sets, residual, luck}: CohortChanges, pull: Float64Array): Totals {
  const start = sets.joiners.length;
  const weight = new Float64Array(residual.length);
  const sum = new Float64Array(residual.length);
  const lucks = new Float64Array(residual.length);
  residual.forEach((values, c) => {
    if (!values) return;
    for (let k = 0; k < pull.length; k++) {
      const value = values[start + k];
      if (pull[k] === 0 || Number.isNaN(value)) continue;
      weight[c] += pull[k];
      sum[c] += pull[k] * value;
      lucks[c] += pull[k] * luck[c][start + k];
    }
  });
  return {weight, sum, luck: lucks.map((total, c) => (weight[c] ? total / weight[c] : 0))};
}

/** For each of those imitated a place in the pool, another for each as far as there are others. */
function pick({of, weights}: CohortChanges["sets"], imitated: readonly Imitated[], source: () => number): Int32Array {
  const picked = new Int32Array(imitated.length);
  const taken = new Set<number>();
  for (let i = 0; i < imitated.length; i++) {
    for (let tries = 0; tries < mostTries; tries++) {
      picked[i] = of[placeAt(weights, imitated[i], source())];
      if (!taken.has(picked[i])) break;
    }
    taken.add(picked[i]);
  }
  return picked;
}

function placeAt(weights: Float64Array, {first, end}: Imitated, chance: number): number {
  let at = first;
  for (let rest = chance - weights[at]; rest >= 0 && at < end - 1; rest -= weights[at]) at++;
  return at;
}

function addDraw(
  {sets, residual, luck}: CohortChanges,
  {
    picked,
    imitated,
    pull,
    all,
    values,
    weights,
    sums,
    counts
  }: {
    picked: Int32Array;
    imitated: readonly Imitated[];
    pull: Float64Array;
    all: Totals;
    values: readonly Float64Array[];
    weights: Float64Array;
    sums: Float64Array;
    counts: Float64Array;
  }
): void {
  const start = sets.joiners.length;
  const distinct = new Set(picked);
  for (let c = 0; c < residual.length; c++) {
    const own = residual[c];
    if (!own) continue;
    let weight = all.weight[c];
    let sum = all.sum[c];
    for (const k of distinct) {
      const value = own[start + k];
      if (Number.isNaN(value)) continue;
      weight -= pull[k];
      sum -= pull[k] * value;
    }
    if (!(weight > 1e-9 * all.weight[c])) continue;
    const rest = sum / weight;
    for (let i = 0; i < picked.length; i++) {
      const value = own[start + picked[i]];
      const {joiner} = imitated[i];
      if (Number.isNaN(value) || Number.isNaN(values[c][joiner])) continue;
      sums[c] += weights[joiner] * (value + luck[c][start + picked[i]] - all.luck[c] - rest);
      counts[c] += weights[joiner];
    }
  }
}
