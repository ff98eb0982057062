import type {Direction, Effect, MeasureNote, Strength} from "./release.js";

/** The words and the shape that an estimate allows: never a colour. */
export const DIRECTIONS: Readonly<Record<Direction, {glyph: string; words: string}>> = {
  better: {glyph: "▲", words: "Better"},
  worse: {glyph: "▼", words: "Worse"},
  higher: {glyph: "↑", words: "Higher"},
  lower: {glyph: "↓", words: "Lower"},
  same: {glyph: "≈", words: "No difference that matters"},
  unclear: {glyph: "○", words: "No clear difference"},
  too_few: {glyph: "–", words: "Too few to say"}
};

/** Whether the interval leaves zero out: such marks are filled, the others hollow. */
export const leavesZero = (direction: Direction | null): boolean =>
  direction === "better" || direction === "worse" || direction === "higher" || direction === "lower";

/** Whether an interval, or a band, lies wholly on one side of zero. */
export const isOneSided = ({low, high}: {low: number | null; high: number | null}): boolean =>
  low !== null && high !== null && (low > 0 || high < 0);

/**
 * The words that an interval allows where the release gives none, as for one phase of a partnership: the rule of
 * src/telling/verdict.ts, in which `worth` is null if it is in another unit.
 */
export function directionOf({low, high}: Effect, better: MeasureNote["better"], worth: number | null): Direction {
  if (low === null || high === null) return "too_few";
  if (low > 0 || high < 0) {
    if (better === "neither") return low > 0 ? "higher" : "lower";
    return low > 0 === (better === "higher") ? "better" : "worse";
  }
  return worth !== null && low > -worth && high < worth ? "same" : "unclear";
}

/** Weakest first: a strength is as many steps as its place. */
export const STRENGTHS: Readonly<Record<Strength, string>> = {
  very_low: "very low",
  low: "low",
  moderate: "moderate",
  high: "high"
};

/** On one scale for all measures, and turned so that right is better; a measure of which neither side is better is not turned. */
export function turned({value, low, high}: Effect, sd: number, better: "higher" | "lower" | "neither"): Effect {
  const by = (better === "lower" ? -1 : 1) / sd;
  const limits = low === null || high === null ? [null, null] : [low * by, high * by].sort((a, b) => a - b);
  return {value: value * by, low: limits[0]!, high: limits[1]!};
}
