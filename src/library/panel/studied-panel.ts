import type {LongPanel} from "./long-panel.ts";
import {withRows} from "./panel-rows.ts";

/**
 * The panel of the units whose effect is asked for and, as never treated, the others for as long as they are not.
 *
 * @example
 * import {readPanel, studiedPanel} from "school-partnerships";
 *
 * // A row a unit and year: a and b are treated from 2012, c and d never.
 * const {panel} = readPanel({
 *   id: [..."aaabbbcccddd"],
 *   time: Float64Array.from({length: 12}, (_, i) => 2010 + (i % 3)),
 *   cohort: Float64Array.from({length: 12}, (_, i) => (i < 6 ? 2012 : 0)),
 *   outcome: Float64Array.of(1, 2, 5, 2, 3, 7, 3, 4, 5, 4, 5, 6)
 * });
 * // The effect on a alone is asked for: b counts as never treated until it is.
 * const one = studiedPanel({...panel, studied: Uint8Array.of(1, 0, 0, 0)});
 * console.log(one.outcome.length, [...one.cohort].join());
 * // 11 2012,Infinity,Infinity,Infinity
 */
export function studiedPanel(panel: LongPanel): LongPanel {
  const {studied, unit, period, cohort} = panel;
  if (!studied) return panel;
  const kept = withRows(panel, (row) => studied[unit[row]] === 1 || period[row] < cohort[unit[row]]);
  return {...kept, cohort: cohort.map((g, u) => (studied[u] ? g : Infinity))};
}
