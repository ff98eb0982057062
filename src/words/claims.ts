import type {Direction} from "../release/results.ts";

const claims: ReadonlySet<Direction> = new Set(["better", "worse", "higher", "lower"]);

/** Whether a verdict claims a difference: the only ones that are reported as one. */
export const isClaim = (verdict: Direction | null): boolean => verdict !== null && claims.has(verdict);

/**
 * What may be said of a part of a result, as one year or one period since joining, whose own interval allows `part`:
 * nothing where the whole is too weak, and no claim where schools were changing already before they joined.
 */
export function limitPart(part: Direction, whole: Direction | null): Direction {
  if (whole === "too_weak" && part !== "too_few") return whole;
  return whole === "already" && isClaim(part) ? whole : part;
}
