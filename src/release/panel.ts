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
  segment: ArrayLike<number>;
  native: ArrayLike<number>;
  bridged: ArrayLike<number>;
}

/**
 * The panel that a regression is made on, on a scale whose years can be compared:
 * the measure’s own unit where every value lies in one segment, otherwise the
 * bridged scale; where that is not to be had, the segment with the most values
 * in its own unit. Null if there is no value at all.
 */
export function panelOf(values: Values): {panel: Panel; scale: Scale; segment: number | null} | null {
  const places = Array.from({length: values.school.length}, (_, i) => i);
  const counts = new Map<number, number>();
  for (const i of places)
    if (!Number.isNaN(values.native[i]!)) counts.set(values.segment[i]!, (counts.get(values.segment[i]!) ?? 0) + 1);
  if (counts.size === 0) return null;
  const segment = [...counts].sort((a, b) => b[1] - a[1])[0]![0];
  const bridgedYears = new Set(places.filter((i) => !Number.isNaN(values.bridged[i]!)).map((i) => values.year[i]!));
  if (counts.size > 1 && bridgedYears.size > 1) {
    return {
      panel: fill(
        values,
        places.filter((i) => !Number.isNaN(values.bridged[i]!)),
        values.bridged
      ),
      scale: "bridged",
      segment: null
    };
  }
  const inSegment = places.filter((i) => values.segment[i] === segment && !Number.isNaN(values.native[i]!));
  return {panel: fill(values, inSegment, values.native), scale: "native", segment};
}

function fill({school, year}: Values, places: readonly number[], value: ArrayLike<number>): Panel {
  let first = Infinity;
  let last = -Infinity;
  const rows = new Map<number, number>();
  for (const i of places) {
    first = Math.min(first, year[i]!);
    last = Math.max(last, year[i]!);
    if (!rows.has(school[i]!)) rows.set(school[i]!, rows.size);
  }
  const years = Array.from({length: last - first + 1}, (_, i) => first + i);
  const values = new Float64Array(rows.size * years.length).fill(NaN);
  for (const i of places) values[rows.get(school[i]!)! * years.length + year[i]! - first] = value[i]!;
  return {years, schools: [...rows.keys()], values};
}
