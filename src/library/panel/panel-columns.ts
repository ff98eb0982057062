/** The columns of a panel as they stand in a file, all of one length, rows in any order. */
export interface PanelColumns {
  id: readonly string[];
  time: Float64Array;
  /** NaN, 0 and Infinity for never treated. */
  cohort: Float64Array;
  outcome: Float64Array;
  weights?: Float64Array;
  /** "" for the one that other rows of the unit name, or else the unit itself. */
  cluster?: readonly string[];
  /** What `only` is a value of, such as a role; "" for what other rows of the unit say. */
  among?: readonly string[];
  covariates?: readonly {name: string; values: Float64Array}[];
}
