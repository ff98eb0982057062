import type {Joiner} from "../comparison.ts";

/** Values by school and academic year. */
export interface Yearly {
  /** Consecutive, ascending. */
  years: readonly number[];
  /** Schools × years, row by row; NaN = none. */
  values: Float64Array;
}

/** Who joined a kind of partnership in one role, among the schools of one phase, which are told by their row. */
export interface Joining {
  /** How many schools the phase has. */
  schools: number;
  /** Each school once. */
  joiners: readonly Joiner[];
  /**
   * By school: first academic year in any partnership of the kind, in any role; Infinity if never,
   * −Infinity where it is in one and nobody knows since when.
   */
  treatedFrom: Float64Array;
  /**
   * By joiner: those it was picked from, as a place in `origins`. Where a source says who has the role, those who have it; where
   * results before joining tell, everybody of the kind whose role they tell.
   */
  origin: Int32Array;
  origins: readonly (readonly Joiner[])[];
}
