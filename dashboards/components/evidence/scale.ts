import type {MatrixGroup} from "./matrix.js";

/** Half of the strip that is too small to matter, in standard deviations between schools. */
export const MARGIN = 0.05;

/** No strip reaches further: beyond, an arrow says that an interval goes on. */
const MOST = 1.5;
const LEAST = 0.2;

/** How far strips reach either side of zero, in tenths of a standard deviation: as far as what they hold. */
export function findReach(groups: readonly MatrixGroup[]): number {
  const ends = groups
    .flatMap(({rows}) => rows.flatMap(({cells}) => cells))
    .flatMap(({drawn, eachDrawn = []}) => [
      ...(drawn === null ? [] : [drawn.from, drawn.to, drawn.low ?? 0, drawn.high ?? 0]),
      ...eachDrawn.flatMap(({from, to}) => [from, to])
    ]);
  const furthest = Math.max(LEAST, ...ends.map(Math.abs));
  return Math.min(MOST, Math.ceil(furthest * 10 - 1e-9) / 10);
}
