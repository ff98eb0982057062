import type {Scale} from "./release.ts";

/** One measure in one phase: a row a school, a column an academic year. */
export interface Panel {
  /** Consecutive, ascending. */
  years: readonly number[];
  /** school_id by row. */
  schools: readonly number[];
  /** Schools × years, row-major, NaN = missing. */
  values: Float64Array;
}

/** Values of one measure in one phase, a place each in every array; NaN where there is none. */
export interface Values {
  school: ArrayLike<number>;
  year: ArrayLike<number>;
  series_id: ArrayLike<number>;
  native: ArrayLike<number>;
  standardised: ArrayLike<number>;
}

/**
 * The panel that a regression is made on, on a scale whose years can be compared:
 * the measure’s own unit where every value lies in one comparable series, otherwise the
 * standardised scale; where that is not to be had, the comparable series with the most values
 * in its own unit. Null if there is no value at all.
 */
export function makePanel(values: Values): {panel: Panel; scale: Scale; series_id: number | null} | null {
  const places = Array.from({length: values.school.length}, (_, i) => i);
  const counts = new Map<number, number>();
  for (const i of places)
    if (!Number.isNaN(values.native[i])) counts.set(values.series_id[i], (counts.get(values.series_id[i]) ?? 0) + 1);
  if (counts.size === 0) return null;
  const series_id = [...counts].sort((a, b) => b[1] - a[1])[0][0];
  const standardisedYears = new Set(
    places.filter((i) => !Number.isNaN(values.standardised[i])).map((i) => values.year[i])
  );
  if (counts.size > 1 && standardisedYears.size > 1) {
    return {
      panel: fill(
        values,
        places.filter((i) => !Number.isNaN(values.standardised[i])),
        values.standardised
      ),
      scale: "standardised",
      series_id: null
    };
  }
  const inSeries = places.filter((i) => values.series_id[i] === series_id && !Number.isNaN(values.native[i]));
  return {panel: fill(values, inSeries, values.native), scale: "native", series_id};
}

function fill({school, year}: Values, places: readonly number[], value: ArrayLike<number>): Panel {
  let first = Infinity;
  let last = -Infinity;
  const rows = new Map<number, number>();
  for (const i of places) {
    first = Math.min(first, year[i]);
    last = Math.max(last, year[i]);
    if (!rows.has(school[i])) rows.set(school[i], rows.size);
  }
  const years = Array.from({length: last - first + 1}, (_, i) => first + i);
  const values = new Float64Array(rows.size * years.length).fill(NaN);
  for (const i of places) values[rows.get(school[i])! * years.length + year[i] - first] = value[i]!;
  return {years, schools: [...rows.keys()], values};
}
