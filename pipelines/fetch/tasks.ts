import {group, range} from "d3";
import {formatAcademicYear, type AcademicYear} from "../../src/vocabulary/academic-year.ts";
import {listOrigins, type Origin, type Phase} from "../../src/published-files/origin.ts";
import {findNewestYear} from "../../src/published-files/published-years.ts";
import type {Source} from "../../src/published-files/source.ts";
import type {ArchiveDownload, Table} from "./downloads.ts";
import {performanceTablesAddress} from "./performance-tables.ts";
import type {Publishers} from "./publishers.ts";

type Of<S extends Origin["service"]> = Extract<Origin, {service: S}>;

/** One thing to fetch, before anybody was asked: pure, so that a dry run is the same list. */
export type Task = (
  | ArchiveDownload
  | {kind: "register"; what: string; source: Source; origin: Of<"register">}
  | {kind: "statistics"; what: string; source: Source; origin: Of<"explore_education_statistics">}
  | {kind: "rows"; what: string; source: Source; origin: Of<"statistics_rows">}
  | {
      kind: "workbook";
      what: string;
      source: Source;
      origin: Of<"finance_workbooks">;
      year: AcademicYear;
      expected: boolean;
    }
  | {kind: "govuk"; what: string; path: string; wanted: readonly Attached[]}
) & {
  /** What it is about on its way; null if no such file was ever seen. */
  megabytes: number | null;
};

/** Files wanted of those attached to a page. */
export interface Attached {
  source: Source;
  file: string;
  take: "newest_and_each_august" | "all";
}

/** The first and last academic year wanted. */
export interface Years {
  first: AcademicYear;
  last: AcademicYear;
}

/** Which part of what the publishers have is wanted. */
export interface Wanted {
  /** All that are known, if null. */
  years: Years | null;
  /** The newest year that can be out. */
  newest: AcademicYear;
  phase: Phase | null;
  /** Whether what the pages do without is wanted, too. */
  extras: boolean;
}

/**
 * What to fetch for these sources: a performance-tables archive a year, a
 * workbook a year, the newest file of everything else. Years go on to the newest
 * that can be out, whatever was published when the descriptors were written.
 */
export function listTasks(sources: readonly Source[], wanted: Wanted, publishers: Publishers): Task[] {
  const origins = sources
    .flatMap((source) => listOrigins(source).map((origin) => ({source, origin})))
    .filter(({source, origin}) => isWanted(source, origin, wanted));
  const tables = origins.flatMap(({source, origin}) =>
    origin.service === "performance_tables"
      ? planYears(source, origin, wanted).map((year) => ({
          year,
          megabytes: origin.megabytes ?? null,
          table: planTable(source, origin, year)
        }))
      : []
  );
  const tableYears = [...new Set(tables.map(({year}) => year))].sort((a, b) => a - b);
  const archives = tableYears.map((year): Task => {
    const ofYear = tables.filter((t) => t.year === year);
    return {
      ...planArchive(
        year,
        ofYear.map(({table}) => table),
        {publishers, newest: wanted.newest}
      ),
      megabytes: addSizes(ofYear.map(({megabytes}) => megabytes))
    };
  });
  return [...archives, ...planPages(origins), ...origins.flatMap(({source, origin}) => others(source, origin, wanted))];
}

function isWanted(source: Source, origin: Origin, {phase, extras, years}: Wanted): boolean {
  const released = origin.service === "explore_education_statistics" && origin.release !== undefined;
  const rolling =
    origin.service === "statistics_rows" || (origin.service === "explore_education_statistics" && !released);
  const ends = released || (source.years.last !== undefined && origin.service === "govuk_content");
  const ended = ends && findNewestYear(source.years) < (years?.first ?? -Infinity);
  const begins = rolling && years !== null && source.years.first > years.last;
  return (
    !begins &&
    (extras || !origin.extra) &&
    (phase === null || origin.phase === undefined || origin.phase === phase) &&
    !ended
  );
}

const addSizes = (all: readonly (number | null)[]): number | null => {
  const seen = all.filter((one) => one !== null);
  return seen.length ? seen.reduce((a, b) => a + b, 0) : null;
};

/** One task a page of GOV.UK, for all that want files of it. */
function planPages(origins: readonly {source: Source; origin: Origin}[]): Task[] {
  const wanted = origins.flatMap(({source, origin}) =>
    origin.service === "govuk_content"
      ? [
          {
            path: origin.path,
            source,
            file: origin.file,
            take: origin.take ?? ("all" as const),
            megabytes: origin.megabytes ?? null
          }
        ]
      : []
  );
  return [...group(wanted, ({path}) => path)].map(([path, files]) => ({
    kind: "govuk",
    what: files.map(({source}) => source.id).join(", "),
    path,
    wanted: files.map(({source, file, take}) => ({source, file, take})),
    megabytes: addSizes(
      files.map(
        ({megabytes, take, source}) =>
          megabytes && megabytes * (take === "all" ? 1 : findNewestYear(source.years) - source.years.first + 1)
      )
    )
  }));
}

function others(source: Source, origin: Origin, wanted: Wanted): Task[] {
  const {id} = source;
  const megabytes = origin.megabytes ?? null;
  if (origin.service === "register")
    return [{kind: "register", what: `${id}: ${origin.name}`, source, origin, megabytes}];
  if (origin.service === "explore_education_statistics") {
    return [{kind: "statistics", what: `${id}: ${origin.publication}`, source, origin, megabytes}];
  }
  if (origin.service === "statistics_rows") {
    return [{kind: "rows", what: `${id}: ${origin.publication}`, source, origin, megabytes}];
  }
  if (origin.service === "finance_workbooks") {
    return planYears(source, origin, wanted).map((year) => {
      const what = `${id} ${formatAcademicYear(year)}`;
      return {kind: "workbook", what, source, origin, year, expected: year <= findNewestYear(source.years), megabytes};
    });
  }
  return [];
}

/** The years a source has at an origin, within those wanted. */
function planYears({years}: Source, origin: Origin, {years: wanted, newest}: Wanted): AcademicYear[] {
  const first = Math.max(origin.years?.first ?? years.first, wanted?.first ?? -Infinity);
  const last = Math.min(origin.years?.last ?? newest, newest, wanted?.last ?? Infinity);
  return range(first, last + 1).filter((year) => !years.not_published?.includes(year));
}

const planTable = (source: Source, {token, member}: Of<"performance_tables">, year: AcademicYear): Table => ({
  source,
  token,
  member,
  slot: `${source.id} ${token} ${year}`,
  folder: `${source.id}/${year - 1}-${year}`
});

/** One archive of a year, of these tables. Tables of the last two years are corrected under the same name. */
export function planArchive(
  year: AcademicYear,
  tables: readonly Table[],
  {publishers, newest}: {publishers: Publishers; newest: AcademicYear}
): ArchiveDownload {
  const ids = [...new Set(tables.map(({source}) => source.id))].join(", ");
  const url = performanceTablesAddress(
    year,
    tables.map(({token}) => token),
    publishers
  );
  const expected = tables.every(({source}) => year <= findNewestYear(source.years));
  const what = `${formatAcademicYear(year)}: ${ids}`;
  return {kind: "archive", what, year, url, expected, unchanging: year < newest - 1, tables};
}
