import {percent, type Cells} from "./csv.ts";
import {FEWEST} from "./ks4-cells.ts";
import type {Lives, SchoolYear} from "./life.ts";

/** Three years that have no tables of their own stand in those of 2010/11. */
export function historyCells({school}: SchoolYear, lives: Lives): Cells {
  const cells: Cells = {};
  for (const past of [2008, 2009, 2010]) {
    const then = lives.of(school, past)?.ks4;
    cells[`five_ac_em_${past}_pct`] = then && then.pupils >= FEWEST ? percent(0)(then.five, then.pupils) : "NA";
  }
  return cells;
}
