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

/**
 * The same sets without the comparators for which `keep` does not hold, weights adding up to 1 again;
 * joiners left without any go.
 */
export function withoutComparators(
  sets: CohortSets,
  keep: (joiner: number, comparator: number) => boolean
): CohortSets {
  const kept: {joiner: number; places: number[]}[] = [];
  sets.joiners.forEach((joiner, i) => {
    const [first, end] = setOf(sets, i);
    const places: number[] = [];
    for (let at = first; at < end; at++) if (keep(joiner, sets.pool[sets.of[at]])) places.push(at);
    if (places.length) kept.push({joiner: i, places});
  });
  const from = new Int32Array(kept.length + 1);
  kept.forEach(({places}, i) => (from[i + 1] = from[i] + places.length));
  const at = kept.flatMap(({places}) => places);
  const totals = kept.map(({places}) => places.reduce((sum, place) => sum + sets.weights[place], 0));
  const owner = kept.flatMap(({places}, i) => places.map(() => i));
  return {
    ...sets,
    ...onlyJoiners(
      sets,
      kept.map(({joiner}) => joiner)
    ),
    from,
    of: Int32Array.from(at, (place) => sets.of[place]),
    weights: Float64Array.from(at, (place, i) => sets.weights[place] / totals[owner[i]])
  };
}

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
