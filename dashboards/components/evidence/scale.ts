import {quantile} from "d3";
import type {Cell} from "./effect-cell.js";

/** Rows of cells, as a table of effects has them. */
interface Drawn {
  rows: readonly {cells: readonly Pick<Cell, "drawn" | "eachDrawn">[]}[];
}

/** Half of the strip that is too small to matter, in standard deviations between schools. */
export const MARGIN = 0.05;

/** No strip reaches further: beyond, an arrow says that an interval goes on. */
const MOST = 1.5;
const LEAST = 0.2;

/** Of the ends of intervals, as many lie within a strip; an arrow stands where one goes on beyond. */
const SHARE = 0.9;

/** How far strips reach either side of zero, in tenths of a standard deviation: as far as all estimates, and most intervals, that they hold. */
export function findReach(groups: readonly Drawn[]): number {
  const cells = groups.flatMap(({rows}) => rows.flatMap(({cells}) => cells));
  const drawn = cells.flatMap((cell) => cell.drawn ?? []);
  const estimates = [...drawn, ...cells.flatMap(({eachDrawn = []}) => eachDrawn)].flatMap(({from, to}) => [from, to]);
  const limits = drawn.flatMap(({low, high}) => (low === null || high === null ? [] : [Math.abs(low), Math.abs(high)]));
  const furthest = Math.max(LEAST, quantile(limits, SHARE) ?? 0, ...estimates.map(Math.abs));
  return Math.min(MOST, Math.ceil(furthest * 10 - 1e-9) / 10);
}
