import {readFile} from "node:fs/promises";
import {join} from "node:path";
import type {PublishedFile} from "../../../pipelines/read/published-file.ts";
import {fitsPattern} from "../../../src/published-files/file-pattern.ts";
import {listOrigins, type Origin} from "../../../src/published-files/origin.ts";
import type {Route} from "./asked.ts";
import {catalogue, type Publication} from "./catalogue.ts";
import {govuk, register, workbooks} from "./files.ts";
import {absenceSet} from "./made-data-set.ts";
import {performanceTables, type Tables} from "./performance-tables.ts";
import {statisticsApi, type MadeVersion} from "./statistics-api.ts";

/** One file at its publisher: by which origin, under which name. */
interface Stocked {
  origin: Origin;
  name: string;
  year: number | null;
  bytes: Buffer;
}

/**
 * Publishers that have the files of a folder, each where its source says that
 * it comes from; extracts of the register are of the day given. Returns also
 * the files that no origin has: they come by hand alone.
 */
export async function makePublishers(
  files: readonly PublishedFile[],
  folder: string,
  {day, origin}: {day: string; origin: () => string}
): Promise<{routes: Route[]; byHand: string[]}> {
  const stock: Stocked[] = [];
  const byHand: string[] = [];
  for (const file of files) {
    const name = makeName(file);
    const found = listOrigins(file.source).find((o) => serves(o, name));
    if (found) stock.push({origin: found, name, year: file.year, bytes: await writeBytes(file, folder)});
    else byHand.push(file.file);
  }
  return {routes: makeRoutes(stock, {day, origin}), byHand};
}

/** What the publisher calls the file: the year, which a download of one table carries before it, is not part of that. */
const makeName = ({file}: PublishedFile): string =>
  file
    .replace(/ › [^/]*$/, (sheet) => (/\.xlsx ›/.test(file) ? "" : sheet))
    .split(/\/| › /)
    .at(-1)!
    .replace(/^\d{4}-\d{4}_(?=england_)/, "");

const writeBytes = ({file, text}: PublishedFile, folder: string): Promise<Buffer> =>
  readFile(/\.zip ›/.test(file) ? text : join(folder, file.split(" › ")[0]));

function serves(origin: Origin, name: string): boolean {
  if (origin.service === "performance_tables") return fitsPattern(origin.member, name);
  if (origin.service === "register") return fitsPattern(`${origin.name}########.csv`, name);
  if (origin.service === "finance_workbooks") return fitsPattern(origin.file.replace("YEAR", "####-##"), name);
  if (origin.service === "govuk_content") return fitsPattern(origin.file, name);
  if (origin.service === "statistics_rows") return false;
  return fitsPattern(origin.file, name.replace(/\.csv$/, ""));
}

function makeRoutes(stock: readonly Stocked[], {day, origin}: {day: string; origin: () => string}): Route[] {
  const tables: Tables = {};
  const extracts: Record<string, Buffer> = {};
  const books: Record<string, Buffer> = {};
  const pages: Record<string, Record<string, Buffer>> = {};
  const publications = new Map<string, Publication>();
  const dataSets: Record<string, MadeVersion[]> = {};
  for (const {origin: from, name, year, bytes} of stock) {
    if (from.service === "performance_tables") (tables[`${year! - 1}-${year}`] ??= {})[from.token] = {name, bytes};
    if (from.service === "register") extracts[`${from.name}${day}.csv`] = bytes;
    if (from.service === "finance_workbooks") books[name] = bytes;
    if (from.service === "govuk_content") (pages[from.path] ??= {})[name] = bytes;
    if (from.service !== "explore_education_statistics") continue;
    const {publication: slug, release = "latest", api_data_set} = from;
    if (api_data_set) {
      dataSets[api_data_set] = [{version: "1.0", published: "2026-01-01T09:30:00Z", set: absenceSet, csv: bytes}];
      continue;
    }
    const publication = publications.get(slug) ?? {
      slug,
      id: slug,
      releases: [{slug: "latest", id: `${slug}.latest`, files: []}]
    };
    publications.set(slug, publication);
    const id = `${slug}.${release}`;
    const found = publication.releases.find((r) => r.id === id) ?? {slug: release, id, files: []};
    if (!publication.releases.includes(found)) publication.releases.push(found);
    found.files.push({id: `${id}.${name}`, filename: name, bytes});
  }
  return [
    performanceTables(tables),
    register(extracts),
    workbooks(books),
    govuk(pages, {origin}),
    catalogue([...publications.values()]),
    statisticsApi(dataSets)
  ];
}
