import type {AcademicYear} from "./academic-year.ts";
import type {Measure, ComparableSeries} from "./measure.ts";
import {measures} from "./measures.ts";
import type {Phase} from "./phase.ts";

/** A source with files in the release, and the academic years of its school rows. */
export interface ReadYears {
  source: string;
  years: readonly AcademicYear[];
}

/** Why nothing can be said of a measure: four things that are not the same. */
export const noOutcomeReasons = {
  no_file: "No file in this release holds it.",
  never_published: "Never published by school.",
  not_these_years: "Published by school, but not for the years in this release.",
  not_read: "In a file of this release, but no value of these schools was read."
} as const;

export type NoOutcomeReason = keyof typeof noOutcomeReasons;

/**
 * Which of the four reasons holds for a measure without outcomes, of the schools of a phase where one is given:
 * it is not published for such schools at all; the release has no file of a source that it is read from; it has, but
 * of years in which the measure was not published; it has, of the right years, and no value came of them.
 */
export function whyNoOutcome(
  measure: string,
  read: readonly ReadYears[],
  {phase, all = measures}: {phase?: Phase; all?: Readonly<Record<string, Measure>>} = {}
): NoOutcomeReason {
  const found = all[measure];
  if (!found || !found.comparable_series.length || (phase && !found.phases.includes(phase))) return "never_published";
  const sources = new Set(found.comparable_series.flatMap(({read: readings}) => readings.map(({source}) => source)));
  const files = read.filter(({source, years}) => sources.has(source) && years.length > 0);
  if (!files.length) return "no_file";
  return files.some((file) => found.comparable_series.some((series_id) => isIncluded(series_id, file)))
    ? "not_read"
    : "not_these_years";
}

const isIncluded = ({from, to, read}: ComparableSeries, {source, years}: ReadYears): boolean =>
  read.some(
    (reading) =>
      reading.source === source &&
      years.map((year) => year - (reading.lag ?? 0)).some((year) => year >= from && (to === null || year <= to))
  );
