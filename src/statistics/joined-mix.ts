import type {Group} from "../release.ts";
import {countByCell, mixWeights} from "./observations.ts";
import type {Observations} from "./observations.ts";

/**
 * Weighs observations so that every group has the joined schools’ mix of cells
 * in each column. Joined and similar ones share cells, and an observation of a
 * similar school weighs n joined ÷ n similar of its cell. A cell of `all`
 * gathers `strata` consecutive cells of theirs. Joined observations in a cell
 * without a similar one weigh 0, others 1.
 */
export function weighToJoined(
  groups: Record<Group, Omit<Observations, "counts" | "weights">>,
  {cells, strata}: {cells: number; strata: number}
): Record<Group, Observations> {
  const {joined, similar, all} = groups;
  const nJoined = countByCell(joined, cells);
  const nSimilar = countByCell(similar, cells);
  const nAll = countByCell(all, cells / strata);
  const kept = nJoined.map((n, i) => (nSimilar[i] ? n : 0));
  const keptByCohort = new Float64Array(nAll.length);
  kept.forEach((n, i) => (keptByCohort[Math.floor(i / strata)] += n));
  return {
    joined: {...joined, counts: nJoined, weights: mixWeights(kept, nJoined)},
    similar: {...similar, counts: nSimilar, weights: mixWeights(nJoined, nSimilar)},
    all: {...all, counts: nAll, weights: mixWeights(keptByCohort, nAll)}
  };
}
