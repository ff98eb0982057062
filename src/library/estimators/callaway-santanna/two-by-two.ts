import type {AlikeRows} from "../../statistics/alike-rows.ts";
import type {Design} from "../../statistics/linear-model.ts";

/** Units seen twice: how each changed from the base to the year in question. */
export interface Pair {
  treated: Uint8Array;
  change: Float64Array;
  weights: Float64Array;
  design: Design;
  /** Rows that are alike in the design, where that is known. */
  alike?: AlikeRows;
}

/** Rows of two years, the unit’s other row perhaps missing: those of the base first. */
export interface Sections {
  treated: Uint8Array;
  /** How many rows are of the base. */
  before: number;
  outcome: Float64Array;
  weights: Float64Array;
  design: Design;
  alike?: AlikeRows;
}

/** An effect on the treated and how far every row moves it, or the reason there is none. */
export type TwoByTwo = {att: number; influence: Float64Array; reason?: undefined} | {reason: string};

export const reasons = {
  comparatorsAlike: "the comparators’ covariates are collinear",
  treatedAlike: "the treated units’ covariates are collinear",
  apart: "the covariates separate treated units and comparators",
  noOverlap: "some treated units are like no comparator (propensity of 0.999 or more)"
} as const;

/** The weights of rows whose mark has the value, 0 elsewhere. */
export function weightsWhere(weights: Float64Array, mark: Uint8Array, value: 0 | 1): Float64Array {
  const among = new Float64Array(weights.length);
  for (let i = 0; i < weights.length; i++) if (mark[i] === value) among[i] = weights[i];
  return among;
}

/** The rows of the base (0) or of the year in question (1), and where among all they stand. */
export function ofYear({treated, before, outcome, weights, design}: Sections, year: 0 | 1) {
  const [from, to] = year === 0 ? [0, before] : [before, treated.length];
  return {
    from,
    to,
    treated: treated.subarray(from, to),
    outcome: outcome.subarray(from, to),
    weights: weights.subarray(from, to),
    design: {rows: to - from, columns: design.columns.map((column) => column.subarray(from, to))}
  };
}

export function minus(a: Float64Array, b: Float64Array): Float64Array {
  const difference = new Float64Array(a.length);
  for (let i = 0; i < a.length; i++) difference[i] = a[i] - b[i];
  return difference;
}

export const negative = (a: Float64Array): Float64Array => a.map((value) => -value);
