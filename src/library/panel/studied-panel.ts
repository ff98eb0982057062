import type {LongPanel} from "./long-panel.ts";
import {withRows} from "./panel-rows.ts";

/** The panel of the units whose effect is asked for and, as never treated, the others for as long as they are not. */
export function studiedPanel(panel: LongPanel): LongPanel {
  const {studied, unit, period, cohort} = panel;
  if (!studied) return panel;
  const kept = withRows(panel, (row) => studied[unit[row]] === 1 || period[row] < cohort[unit[row]]);
  return {...kept, cohort: cohort.map((g, u) => (studied[u] ? g : Infinity))};
}
