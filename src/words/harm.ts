import type {Result} from "../release/results.ts";
import type {Better} from "../vocabulary/better.ts";

/**
 * Whether harm as large as the margin is ruled out under both assumptions: one of the two one-sided tests alone. False
 * for a measure of which neither side is better.
 */
export function excludesHarm({margin, low, high}: NonNullable<Result["equivalence"]>, better: Better): boolean {
  if (better === "neither") return false;
  return better === "higher" ? low > -margin : high < margin;
}
