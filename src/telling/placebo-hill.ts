import type {PlaceboHill} from "../results.ts";

const mostBins = 41;
/** Draws nearer to zero than this cannot be divided into bins: numbers so small have no digits left. */
const least = 1e-290;

/**
 * What made-up partnerships seem to have done, in at most 41 bins as wide as each other, one of them around zero;
 * draws that are NaN (no answer) are left out. `as_far`: at least as far from zero as observed, ties within a
 * relative 1e-12. Null where no draw has an answer.
 */
export function placeboHill(observed: number, draws: Float64Array): PlaceboHill | null {
  const answered = draws.filter((draw) => !Number.isNaN(draw));
  if (!answered.length) return null;
  const reach = answered.reduce((most, draw) => Math.max(most, Math.abs(draw)), 0);
  const bins = reach < least ? 1 : mostBins;
  const width = reach < least ? 1 : ((2 * reach) / mostBins) * (1 + 1e-9);
  const from = (-bins * width) / 2;
  const counts = new Array<number>(bins).fill(0);
  for (const draw of answered) counts[Math.floor((draw - from) / width)]! += 1;
  const as_far = answered.filter((draw) => Math.abs(draw) >= Math.abs(observed) * (1 - 1e-12)).length;
  return {draws: answered.length, as_far, from, width, counts};
}
