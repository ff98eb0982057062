/** Which way of a measure is good. */
export type Better = "higher" | "lower" | "neither";

/** A change turned so that more is better: null for a measure of which neither side is. */
export const goodness = (change: number, better: Better): number | null =>
  better === "neither" ? null : better === "higher" ? change : -change;
