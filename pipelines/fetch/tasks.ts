import {group, range} from "d3";
import {formatAcademicYear, type AcademicYear} from "../../src/vocabulary/academic-year.ts";
import {originsOf, type Origin} from "../../src/published-files/origin.ts";
import type {Source} from "../../src/published-files/source.ts";
import type {ArchiveDownload, Table} from "./downloads.ts";
import {performanceTablesAddress} from "./performance-tables.ts";
import type {Publishers} from "./publishers.ts";

type Of<S extends Origin["service"]> = Extract<Origin, {service: S}>;

/** One thing to fetch, before anybody was asked: pure, so that a dry run is the same list. */
export type Task =
  | ArchiveDownload
  | {kind: "register"; what: string; source: Source; origin: Of<"register">}
  | {kind: "statistics"; what: string; source: Source; origin: Of<"explore_education_statistics">}
  | {kind: "workbook"; what: string; source: Source; origin: Of<"finance_workbooks">; year: AcademicYear}
  | {kind: "govuk"; what: string; path: string; wanted: readonly {source: Source; file: string}[]};

/** The first and last academic year wanted. */
export interface Years {
  first: AcademicYear;
  last: AcademicYear;
}

/**
 * What to fetch for these sources: a performance-tables archive a year, a
 * workbook a year, the newest file of everything else. Years bound what comes
 * by the year; without them, all that the descriptors know.
 */
export function listTasks(sources: readonly Source[], years: Years | null, publishers: Publishers): Task[] {
  const origins = sources.flatMap((source) => originsOf(source).map((origin) => ({source, origin})));
  const tables = origins.flatMap(({source, origin}) =>
    origin.service === "performance_tables"
      ? yearsOf(source, origin, years).map((year) => ({year, table: tableOf(source, origin, year)}))
      : []
  );
  const tableYears = [...new Set(tables.map(({year}) => year))].sort((a, b) => a - b);
  const archives = tableYears.map((year) =>
    archiveOf(
      year,
      tables.filter((t) => t.year === year).map(({table}) => table),
      publishers
    )
  );
  return [...archives, ...pagesOf(origins), ...origins.flatMap(({source, origin}) => others(source, origin, years))];
}

/** One task a page of GOV.UK, for all that want files of it. */
function pagesOf(origins: readonly {source: Source; origin: Origin}[]): Task[] {
  const wanted = origins.flatMap(({source, origin}) =>
    origin.service === "govuk_content" ? [{path: origin.path, source, file: origin.file}] : []
  );
  return [...group(wanted, ({path}) => path)].map(([path, files]) => {
    const what = files.map(({source}) => source.id).join(", ");
    return {kind: "govuk", what, path, wanted: files.map(({source, file}) => ({source, file}))};
  });
}

function others(source: Source, origin: Origin, years: Years | null): Task[] {
  const {id} = source;
  if (origin.service === "register") return [{kind: "register", what: `${id}: ${origin.name}`, source, origin}];
  if (origin.service === "explore_education_statistics") {
    return [{kind: "statistics", what: `${id}: ${origin.publication}, ${origin.file}`, source, origin}];
  }
  if (origin.service === "finance_workbooks") {
    return yearsOf(source, origin, years).map((year) => {
      const what = `${id} ${formatAcademicYear(year)}`;
      return {kind: "workbook", what, source, origin, year};
    });
  }
  return [];
}

/** The years a source has at an origin, within those wanted. */
function yearsOf({years}: Source, origin: Origin, wanted: Years | null): AcademicYear[] {
  const first = Math.max(years.first, origin.years?.first ?? -Infinity, wanted?.first ?? -Infinity);
  const last = Math.min(years.last, origin.years?.last ?? Infinity, wanted?.last ?? Infinity);
  return range(first, last + 1).filter((year) => !years.not_published?.includes(year));
}

const tableOf = (source: Source, {token, member}: Of<"performance_tables">, year: AcademicYear): Table => ({
  source,
  token,
  member,
  slot: `${source.id} ${token} ${year}`,
  folder: `${source.id}/${year - 1}-${year}`
});

/** One archive of a year, of these tables. */
export function archiveOf(year: AcademicYear, tables: readonly Table[], publishers: Publishers): ArchiveDownload {
  const ids = [...new Set(tables.map(({source}) => source.id))].join(", ");
  const url = performanceTablesAddress(
    year,
    tables.map(({token}) => token),
    publishers
  );
  return {kind: "archive", what: `${formatAcademicYear(year)}: ${ids}`, year, url, tables};
}
