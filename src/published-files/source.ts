import type {AcademicYear} from "../vocabulary/academic-year.ts";
import type {Origin} from "./origin.ts";
import type {PublishedYears} from "./published-years.ts";

/**
 * What one published dataset is: how to know it by its header, and how its
 * columns were named in each year. Data only: a test sends it through JSON.
 */
export interface Source {
  /** The same word everywhere: folder, raw table, staged table, sample. snake_case. */
  id: string;
  title: string;
  publisher: string;
  /** The page people download it from. */
  page: string;
  /** Where `pav fetch` gets its files, one or several; without it they come by hand alone. */
  origin?: Origin | readonly Origin[];
  licence: "OGL-UK-3.0";
  /** Of a source that comes in workbooks: what its sheet is called, one of these. As CSV the sheet is known by its header. */
  sheets?: readonly string[];
  /** Which list of codes its cells use (pipelines/codes/missing.csv). */
  codes: "performance_tables" | "explore_education_statistics" | "register" | "inspections" | "finance";
  /**
   * How a file is placed in time. `academic_year`: one year a file, stated by the
   * file's name, its folder or the zip member. `in_file`: a column
   * `academic_year` of the file. `snapshot`: the date of an extract, stated by the name.
   */
  dated: "academic_year" | "in_file" | "snapshot";
  /** Whether a row is always a whole year: files of some of its terms, which look the same, are refused. */
  whole_years?: true;
  /** Means and shares of so many pupils or fewer are never published: each such cell holds a code. */
  few?: number;
  /** Whether files come as provisional, revised and final, and say so in their names. */
  staged: boolean;
  /** Whether every file ends in national rows: one without them may be reduced or cut off, and the run says so. */
  national_rows?: true;
  /**
   * Published names by which a header is known, whatever the file is called: one
   * of each list must be there. No key column: a file that lost its key is still known.
   */
  signature: readonly (readonly string[])[];
  /**
   * Published names that carry a past summer year in two digits (P8MEA_17), as
   * regular expressions with one group. The file's year must follow the latest of them.
   */
  year_marks?: readonly string[];
  years: PublishedYears;
  /** What `seen` is of columns that do not say: by year, as names, where that differs. Nothing: `published`. */
  seen?: Seen | Record<AcademicYear, Seen>;
  columns: Record<string, Column>;
  /** Of each kind of total row (LA, national): how it is reported, for the sources page. */
  notes?: string;
}

export interface Column {
  /** `key`: a file without it is refused. `number`: becomes a number or a reason. `date`: day first, in three styles. */
  is: "key" | "text" | "number" | "date";
  /**
   * The published name in force from each year on; null once it is no longer
   * published; several where spellings vary between files of a year.
   * For snapshots the year of the extract; for files with years inside, any name counts.
   */
  names: Record<AcademicYear, string | readonly string[] | null>;
  /** How a total row follows from school rows: their sum, or their mean weighted by another column. */
  total?: "sum" | {weight: string};
  /** Of a date: another that it cannot be before. */
  not_before?: string;
  /** Of a count: so many times another column is more than can be in a mainstream school of thirty pupils or more. */
  not_above?: {times: number; of: string};
  /** The same of what it is at least; where it is less, neither can be believed. */
  not_below?: {times: number; of: string};
  /** Of a count: those that a code stands for, and the figures worked out from it that have one then. */
  coded?: {counts: readonly number[]; with: string};
  /** What it holds, for the dictionary: unit included. */
  about?: string;
  /**
   * Whether these names were read in a stored copy of the file, from each year on where that differs. A file without a
   * column known from memory is warned of if a measure reads it in the file’s year; otherwise it is listed as absent.
   */
  seen?: Seen | Record<AcademicYear, Seen>;
}

/** `published`: read in a stored copy. `memory`: not verified. */
export type Seen = "published" | "memory";

/** Checks a descriptor’s shape at compile time; changes nothing at run time. */
export const defineSource = (source: Source): Source => source;

/** The published names of one column in the given year; none if it was not published then. */
export function listNames({names}: Column, year: AcademicYear): readonly string[] {
  const from = Object.keys(names)
    .map(Number)
    .filter((y) => y <= year);
  const name = from.length ? names[Math.max(...from)]! : null;
  return name === null ? [] : typeof name === "string" ? [name] : name;
}

/** How the names of a column in the given year are known; of files with years inside (null), how the latest are. */
export function listSeen(source: Source, column: Column, year: AcademicYear | null): Seen {
  const seen = column.seen ?? source.seen ?? "published";
  if (typeof seen === "string") return seen;
  const from = Object.keys(seen)
    .map(Number)
    .filter((y) => year === null || y <= year);
  return from.length ? seen[Math.max(...from)] : "memory";
}

const named = new WeakMap<Column, readonly string[]>();

/** Every published name a column has ever had; listed once, since every header asks. */
export function allNames(column: Column): readonly string[] {
  const all = named.get(column) ?? [...new Set(Object.values(column.names).flat())].filter((name) => name !== null);
  named.set(column, all);
  return all;
}

/** Whether a column, by our name for it, holds digits that are no number: a program may have written 100001.0 for 100001. */
export const isIdentifier = (name: string): boolean =>
  /(urn|laestab|estab|la_code|uid|ukprn|establishment_number)$/.test(name);
