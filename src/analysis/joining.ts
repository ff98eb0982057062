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
  /** By joiner: 0 where a source says who has the role, 1 where results before joining told it. */
  origin: Int32Array;
  /** What told roles where no source does; null where nothing did. */
  told: ToldByResults | null;
}

/** Results before joining, where they tell roles. */
export interface ToldByResults {
  measure: string;
  by: Yearly;
  /** What schools are matched on besides. */
  beside: readonly Yearly[];
  /** Everybody whom the same rule let have the role or another one. */
  joiners: readonly Joiner[];
  /** The share of the phase’s schools above which all of them lie. */
  above: number;
}
