import {quantileSorted} from "d3";
import {rowsWhere} from "./sample.ts";

/**
 * The subclass of each row, from 0: scores are cut at the quantiles 1/n, 2/n … of
 * the treated rows’ scores (type 7 of Hyndman & Fan 1996), so that each subclass
 * holds as many treated rows (Rosenbaum & Rubin 1984). A score at a cut is above it.
 */
export function subclassify(treated: Uint8Array, score: Float64Array, {subclasses}: {subclasses: number}): Int32Array {
  const ofTreated = Array.from(rowsWhere(treated, 1), (row) => score[row]).sort((a, b) => a - b);
  const cuts = Array.from({length: subclasses - 1}, (_, i) => quantileSorted(ofTreated, (i + 1) / subclasses)!);
  return Int32Array.from(score, (value) => cuts.filter((cut) => cut <= value).length);
}
