import {range} from "d3";

/** Whom the joiners of one cohort are compared with. */
export interface CohortSets {
  cohort: number;
  /** Schools that joined and have comparators. */
  joiners: Int32Array;
  /** By joiner. */
  partnerships: readonly string[];
  /** Schools untreated at the start that have every covariate: what outcomes are adjusted among. */
  pool: Int32Array;
  /** By covariate: its values for joiners, then for the pool. */
  covariates: readonly {name: string; values: Float64Array}[];
  /** The comparators of joiner i are those from from[i] up to from[i + 1]; null where all joiners share all of them. */
  from: Int32Array | null;
  /** Places in the pool. */
  of: Int32Array;
  /** What each comparator counts for; those of a joiner add up to 1. */
  weights: Float64Array;
}

/** The comparators of a joiner, from first to past the last. */
export const setOf = ({from, of}: CohortSets, joiner: number): [number, number] =>
  from ? [from[joiner], from[joiner + 1]] : [0, of.length];

/** The same sets without the comparators for which `keep` does not hold, weights adding up to 1 again; joiners may be left without any. */
export function withoutComparators(
  sets: CohortSets,
  keep: (joiner: number, comparator: number) => boolean
): CohortSets {
  const from = new Int32Array(sets.joiners.length + 1);
  const of: number[] = [];
  const weights: number[] = [];
  sets.joiners.forEach((joiner, i) => {
    const [first, end] = setOf(sets, i);
    let total = 0;
    for (let at = first; at < end; at++) {
      if (!keep(joiner, sets.pool[sets.of[at]])) continue;
      of.push(sets.of[at]);
      weights.push(sets.weights[at]);
      total += sets.weights[at];
    }
    from[i + 1] = of.length;
    for (let at = from[i]; at < of.length; at++) weights[at] /= total;
  });
  return {...sets, from, of: Int32Array.from(of), weights: Float64Array.from(weights)};
}

/** The same joiners without any comparator. */
export const withoutAny = (sets: CohortSets): CohortSets => withoutComparators(sets, () => false);

/** Joiners, partnerships and covariates of some joiners. */
export function onlyJoiners(
  {joiners, partnerships, pool, covariates}: Pick<CohortSets, "joiners" | "partnerships" | "pool" | "covariates">,
  kept: readonly number[]
): Pick<CohortSets, "joiners" | "partnerships" | "covariates"> {
  return {
    joiners: Int32Array.from(kept, (i) => joiners[i]),
    partnerships: kept.map((i) => partnerships[i]),
    covariates: covariates.map(({name, values}) => {
      const taken = new Float64Array(kept.length + pool.length);
      kept.forEach((i, k) => (taken[k] = values[i]));
      taken.set(values.subarray(joiners.length), kept.length);
      return {name, values: taken};
    })
  };
}

/** The same joiners, each with its comparators among other sets of the same cohorts and pools; without any where it is not among their joiners. */
export function comparedAsIn(sets: CohortSets, others: readonly CohortSets[]): CohortSets {
  const other = others.find(({cohort}) => cohort === sets.cohort);
  const placeOf = new Map(Array.from(other?.joiners ?? [], (row, i) => [row, i]));
  const from = new Int32Array(sets.joiners.length + 1);
  const taken: number[] = [];
  sets.joiners.forEach((row, i) => {
    const place = placeOf.get(row);
    if (other && place !== undefined) taken.push(...range(...setOf(other, place)));
    from[i + 1] = taken.length;
  });
  return {
    ...sets,
    from,
    of: Int32Array.from(taken, (at) => other!.of[at]),
    weights: Float64Array.from(taken, (at) => other!.weights[at])
  };
}
