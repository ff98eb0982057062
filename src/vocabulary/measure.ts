import type {AcademicYear} from "./academic-year.ts";
import type {OutcomeDomain} from "./outcome-domain.ts";
import type {Phase} from "./phase.ts";

/** Something published about a school each year that a partnership might change. */
export interface Measure {
  label: string;
  /** After “the” in a sentence: “suspension rate”. */
  subject: string;
  domain: OutcomeDomain;
  unit: string;
  better: "higher" | "lower" | "neither";
  /** Decimals worth printing in its own unit. */
  digits: number;
  smallest_effect: SmallestEffect;
  phases: readonly Phase[];
  /** Years measured alike, and where each is read. Years in no comparable series were not published by school. */
  comparable_series: readonly ComparableSeries[];
}

/** The smallest effect of interest, which is the margin within which schools are said to have done the same. */
export interface SmallestEffect {
  /** In the unit of the newest comparable series. */
  value: number;
  why: string;
  /** Standard deviation of single pupils in that unit, where a publisher’s own figures give it. */
  pupil_sd: number | null;
}

/** Comparable series measured alike. */
export interface ComparableSeries {
  from: AcademicYear;
  to: AcademicYear | null;
  /** What is measured in it, where that differs from the measure’s label. */
  label: string;
  unit?: string;
  /** Why it cannot be compared with the years before. */
  why: string;
  /** Where it is read, best first: a school’s year is taken from the first that has a row. */
  read: readonly Reading[];
}

/** One staged source of a measure. */
export interface Reading {
  source: string;
  /** A column holding the value, or a count out of another column, per so many. */
  value: string | Rate;
  /** Pupils it rests on. Null where the file does not say; the roll of the year stands in. */
  pupils: string | null;
  /** Years between leaving school and the table: a destination is an outcome of the year pupils left. */
  lag?: number;
}

export interface Rate {
  count: string;
  of: string;
  per: number;
  /**
   * Whether the rows of a school in one year add up: pupils counted on one day stand on one
   * side of a change of URN. Where pupils are counted over the year two rows hold a part of
   * it each, and neither stands for the school.
   */
  adds: boolean;
  /** Whether it counts persons, so that counts of terms do not add up to one of the year. */
  persons?: boolean;
}
