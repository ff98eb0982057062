import {findLevels} from "../statistics/levels.ts";
import {rowsBy} from "../statistics/rows-by.ts";
import type {Effect, LongPanel} from "../panel/long-panel.ts";

/** Counts the units of some rows of a panel, and their peers. */
export type CountPeers = (
  rows: readonly Int32Array[],
  panel: Pick<LongPanel, "unit" | "period">
) => Pick<Effect, "units" | "comparators">;

/** Peers are the other units with an untreated row in the same years. */
export function indexPeers({ids, unit, period}: LongPanel): CountPeers {
  const {values: years, of} = findLevels(period);
  const present = new Map(rowsBy(of, years.length).map((rows, i) => [years[i], rows]));
  const counted = new Int32Array(ids.length);
  let count = 0;
  return (groups, panel) => {
    const mark = ++count;
    const among = new Set<number>();
    let units = 0;
    let comparators = 0;
    for (const rows of groups) {
      for (let i = 0; i < rows.length; i++) {
        among.add(panel.period[rows[i]]);
        if (counted[panel.unit[rows[i]]] === mark) continue;
        counted[panel.unit[rows[i]]] = mark;
        units++;
      }
    }
    for (const year of among) {
      for (const row of present.get(year) ?? []) {
        if (counted[unit[row]] === mark) continue;
        counted[unit[row]] = mark;
        comparators++;
      }
    }
    return {units, comparators};
  };
}
