import type {AcademicYear} from "../vocabulary/academic-year.ts";
import type {Phase} from "../vocabulary/phase.ts";

/** A year of positions by row, in hundredths of a standard deviation from the mean of the year; null where there is none. */
export interface PositionYear {
  year: AcademicYear;
  values: (number | null)[];
}

/** whom-to-help/PHASE.json: all schools of a phase with what a rule may ask of them, a place each in every array. */
export interface WhomFile {
  phase: Phase;
  /** The measures that stand under `attainment` and `absence`. */
  measures: {attainment: string; absence: string};
  ids: number[];
  names: string[];
  authority: number[];
  authorities: string[];
  region: number[];
  regions: string[];
  /** Metres on the National Grid. */
  easting: (number | null)[];
  northing: (number | null)[];
  /** Pupils in the newest year that has any. */
  pupils: (number | null)[];
  attainment: PositionYear[];
  absence: PositionYear[];
  /** Row, and the first and, null where it lasts, the first year no longer, in which two inspections in a row stood below good. */
  below: [number, AcademicYear, AcademicYear | null][];
  /** Row, and first academic year that counts as helped, of schools on a published list of RISE; null where its day is not known. */
  listed: [number, AcademicYear | null][];
  /** First year in a trust, federation or other body that governs: null for never, 0 for since nobody knows when. */
  joined: (AcademicYear | null)[];
  /** From when on a difference between the schools of RISE and others could be seen; null where there are none, or too few results. */
  sight: RiseSight | null;
}

/** What could be seen of so many schools, all counted from one first year of help. */
export interface RiseSight {
  schools: number;
  first: AcademicYear;
  years: YearOfSight[];
}

/** What could be seen after so many years of help. */
export interface YearOfSight {
  /** Years of results since help began. */
  after: number;
  /** The academic year of the newest of them, by the year in which it ends. */
  year: AcademicYear;
  /** The smallest effect that would be seen four times in five, in the unit of the outcome; null where nothing can be said. */
  effect: number | null;
  /** The least that it can be, where results at some lag are not measured. */
  least: number | null;
  /** Whether an effect as small as the smallest of interest would be seen. */
  enough: boolean;
}

/** What `chooseNow` asks of a school in the newest year, each a bit of `meets`. */
export const MEETS = {lowest: 1, below: 2, absent: 4, alone: 8, able: 16} as const;

/** A mean in hundredths of a standard deviation, as it travels: the sum, and of how many schools. */
export type SumOf = [sum: number, schools: number];

/** How schools that met a rule went on: those of earlier years, year by year from being chosen, and those of the newest year up to now. */
export interface PackedPath {
  earlier: SumOf[];
  /** Change from the year they were chosen to the last followed. */
  recovery: SumOf;
  /** Schools of earlier years, each once. */
  schools: number;
  /** First and last year in which one was chosen. */
  years: [AcademicYear, AcademicYear] | null;
  now: SumOf[];
}

/**
 * whom-to-help/now-PHASE.json of a site: of the schools of a phase that have a result in the newest year, or are on a list,
 * what pages read, a place each in every array, and how schools that met each rule went on.
 */
export interface PackedWhom extends Pick<WhomFile, "phase" | "measures" | "authorities" | "regions" | "sight"> {
  year: AcademicYear;
  hasInspections: boolean;
  hasPlaces: boolean;
  /** Each the step from the school before. */
  idSteps: number[];
  eastSteps: (number | null)[];
  northSteps: (number | null)[];
  /** One a line. */
  names: string;
  authority: number[];
  region: number[];
  pupils: (number | null)[];
  /** In the newest year. */
  attainment: (number | null)[];
  /** Sums of `MEETS`. */
  meets: number[];
  /** Rows of schools on a list, in its order. */
  listed: number[];
  listedNow: SumOf[];
  /** Of all England, by the sum of `MEETS` that a rule asks for. */
  paths: PackedPath[];
}

/** whom-to-help/regions-PHASE.json of a site: the same paths by region. */
export type RegionPaths = PackedPath[][];
