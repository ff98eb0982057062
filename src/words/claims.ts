import type {Direction} from "../release/results.ts";

const claims: ReadonlySet<Direction> = new Set(["better", "worse", "higher", "lower"]);

/** Whether a verdict claims a difference: the only ones that are reported as one. */
export const isClaim = (verdict: Direction): boolean => claims.has(verdict);
