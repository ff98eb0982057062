import type {Effect} from "../../release/results.ts";
import type {Clustering} from "../../library/inference/index.ts";
import {both, bothOrNone, type Both} from "../comparison/assumptions.ts";
import {roundBracket} from "./bracket.ts";
import {estimateEffects, type Estimated, type Method} from "./estimated.ts";
import {meanExcesses, type MeanExcess, type MeanRequest} from "./mean-excess.ts";

/** One specification: which schools, over which event times, and what a school counts. */
export interface Specification extends MeanRequest {
  schools: number;
  clusters: Clustering;
  seed: number;
  /** What one of the outcome’s unit is in the unit printed. */
  unit: number;
  method?: Method;
}

/** An effect under both assumptions, with all that further tests need. */
export interface Found {
  effect: Effect;
  means: Both<MeanExcess>;
  estimated: Both<Estimated>;
  schools: number;
}

/** Estimates a specification under both assumptions; null where no school has an answer. */
export const estimate = (specification: Specification): Found | null => estimateEach(specification, [specification])[0];

/** Several means under the terms of one specification, in the order asked for. */
export function estimateEach(
  {schools, clusters, seed, unit, method}: Omit<Specification, "units" | "times">,
  requests: readonly MeanRequest[]
): (Found | null)[] {
  const found = both((set) => meanExcesses(requests, {set, schools}));
  return requests.map(({times}, i) => {
    const means = bothOrNone(both((set) => found[set][i]));
    if (!means) return null;
    const estimated = both((set) =>
      estimateEffects(means[set], {clusters, set, times, seed, ...(method ? {method} : {})})
    );
    return {effect: roundBracket(estimated, unit), means, estimated, schools: means.same_trend.units.length};
  });
}
