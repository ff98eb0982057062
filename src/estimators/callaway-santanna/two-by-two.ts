import type {Design} from "../../statistics/linear-model.ts";

/** Units seen twice: how each changed from the base to the year in question. */
export interface Pair {
  treated: Uint8Array;
  change: Float64Array;
  weights: Float64Array;
  design: Design;
}

/** Rows of two years, the unit’s other row perhaps missing. */
export interface Sections {
  treated: Uint8Array;
  /** 1 for rows of the year in question, 0 for rows of the base. */
  after: Uint8Array;
  outcome: Float64Array;
  weights: Float64Array;
  design: Design;
}

/** An effect on the treated and how far every row moves it, or the reason there is none. */
export type TwoByTwo = {att: number; influence: Float64Array; reason?: undefined} | {reason: string};

export const reasons = {
  comparatorsAlike: "the comparators’ covariates are collinear",
  treatedAlike: "the treated units’ covariates are collinear",
  apart: "the covariates tell treated units and comparators apart",
  noOverlap: "some treated units are like no comparator (propensity of 0.999 or more)"
} as const;

/** The weights of rows whose mark has the value, 0 elsewhere. */
export function weightsWhere(weights: Float64Array, mark: Uint8Array, value: 0 | 1): Float64Array {
  const among = new Float64Array(weights.length);
  for (let i = 0; i < weights.length; i++) if (mark[i] === value) among[i] = weights[i];
  return among;
}

export function minus(a: Float64Array, b: Float64Array): Float64Array {
  const difference = new Float64Array(a.length);
  for (let i = 0; i < a.length; i++) difference[i] = a[i] - b[i];
  return difference;
}

export const negative = (a: Float64Array): Float64Array => a.map((value) => -value);
