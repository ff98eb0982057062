import type {CohortChanges} from "./changes.ts";
import {setOf} from "./matched-sets.ts";

/** What each joiner did beside its own comparators, by event time. */
export interface Differences {
  /** School of each joiner, its cohort and partnership; cohorts in order, joiners as in their sets. */
  rows: Int32Array;
  cohorts: Int32Array;
  partnerships: readonly string[];
  /** By event time, by joiner: residual change less that of its comparators, weighted; NaN where either is missing. */
  values: Float64Array[];
}

/**
 * Bias-corrected matched differences (Abadie & Imbens 2011, eq. 4): r − Σ w r over the comparators that have
 * a value at the event time, their weights adding up to 1 again. Their mean
 * over joiners is the effect.
 */
export function differencesOf(cohorts: readonly CohortChanges[]): Differences {
  const count = cohorts.reduce((sum, {sets}) => sum + sets.joiners.length, 0);
  const columns = cohorts[0]?.residual.length ?? 0;
  const values = Array.from({length: columns}, () => new Float64Array(count).fill(NaN));
  let at = 0;
  for (const changes of cohorts) {
    const {sets} = changes;
    for (let c = 0; c < columns; c++) {
      const residual = changes.residual[c];
      if (!residual) continue;
      const shared = sets.from ? NaN : meanOfSet(changes, residual, 0);
      for (let i = 0; i < sets.joiners.length; i++) {
        values[c][at + i] = residual[i] - (sets.from ? meanOfSet(changes, residual, i) : shared);
      }
    }
    at += sets.joiners.length;
  }
  return {
    rows: Int32Array.from(cohorts.flatMap(({sets}) => [...sets.joiners])),
    cohorts: Int32Array.from(cohorts.flatMap(({sets, cohort}) => Array.from(sets.joiners, () => cohort))),
    partnerships: cohorts.flatMap(({sets}) => sets.partnerships),
    values
  };
}

/** The weighted mean over the comparators of a joiner that have a value; NaN if none has. */
export function meanOfSet({sets}: CohortChanges, values: Float64Array, joiner: number): number {
  const [first, end] = setOf(sets, joiner);
  const start = sets.joiners.length;
  let sum = 0;
  let total = 0;
  for (let at = first; at < end; at++) {
    const value = values[start + sets.of[at]];
    if (Number.isNaN(value)) continue;
    sum += sets.weights[at] * value;
    total += sets.weights[at];
  }
  return total ? sum / total : NaN;
}
