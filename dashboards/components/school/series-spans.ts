import {range as integers} from "d3";
import type {MeasureRow, SchoolFile} from "../ui/release.js";

export type SchoolOutcome = SchoolFile["outcomes"][number];

/** Years of one school that were measured alike, with its values as published; NaN where there is none. */
export interface SeriesSpan {
  /** A, B, C, … as the chart names them. */
  letter: string;
  label: string;
  unit: string;
  /** Why its measure is not the one before. */
  why: string;
  points: {year: number; value: number}[];
}

/** Years in a row without a value, and the reasons that were given, the commonest first. */
export interface Gap {
  from: number;
  to: number;
  reasons: string[];
}

/** First and last year of an outcome, with a value or without. */
export const listYears = ({years}: SchoolOutcome): [number, number] => [Math.min(...years), Math.max(...years)];

const findSeriesId = ({comparable_series}: MeasureRow, year: number): number =>
  comparable_series.findIndex(({from, to}) => year >= from && (to === null || year <= to));

/** An outcome in series, in which a line may be drawn; series without any value are left out. */
export function listSeriesSpans(outcome: SchoolOutcome, measure: MeasureRow): SeriesSpan[] {
  const values = new Map(outcome.years.map((year, i) => [year, outcome.values[i] ?? null]));
  const [first, last] = listYears(outcome);
  const bySeries = new Map<number, SeriesSpan["points"]>();
  for (const year of integers(first, last + 1)) {
    const series_id = findSeriesId(measure, year);
    if (series_id < 0) continue;
    bySeries.set(series_id, [...(bySeries.get(series_id) ?? []), {year, value: values.get(year) ?? NaN}]);
  }
  return [...bySeries]
    .filter(([, points]) => points.some(({value}) => Number.isFinite(value)))
    .map(([series_id, points], i) => {
      const {label, unit, why} = measure.comparable_series[series_id];
      return {letter: String.fromCharCode(65 + i), label, unit, why, points};
    });
}

/** The years between an outcome’s first and last that have no value, in runs. A year not in the file has no reason. */
export function findGaps(outcome: SchoolOutcome): Gap[] {
  const at = new Map(outcome.years.map((year, i) => [year, i]));
  const [first, last] = listYears(outcome);
  const gaps: Gap[] = [];
  for (const year of integers(first, last + 1)) {
    const i = at.get(year);
    if (i !== undefined && outcome.values[i] !== null) continue;
    const reason = i === undefined ? null : (outcome.missing[i] ?? null);
    const before = gaps.at(-1);
    const gap = before?.to === year - 1 ? before : undefined;
    if (gap === undefined) gaps.push({from: year, to: year, reasons: reason === null ? [] : [reason]});
    else {
      gap.to = year;
      if (reason !== null && !gap.reasons.includes(reason)) gap.reasons.push(reason);
    }
  }
  return gaps;
}

/** Series that share a unit share a scale: the units, in the order in which they come. */
export function byUnit(all: readonly SeriesSpan[]): SeriesSpan[][] {
  const units = [...new Set(all.map(({unit}) => unit))];
  return units.map((unit) => all.filter((span) => span.unit === unit));
}
