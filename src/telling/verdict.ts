import type {Direction, Effect} from "../results.ts";
import type {Better} from "./better.ts";

export interface Terms {
  better: Better;
  /** Smallest effect worth having, in the unit of the effect. */
  worth: number;
  /** What the equivalence test told; null where none could be made, and the interval alone decides. */
  equivalent: boolean | null;
}

/**
 * What may be said of an effect, decided by its 95 % interval. `better`, `worse`: it lies wholly on that side of zero
 * (`higher`, `lower` where neither is better). `same`: it holds zero and nothing as large as what is worth having, and
 * the equivalence test does not object. `unclear`: it holds zero and reaches beyond. `too_few`: there is no interval.
 */
export function verdictOf(effect: Effect | null, {better, worth, equivalent}: Terms): Direction {
  if (effect === null || effect.low === null || effect.high === null) return "too_few";
  const {low, high} = effect;
  if (low > 0 || high < 0) {
    if (better === "neither") return low > 0 ? "higher" : "lower";
    return low > 0 === (better === "higher") ? "better" : "worse";
  }
  return low > -worth && high < worth && equivalent !== false ? "same" : "unclear";
}

/** Whether a verdict names a side. */
export const isClear = (verdict: Direction): boolean => ["better", "worse", "higher", "lower"].includes(verdict);
