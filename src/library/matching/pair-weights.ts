import type {Pair} from "./nearest.ts";
import {withComparatorsAtOne, type Matching} from "./strata-weights.ts";

/**
 * Weights of matched pairs: 1 for a treated row, shared out among its
 * comparators, whose shares are added up and scaled to a mean of 1 (Stuart 2010,
 * section 4). Where no comparator serves twice, a set is a treated row and its
 * comparators; otherwise there are none.
 */
export function weighPairs(treated: Uint8Array, pairs: readonly Pair[]): Matching {
  const partners = new Map<number, number>();
  for (const pair of pairs) partners.set(pair.treated, (partners.get(pair.treated) ?? 0) + 1);
  const weights = new Float64Array(treated.length);
  const sets = new Int32Array(treated.length).fill(-1);
  const set = new Map([...partners.keys()].map((row, i) => [row, i]));
  let isShared = false;
  for (const pair of pairs) {
    weights[pair.treated] = 1;
    sets[pair.treated] = set.get(pair.treated)!;
    isShared ||= weights[pair.comparator] > 0;
    weights[pair.comparator] += 1 / partners.get(pair.treated)!;
    sets[pair.comparator] = set.get(pair.treated)!;
  }
  return {weights: withComparatorsAtOne(treated, weights), sets: isShared ? null : sets};
}
