import type {LongPanel} from "./long-panel.ts";

/**
 * The panel with those rows only for which `keep` holds; units, cohorts and clusters keep their numbers.
 *
 * @example
 * import {readPanel, withRows} from "school-partnerships";
 *
 * // A row a unit and year: a and b are treated from 2012, c and d never.
 * const {panel} = readPanel({
 *   id: [..."aaabbbcccddd"],
 *   time: Float64Array.from({length: 12}, (_, i) => 2010 + (i % 3)),
 *   cohort: Float64Array.from({length: 12}, (_, i) => (i < 6 ? 2012 : 0)),
 *   outcome: Float64Array.of(1, 2, 5, 2, 3, 7, 3, 4, 5, 4, 5, 6)
 * });
 * const before = withRows(panel, (row) => panel.period[row] < 2012);
 * console.log(before.outcome.length, before.ids.join());
 * // 8 a,b,c,d
 */
export function withRows(panel: LongPanel, keep: (row: number) => boolean): LongPanel {
  const rows = Int32Array.from(panel.unit.keys()).filter(keep);
  if (rows.length === panel.unit.length) return panel;
  const selectRows = (values: Float64Array) => Float64Array.from(rows, (row) => values[row]);
  return {
    ...panel,
    unit: Int32Array.from(rows, (row) => panel.unit[row]),
    period: Int32Array.from(rows, (row) => panel.period[row]),
    outcome: selectRows(panel.outcome),
    weights: panel.weights && selectRows(panel.weights),
    covariates: panel.covariates.map(({name, values}) => ({name, values: selectRows(values)}))
  };
}

/** By unit: 1 if it has a row for which `counts` holds. */
export function unitsWith({ids, unit}: LongPanel, counts: (row: number) => boolean): Uint8Array {
  const has = new Uint8Array(ids.length);
  for (let row = 0; row < unit.length; row++) if (!has[unit[row]] && counts(row)) has[unit[row]] = 1;
  return has;
}

/** How many clusters have a row. */
export function numberClusters({unit, cluster, clusters}: LongPanel): number {
  const has = new Uint8Array(clusters);
  for (const u of unit) has[cluster[u]] = 1;
  return has.reduce((count, one) => count + one, 0);
}
