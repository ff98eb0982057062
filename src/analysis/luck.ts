import type {Joining, Yearly} from "./joining.ts";
import {windowMeans} from "./window-means.ts";

/** Fewer schools than this say too little of how they spread: the pool’s spread stands in. */
const fewest = 10;

/** How schools of the pool and of each origin stood in the base window, beside the pool of their cohort. */
export interface Standing {
  /** By cohort: the pool’s mean in its base window. */
  centres: ReadonlyMap<number, number>;
  /** By origin: mean beside the centre, and the variance over the pool’s. */
  origins: readonly {mean: number; spread: number}[];
}

/**
 * What a high or low mean in the base window says of a school’s luck depends on whom it was picked from. Among schools of the
 * pool, one far below the others had bad luck as well, and comes back. Among schools that were picked
 * because they are low, one as low as they are on average had none. So the regression among the pool is asked what it
 * would say of a school of the pool with the same luck: as far from the pool’s mean as the joiner is from the mean of those it was
 * picked from, times the pool’s variance over theirs (the correction of Lord’s paradox for error in the earlier
 * score: Lord 1967; Lockwood & McCaffrey 2014). Where results before joining told the role, joiners were picked by that very
 * mean, from everybody whose role results told.
 */
export function standingOf(
  outcome: Yearly,
  {joiners, origins, treatedFrom}: Pick<Joining, "joiners" | "origins" | "treatedFrom">,
  base: readonly [number, number]
): Standing {
  const cohorts = new Set([...joiners, ...origins.flat()].map(({cohort}) => cohort));
  const centres = new Map<number, number>();
  const means = new Map<number, Float64Array>();
  const pooled = {sum: 0, count: 0};
  for (const cohort of cohorts) {
    const own = windowMeans(outcome, cohort + base[0], cohort + base[1]);
    const pool = [...own].filter((value, row) => treatedFrom[row] > cohort && !Number.isNaN(value));
    if (!pool.length) continue;
    const centre = pool.reduce((sum, value) => sum + value, 0) / pool.length;
    centres.set(cohort, centre);
    means.set(cohort, own);
    for (const value of pool) pooled.sum += (value - centre) ** 2;
    pooled.count += pool.length;
  }
  const variance = pooled.sum / pooled.count;
  return {
    centres,
    origins: origins.map((members) => {
      const beside = members
        .map(({row, cohort}) => (centres.has(cohort) ? means.get(cohort)![row] - centres.get(cohort)! : NaN))
        .filter((value) => !Number.isNaN(value));
      const mean = beside.reduce((sum, value) => sum + value, 0) / beside.length;
      const own = beside.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (beside.length - 1);
      return {mean, spread: beside.length < fewest || !(variance > 0) ? 1 : own / variance};
    })
  };
}

/** The base mean of a school of the pool with the luck of a joiner whose own is `value`. */
export function sameLuck(value: number, {centres, origins}: Standing, cohort: number, origin: number): number {
  const centre = centres.get(cohort)!;
  const {mean, spread} = origins[origin];
  return spread > 0 ? centre + (value - centre - mean) / spread : centre;
}
