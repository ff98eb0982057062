import {group, median} from "d3";
import {design} from "../design.ts";
import {published} from "../inference/between-variance.ts";
import {metaAnalysis} from "../inference/meta-analysis.ts";
import type {Result} from "../results.ts";
import type {Better} from "../telling/better.ts";
import {probabilityOf} from "../telling/probability.ts";
import {shrunkenTo} from "../telling/shrunken-to.ts";
import type {Estimated} from "../telling/timed-effects.ts";

type Held = Omit<Result, "words">;

/** The overall effect of a result, by its id. */
export type Overalls = Readonly<Record<string, Estimated>>;

/** The mean of fewer kinds says nothing of what kinds do. */
const fewest = 3;

/**
 * The same results, their probability of being worth having also told once drawn towards the mean of all kinds, of the same role, phase and
 * measure (random effects by REML; the error of their mean is Hartung and Knapp’s, or the plain one where that is larger, for kinds that happen to agree are not known the better). As it was where fewer than three kinds have an interval, and for parts of the joiners.
 */
export function amongKinds(
  results: readonly Held[],
  overalls: Overalls,
  betterOf: (measure: string) => Better
): Held[] {
  const told = new Map<string, Result["probability"]>();
  const wholes = results.filter(({id, by, probability}) => by === null && probability !== null && overalls[id]?.se > 0);
  for (const own of group(wholes, ({role, phase, measure}) => `${role} ${phase} ${measure}`).values()) {
    if (own.length < fewest) continue;
    own.sort((a, b) => (a.id < b.id ? -1 : 1));
    // REML stops at a step of τ² of fixed size, so it is given effects of about the size of one.
    const scale = median(own, ({id}) => overalls[id].se)!;
    const effects = {
      effect: Float64Array.from(own, ({id}) => overalls[id].estimate / scale),
      variance: Float64Array.from(own, ({id}) => (overalls[id].se / scale) ** 2)
    };
    const mean = metaAnalysis(effects, {
      method: "reml",
      hartungKnapp: "never_smaller",
      alpha: 1 - design.confidence,
      precision: published
    });
    const towards = {estimate: mean.estimate * scale, se: mean.se * scale, tau2: mean.tau2 * scale ** 2};
    for (const {id, measure, worth} of own) {
      const shrunken = shrunkenTo(overalls[id], towards);
      told.set(id, probabilityOf(overalls[id], {better: betterOf(measure), worth: worth.value, shrunken}));
    }
  }
  return results.map((result) => (told.has(result.id) ? {...result, probability: told.get(result.id)!} : result));
}
