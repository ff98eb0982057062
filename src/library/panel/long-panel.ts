/**
 * A long panel in columns: one row a unit in a period, sorted by unit and then
 * period, no two rows of the same unit and period, no missing outcome. Made by
 * `readPanel`, which refuses everything else; estimators may rely on it.
 */
export interface LongPanel {
  /** What each unit is called, in the order in which units first appear. */
  ids: readonly string[];
  /** By row: index into `ids`, ascending. */
  unit: Int32Array;
  /** By row: the calendar period (a year), ascending within a unit. */
  period: Int32Array;
  /** By row. */
  outcome: Float64Array;
  /** By unit: the first treated period; Infinity if never treated, or not before the last period. */
  cohort: Float64Array;
  /** By unit: index of its cluster, below `clusters`. */
  cluster: Int32Array;
  clusters: number;
  /** By row, positive; null where every row counts alike. */
  weights: Float64Array | null;
  /** By row, one array a covariate; NaN only where `readPanel` was given `mayLackCovariates` to keep rows without one. */
  covariates: readonly {name: string; values: Float64Array}[];
  /** By unit: 1 if its effect is asked for; all without. The others are compared with until they are treated. */
  studied?: Uint8Array;
}

/** An average effect and what each unit contributed to it. */
export interface Effect {
  /** Event time, cohort, calendar period or phase it is of; "overall" for the mean of them. */
  term: number | string;
  /** In the unit of the outcome. */
  estimate: number;
  /**
   * By unit: how far the estimate would move if the unit counted for more, so that the
   * variance is the sum over clusters of the squared sum of their units. Null where
   * the method has none.
   */
  influence: Float64Array | null;
  /** Distinct units treated, and compared with, that the estimate rests on. */
  units: number;
  comparators: number;
  /** Clusters of the treated behind it, where inference goes by their number (`treatedClusterInterval`). */
  clusters?: number;
}
