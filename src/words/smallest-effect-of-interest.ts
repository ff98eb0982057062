import type {Worth} from "../vocabulary/measure.ts";
import type {Result} from "../release/results.ts";

/**
 * What is worth having in the unit told. A measure states it in its newest unit; an effect told in an older one is
 * held to the same share of the standard deviation between schools. `sd` are those of the two units; null where both
 * are the same.
 */
export function worthToldIn(
  {value, why}: Omit<Worth, "pupil_sd">,
  sd: {newest: number; told: number} | null
): Result["worth"] {
  if (sd === null) return {value, why};
  if (!(sd.newest > 0) || !(sd.told > 0)) throw new Error("standard deviations between schools are positive");
  const told = Number(((value * sd.told) / sd.newest).toPrecision(2));
  return {value: told, why: `as much of the spread between schools as in the newest unit, where ${why}`};
}
