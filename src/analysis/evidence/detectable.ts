import {design} from "../../design.ts";
import {detectableEffect} from "../../library/inference/index.ts";

/** The smallest effect, without a sign, that would have been distinguished from zero four times in five; null without a standard error. */
export function computeDetectable({se, degrees}: {se: number; degrees: number}): number | null {
  if (!(se > 0) || !(degrees > 0)) return null;
  return detectableEffect(se, Math.min(degrees, 1e7), {power: design.power, alpha: 1 - design.confidence}).effect;
}
