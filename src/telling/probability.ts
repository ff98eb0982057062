import normalCDF from "@stdlib/stats-base-dists-normal-cdf";
import tCDF from "@stdlib/stats-base-dists-t-cdf";
import type {Result} from "../results.ts";
import {goodness, type Better} from "./better.ts";
import type {Estimated} from "./timed-effects.ts";

/**
 * The probability that an effect is better than what is worth having: under a flat prior, which makes it Student’s t
 * around the estimate, and normal around the effect drawn towards the mean of all (`shrunken`, null where there is
 * none). Null where neither side is better or there is no standard error.
 */
export function probabilityOf(
  estimated: Estimated,
  {better, worth, shrunken}: {better: Better; worth: number; shrunken: {estimate: number; se: number} | null}
): Result["probability"] {
  const {estimate, se, degrees} = estimated;
  const good = goodness(estimate, better);
  if (good === null || !(se > 0) || !(degrees > 0)) return null;
  const flat = tCDF((good - worth) / se, Math.min(degrees, 1e7));
  if (shrunken === null || !(shrunken.se > 0)) return {flat, shrunken: null};
  return {flat, shrunken: normalCDF((goodness(shrunken.estimate, better)! - worth) / shrunken.se, 0, 1)};
}
