import {design} from "../../design.ts";
import {equivalence} from "../../library/inference/index.ts";
import type {Checked, Direction, Effect, Result, Strength} from "../../release/results.ts";
import type {Better} from "../../vocabulary/better.ts";
import {inOrder, type Both} from "../comparison/assumptions.ts";
import {clearSide} from "../effects/bracket.ts";
import type {Estimated} from "../effects/estimated.ts";

/** What a verdict rests on, next to the effect. */
export interface Grounds {
  better: Better;
  equivalent: boolean;
  /** Whether a check before joining says that schools were changing already (see alreadyChanging). */
  already: boolean;
  /** Null before it is known; `very_low` is too weak to say. */
  strength: Strength | null;
}

/**
 * What may be said of an effect (METHOD §8). `better` and `worse` (`higher`, `lower` where neither is better) are claims:
 * both estimates’ intervals leave out zero on that side, nothing before joining says that it was so already, and the
 * evidence is not too weak.
 */
export function judgeVerdict(effect: Effect, {better, equivalent, already, strength}: Grounds): Direction {
  if (effect.low === null || effect.high === null) return "too_few";
  if (strength === "very_low") return "too_weak";
  const side = clearSide(effect);
  if (side === 0) return equivalent ? "same" : "unclear";
  if (already) return "already";
  if (better === "neither") return side > 0 ? "higher" : "lower";
  return side > 0 === (better === "higher") ? "better" : "worse";
}

/**
 * Whether schools were already changing before they joined: the year before joining is clear of zero on the effect’s side; or joining
 * pretended three years earlier has a clear effect; or the interval from a base further back holds zero where the effect’s does not.
 */
export function alreadyChanging(
  effect: Effect,
  {
    yearBefore,
    placebo,
    secondBase
  }: {yearBefore: "dip" | "spike" | null; placebo: Pick<Checked, "effect">; secondBase: Pick<Checked, "effect">}
): boolean {
  const side = clearSide(effect);
  if (side === 0) return false;
  if (yearBefore === (side > 0 ? "spike" : "dip")) return true;
  if (placebo.effect && clearSide(placebo.effect) !== 0) return true;
  return secondBase.effect !== null && secondBase.effect.low !== null && clearSide(secondBase.effect) === 0;
}

/**
 * Two one-sided tests (Schuirmann 1987) of both estimates against the margin; `low` and `high` are the union of their
 * intervals of coverage 1 − 2α. `equivalent` needs both tests, and the printed interval within the margin besides: the
 * tests alone would let “no difference that matters” stand next to an interval that holds one. Null without errors.
 */
export function judgeEquivalence(
  {low, high}: Pick<Effect, "low" | "high">,
  estimated: Both<Estimated>,
  {unit, margin}: {unit: number; margin: number}
): Result["equivalence"] {
  const tests = inOrder(estimated).map(({estimate, se, degrees, method}) =>
    method === "none" || !(se > 0) || !(degrees > 0)
      ? null
      : equivalence(
          {estimate: unit * estimate, se: Math.abs(unit) * se},
          {margin, alpha: 1 - design.confidence, degrees}
        )
  );
  const known = tests.filter((test) => test !== null);
  if (known.length < tests.length) return null;
  return {
    margin,
    low: Math.min(...known.map(({low}) => low)),
    high: Math.max(...known.map(({high}) => high)),
    equivalent:
      known.every(({equivalent}) => equivalent) && low !== null && low > -margin && high !== null && high < margin
  };
}
