import type {Direction, Effect, Strength} from "./release.js";

/** What is printed and drawn of an effect: the range of both estimates, and the union of their intervals. */
export type Bracket = Pick<Effect, "from" | "to" | "low" | "high">;

/** The words and the shape that an estimate allows: never a colour. */
export const DIRECTIONS: Readonly<Record<Direction, {glyph: string; words: string}>> = {
  better: {glyph: "▲", words: "Better"},
  worse: {glyph: "▼", words: "Worse"},
  higher: {glyph: "↑", words: "Higher"},
  lower: {glyph: "↓", words: "Lower"},
  same: {glyph: "≈", words: "No difference that matters"},
  unclear: {glyph: "○", words: "No clear difference"},
  already: {glyph: "«", words: "Already changing before joining"},
  of_many: {glyph: "∴", words: "Could be chance, of so many"},
  too_weak: {glyph: "?", words: "Too weak to say"},
  too_few: {glyph: "–", words: "Too few to say"}
};

/** Whether a verdict is a claim: marks of claims are filled, all others hollow. */
export const isClaim = (direction: Direction | null): boolean =>
  direction === "better" || direction === "worse" || direction === "higher" || direction === "lower";

/** Whether anything may be filled in a chart of a result with this verdict: nothing is where the evidence is too weak, or schools are too few. */
export const mayFill = (verdict: Direction | null): boolean => verdict !== "too_weak" && verdict !== "too_few";

/** Whether an interval, or a band, lies wholly on one side of zero. */
export const isOneSided = ({low, high}: {low: number | null; high: number | null}): boolean =>
  low !== null && high !== null && (low > 0 || high < 0);

/** Verdicts by the letter that stands for them in the index. */
const LETTERS: Readonly<Record<string, Direction>> = {
  b: "better",
  w: "worse",
  h: "higher",
  l: "lower",
  s: "same",
  u: "unclear",
  a: "already",
  m: "of_many",
  v: "too_weak",
  f: "too_few"
};

/** Verdicts of the index, a letter each; null for a hyphen. Throws where a letter stands for nothing. */
export const readVerdicts = (letters: string): (Direction | null)[] =>
  [...letters].map((letter) => {
    if (letter === "-") return null;
    const found = LETTERS[letter];
    if (found === undefined)
      throw new Error(`results.json holds “${letter}”, which src/release/result-index.ts does not explain`);
    return found;
  });

/** Weakest first: a strength is as many steps as its place. */
export const STRENGTHS: Readonly<Record<Strength, string>> = {
  very_low: "very low",
  low: "low",
  moderate: "moderate",
  high: "high"
};

/** On one scale for all measures, and turned so that right is better; a measure of which neither side is better is not turned. */
export function turnBetter(
  {from, to, low, high}: Bracket,
  sd: number,
  better: "higher" | "lower" | "neither"
): Bracket {
  const by = (better === "lower" ? -1 : 1) / sd;
  const ends = (a: number, b: number) => [a * by, b * by].sort((x, y) => x - y) as [number, number];
  const range = ends(from, to);
  const limits = low === null || high === null ? [null, null] : ends(low, high);
  return {from: range[0], to: range[1], low: limits[0]!, high: limits[1]!};
}
