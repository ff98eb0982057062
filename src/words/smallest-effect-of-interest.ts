import type {SmallestEffect} from "../vocabulary/measure.ts";
import type {Result} from "../release/results.ts";

/**
 * The smallest effect of interest in the unit reported. A measure states it in its newest unit; an effect reported in an older one is
 * held to the same share of the standard deviation between schools. `sd` are those of the two units; null where both
 * are the same.
 */
export function scaleSmallestEffect(
  {value, why}: Omit<SmallestEffect, "pupil_sd">,
  sd: {newest: number; reported: number} | null
): Result["smallest_effect"] {
  if (sd === null) return {value, why};
  if (!(sd.newest > 0) || !(sd.reported > 0)) throw new Error("standard deviations between schools are positive");
  const reported = Number(((value * sd.reported) / sd.newest).toPrecision(2));
  return {value: reported, why: `as much of the spread between schools as in the newest unit, where ${why}`};
}
