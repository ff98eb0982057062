import {makeFloats, meanOfAvailable} from "../../library/statistics/index.ts";

/** Values by school and academic year. */
export interface Yearly {
  /** Consecutive, ascending. */
  years: readonly number[];
  /** Schools × years, row by row; NaN = none. */
  values: Float64Array;
}

/** First and last event time, both included. */
export type Window = readonly [number, number];

/** The value of a school in an academic year; NaN where there is none, or no such year. */
export function valueAt({years, values}: Yearly, row: number, year: number): number {
  const column = year - years[0];
  return column < 0 || column >= years.length ? NaN : values[row * years.length + column];
}

/** By row of `rows`: the mean of the values there are in the window around `cohort`; NaN where there are none. */
export function windowMeans(series: Yearly, rows: Int32Array, cohort: number, [first, last]: Window): Float64Array {
  const {years, values} = series;
  const from = Math.max(cohort + first - years[0], 0);
  const to = Math.min(cohort + last - years[0], years.length - 1);
  return makeFloats(rows.length, (i) =>
    meanOfAvailable(values, rows[i] * years.length + from, rows[i] * years.length + to)
  );
}
