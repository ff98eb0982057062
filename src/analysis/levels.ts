import type {CohortChanges} from "./changes.ts";
import {meanOfSet, type Differences} from "./differences.ts";

/** Mean level or change of joiners and of their comparators at one event time. */
export interface Beside {
  joined: number;
  similar: number;
}

/**
 * By event time: the mean change of joiners from the base window, and that of their comparators, over the joiners
 * that have a difference; NaN where none has. With `levels`, what they stood at instead.
 */
export function meansBeside(
  cohorts: readonly CohortChanges[],
  {values}: Differences,
  weights: Float64Array,
  what: "changes" | "levels"
): Beside[] {
  return values.map((own, column) => {
    let total = 0;
    let joined = 0;
    let similar = 0;
    let at = 0;
    for (const changes of cohorts) {
      const level =
        what === "changes" ? changes.change[column] : changes.change[column].map((value, i) => value + changes.base[i]);
      for (let i = 0; i < changes.sets.joiners.length; i++) {
        const weight = weights[at + i];
        if (weight === 0 || Number.isNaN(own[at + i])) continue;
        total += weight;
        joined += weight * level[i];
        similar += weight * meanOfSet(changes, level, i);
      }
      at += changes.sets.joiners.length;
    }
    return {joined: total ? joined / total : NaN, similar: total ? similar / total : NaN};
  });
}
