import {alikeRows, type AlikeRows} from "../../statistics/alike-rows.ts";
import type {LongPanel} from "../../panel/long-panel.ts";

/** A long panel laid out by unit and period. */
export interface PanelGrid {
  panel: LongPanel;
  /** The periods present, ascending. */
  periods: readonly number[];
  /** Row of the panel by unit and period (unit · periods.length + period); −1 where there is none. */
  rowAt: Int32Array;
  /** Whether every unit has every period. */
  isBalanced: boolean;
  /** Rows with the same covariates. */
  alike: AlikeRows;
  /** Units by cohort; never treated under Infinity. */
  makeUnits: ReadonlyMap<number, Int32Array>;
}

/** The grid of a panel. */
export function arrangeGrid(panel: LongPanel): PanelGrid {
  const {ids, unit, period, cohort} = panel;
  const periods = [...new Set(period)].sort((a, b) => a - b);
  const place = new Map(periods.map((t, i) => [t, i]));
  const rowAt = new Int32Array(ids.length * periods.length).fill(-1);
  for (let row = 0; row < unit.length; row++) rowAt[unit[row] * periods.length + place.get(period[row])!] = row;
  const makeUnits = new Map<number, number[]>();
  for (let u = 0; u < ids.length; u++) {
    const known = makeUnits.get(cohort[u]);
    if (known) known.push(u);
    else makeUnits.set(cohort[u], [u]);
  }
  return {
    panel,
    periods,
    rowAt,
    alike: alikeRows(
      unit.length,
      panel.covariates.map(({values}) => values)
    ),
    isBalanced: unit.length === rowAt.length,
    makeUnits: new Map([...makeUnits].map(([g, units]) => [g, Int32Array.from(units)]))
  };
}
