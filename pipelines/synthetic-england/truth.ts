import type {AcademicYear} from "../../src/vocabulary/academic-year.ts";
import type {England} from "./england.ts";
import type {Lives, SchoolYear} from "./life.ts";

/** A reason of pipelines/codes/reasons.csv: why the publisher prints no value. */
export type Reason = string;

/** The country a school is in: for what several schools print as one. */
export interface At {
  england: England;
  lives: Lives;
}

/** How a measure is reported from a school’s pupils, without a look at any published file. */
export interface Truth {
  /** Academic years in which some file covers it. */
  years: readonly AcademicYear[];
  /** The school’s own value, in the measure’s unit, before anything is rounded or hidden; null or NaN if it has no such pupils. */
  value(life: SchoolYear, at?: At): number | null;
  /** Why no value is printed of it; null where one is; `no_row` where the files do not list the school at all. */
  reason(life: SchoolYear, at?: At): Reason | "no_row" | null;
}

/** The value that should be found of a school, the reason why there is none, or null where no row holds it. */
export function report({value, reason}: Truth, life: SchoolYear, at?: At): number | Reason | null {
  const why = reason(life, at);
  if (why !== null) return why === "no_row" ? null : why;
  const own = value(life, at);
  if (own === null || !Number.isFinite(own))
    throw new Error(`nothing hides the value of ${life.school.id} in ${life.year}, and it is ${own}`);
  return own;
}

export const share = (part: number, whole: number): number => (100 * part) / whole;
