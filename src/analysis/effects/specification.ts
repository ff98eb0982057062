import type {Effect} from "../../release/results.ts";
import type {Clustering} from "../../library/inference/index.ts";
import type {Window} from "../comparison/yearly.ts";
import {both, bothOrNone, type Both} from "../comparison/assumptions.ts";
import {roundBracket} from "./bracket.ts";
import {estimateEffects, type Estimated, type Method} from "./estimated.ts";
import {meanExcess, type MeanExcess, type MeanOptions} from "./mean-excess.ts";
import type {Unit} from "./units.ts";

/** One specification: which schools, over which event times, and what a school counts. */
export interface Specification extends Pick<MeanOptions, "findWeight" | "findLast"> {
  units: readonly Unit[];
  times: Window;
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
export function estimate({units, times, schools, clusters, seed, unit, method, ...rest}: Specification): Found | null {
  const means = bothOrNone(both((set) => meanExcess(units, {set, times, schools, ...rest})));
  if (!means) return null;
  const estimated = both((set) =>
    estimateEffects(means[set], {clusters, set, times, seed, ...(method ? {method} : {})})
  );
  return {effect: roundBracket(estimated, unit), means, estimated, schools: means.same_trend.units.length};
}
