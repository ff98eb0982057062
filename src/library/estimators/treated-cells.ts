import type {Cell} from "./cell-means.ts";
import type {LongPanel} from "../panel/long-panel.ts";

/** The cells of cohorts that are ever treated, and by row which of them it is in, −1 for none. */
export interface TreatedCells {
  cells: Cell[];
  of: Int32Array;
}

/**
 * The cells with rows for which `keep` holds, in order of event time and then
 * cohort. A cell weighs what its rows do.
 */
export function treatedCells(
  {unit, period, cohort, weights}: Pick<LongPanel, "unit" | "period" | "cohort" | "weights">,
  keep: (row: number) => boolean
): TreatedCells {
  const found = new Map<number, Map<number, Cell>>();
  const at: (Cell | null)[] = Array.from(unit, (u, row) => {
    const g = cohort[u];
    const time = period[row];
    if (g === Infinity || !keep(row)) return null;
    let ofCohort = found.get(g);
    if (!ofCohort) found.set(g, (ofCohort = new Map()));
    let cell = ofCohort.get(time);
    if (!cell) ofCohort.set(time, (cell = {cohort: g, time, weight: 0}));
    cell.weight += weights ? weights[row] : 1;
    return cell;
  });
  const cells = [...found.values()]
    .flatMap((ofCohort) => [...ofCohort.values()])
    .sort((a, b) => a.time - a.cohort - (b.time - b.cohort) || a.cohort - b.cohort);
  const index = new Map(cells.map((cell, i) => [cell, i]));
  return {cells, of: Int32Array.from(at, (cell) => (cell ? index.get(cell)! : -1))};
}
