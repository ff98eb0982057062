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

/** The weights of rows where `here` holds, 0 elsewhere. */
export const weightsWhere = (weights: Float64Array, here: (row: number) => boolean): Float64Array =>
  weights.map((weight, i) => (here(i) ? weight : 0));

export const minus = (a: Float64Array, b: Float64Array): Float64Array => a.map((value, i) => value - b[i]);
