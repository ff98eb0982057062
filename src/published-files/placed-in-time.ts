import {formatAcademicYear, type AcademicYear} from "../vocabulary/academic-year.ts";
import {StrangeFileError} from "../library/errors.ts";
import type {Named, Stage} from "./file-name.ts";
import type {PublishedYears} from "./published-years.ts";
import type {Source} from "./source.ts";

/** What the person running the command says of files that do not say it themselves. */
export interface Said {
  /** The day of the run: no file is of a year after. */
  now?: Date;
  year?: AcademicYear;
  stage?: Stage;
  snapshot?: string;
}

/** When a file speaks of: its academic year, stage or snapshot date, as its source requires. */
export interface PlacedInTime {
  year: AcademicYear | null;
  stage: Stage | null;
  snapshot: string | null;
}

/**
 * Places a file in time from its name and folders, or from what the person
 * says where those are silent, and confirms the year by the columns that carry
 * a past one. Throws a StrangeFileError where nothing states, or two things differ.
 */
export function placeInTime(
  file: string,
  source: Source,
  header: readonly string[],
  named: Named,
  said: Said
): PlacedInTime {
  const at = {year: null, stage: null, snapshot: null};
  if (source.dated === "snapshot") {
    const snapshot = only(named.snapshots, said.snapshot);
    if (snapshot) {
      confirmPublished(file, source, Number(snapshot.slice(0, 4)));
      return {...at, snapshot};
    }
    throw unsaid(file, named.snapshots, "the date of the extract", "--snapshot 2018-05-01");
  }
  if (source.dated === "in_file") return {...at, stage: only(named.stages, undefined) ?? null};

  const year = only(named.years, said.year);
  if (!year) throw unsaid(file, named.years.map(formatAcademicYear), "the academic year", "--year 2018/19");
  confirmPublished(file, source, year, said.now);
  confirmYear(file, source, header, year);
  if (!source.staged) return {...at, year};

  const stage = only(named.stages, said.stage);
  if (!stage) throw unsaid(file, named.stages, "the stage", "--stage final (or provisional, revised)");
  return {...at, year, stage};
}

/** The one thing that names say, else what the person says; nothing if names contradict each other. */
function only<T>(named: readonly T[], said: T | undefined): T | undefined {
  return named.length === 1 ? named[0] : named.length ? undefined : said;
}

function unsaid(file: string, named: readonly string[], what: string, option: string): StrangeFileError {
  const problem = named.length
    ? `its name says ${named.join(" and ")}: which is ${what}?`
    : `neither its name nor its folder says ${what}`;
  const fix = named.length
    ? "leave one of them in the file’s name"
    : `rename the file as the publisher names it, or put it in a folder of its own and run again with ${option}`;
  return new StrangeFileError(problem, {file, fix});
}

/** The years in which the Department has published by school at all began with 1991/92. */
const FIRST_YEAR = 1992;

/** A year that never was published, or is still to come, is a mistake in a name. */
function confirmPublished(file: string, {title, years}: Source, year: AcademicYear, now?: Date): void {
  const why = whyNever(years, year, now ? now.getUTCFullYear() + 1 : Infinity);
  if (why === null) return;
  throw new StrangeFileError(`its name says ${formatAcademicYear(year)}, which of “${title}” ${why}`, {
    file,
    fix: "give the file the name of the year it was published for"
  });
}

/** Why no file of a dataset can be of a year, as of when the newest can be out; null where one can. */
export function whyNever(
  {last = Infinity, not_published = []}: PublishedYears,
  year: AcademicYear,
  newest: AcademicYear
): string | null {
  if (not_published.includes(year)) return "was never published by school";
  if (year > newest) return "is still to come";
  if (year < FIRST_YEAR) return "was before anything was published";
  return year > last ? `was not published: it ended with ${formatAcademicYear(last)}` : null;
}

/** A column such as P8MEA_17 holds a past year: the file’s own must be the next one published. */
function confirmYear(
  file: string,
  {year_marks = [], years}: Source,
  header: readonly string[],
  year: AcademicYear
): void {
  const marks = year_marks.flatMap((pattern) => {
    const match = new RegExp(pattern, "i");
    return header.flatMap((name) => {
      const found = match.exec(name.trim());
      return found ? [{name, year: 2000 + Number(found[1])}] : [];
    });
  });
  const latest = marks.sort((a, b) => b.year - a.year)[0];
  if (!latest) return;
  const skipped = listRange(latest.year + 1, year).filter((y) => !years.not_published?.includes(y));
  if (latest.year < year && skipped.length === 0) return;
  throw new StrangeFileError(
    `its name says ${formatAcademicYear(year)}, but this column holds ${formatAcademicYear(latest.year)} as the latest past year`,
    {file, row: 1, column: latest.name, fix: "give the file the name of the year it was published for"}
  );
}

const listRange = (from: number, to: number): number[] =>
  Array.from({length: Math.max(0, to - from)}, (_, i) => from + i);
