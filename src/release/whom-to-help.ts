import type {AcademicYear} from "../vocabulary/academic-year.ts";
import type {Phase} from "../vocabulary/phase.ts";

/** A year of standings by row, in hundredths of a standard deviation from the mean of the year; null where there is none. */
export interface StandingYear {
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
  attainment: StandingYear[];
  absence: StandingYear[];
  /** Row, and the first and, null where it lasts, the first year no longer, in which two inspections in a row stood below good. */
  below: [number, AcademicYear, AcademicYear | null][];
  /** Row, and first academic year that counts as helped, of schools on a published list of RISE; null where its day is not known. */
  listed: [number, AcademicYear | null][];
  /** First year in a trust, federation or other body that governs: null for never, 0 for since nobody knows when. */
  joined: (AcademicYear | null)[];
}
