import {fitsPattern, nearestNames, sayPattern} from "../../../src/published-files/file-pattern.ts";
import type {Origin} from "../../../src/published-files/origin.ts";
import {askJson, lacks} from "../json.ts";
import {PublisherError} from "../publisher-error.ts";
import type {Run} from "../run.ts";
import type {CatalogueFile, Listing} from "./objects.ts";

type Statistics = Extract<Origin, {service: "explore_education_statistics"}>;

/** What a list is asked with. */
type Asking = Pick<Run, "context" | "listings">;

/** The most rows a page of the list may have. */
const PAGE_SIZE = 40;

/**
 * The data file whose name fits, of the newest release that has one, or of the
 * release named. A publication has several releases a year, and the latest may
 * hold part of a year only.
 *
 * Throws a PublisherError where none fits, or several of one release do.
 */
export async function catalogueFile(origin: Statistics, run: Asking): Promise<CatalogueFile> {
  const {file, title = ""} = origin;
  const isWanted = (one: CatalogueFile): boolean =>
    fitsPattern(file, one.filename.replace(/\.csv$/i, "")) || (title !== "" && fitsPattern(title, one.title ?? ""));
  const listed: CatalogueFile[] = [];
  const address = await listAddress(origin, run);
  for (let page = 1; ; page++) {
    const {results, paging} = await listing(`${address}&page=${page}&pageSize=${PAGE_SIZE}`, run);
    listed.push(...results);
    const fitting = pickNewest(listed.filter(isWanted));
    if (fitting.length === 1) return fitting[0];
    if (fitting.length > 1) {
      const names = fitting.map(({filename}) => filename).sort();
      throw new PublisherError(
        `${where(origin)}: several files are named like ${sayPattern(file)}: ${names.join(", ")}`,
        {
          fix: "take the right one by hand, as listed"
        }
      );
    }
    if (page < paging.totalPages && results.length > 0) continue;
    const names = [...new Set(listed.map(({filename}) => filename))];
    const nearest = nearestNames(file, names).join(", ") || "there is none at all";
    throw new PublisherError(
      `${where(origin)}: no file is named like ${sayPattern(file)}, among ${names.length}; the nearest: ${nearest}`,
      {status: 404, fix: "look on the publication’s page whether one of these is meant, and get it by hand"}
    );
  }
}

const where = ({publication, release}: Statistics): string => `${publication}${release ? ` ${release}` : ""}`;

/** The address of the list: of one release, or of all, the newest first. */
async function listAddress({publication, release}: Statistics, {context}: Asking): Promise<string> {
  const content = context.publishers.statistics_content;
  const at = `${content}/publications/${encodeURIComponent(publication)}`;
  const whole = release === undefined ? at : `${at}/releases/${encodeURIComponent(release)}/version-summary`;
  const {id} = await askJson<{id: string}>({url: whole}, (value) => lacks(value, {id: "string"}), context);
  const of = encodeURIComponent(id);
  return release === undefined
    ? `${content}/data-set-files?publicationId=${of}&latestOnly=false&sort=published&sortDirection=Desc`
    : `${content}/data-set-files?releaseId=${of}`;
}

/** One page of a list, asked for once a run. */
function listing(url: string, {context, listings}: Asking): Promise<Listing> {
  const asked =
    listings.get(url) ??
    askJson<Listing>({url}, (value) => lacks(value, {paging: "object", results: "array"}), context);
  listings.set(url, asked);
  return asked;
}

/** Those of the release published last. */
function pickNewest(files: readonly CatalogueFile[]): CatalogueFile[] {
  const time = ({published, release}: CatalogueFile): string => `${published ?? ""} ${release.slug}`;
  const newest = files.reduce<CatalogueFile | null>(
    (best, file) => (best && time(best) >= time(file) ? best : file),
    null
  );
  return files.filter(({release}) => release.id === newest?.release.id);
}

/** The addresses of a data file of the catalogue: where it is kept, and the guarded site that only passes it on. */
export const catalogueAddresses = (
  id: string,
  {statistics_content, statistics_catalogue}: {statistics_content: string; statistics_catalogue: string}
): string[] => [
  `${statistics_content}/data-set-files/${encodeURIComponent(id)}/download`,
  `${statistics_catalogue}/data-catalogue/data-set/${encodeURIComponent(id)}/csv`
];

/** What changes with every correction of a file; nothing, if the list does not say. */
export const readMark = ({fileId, lastUpdated}: CatalogueFile): string | undefined =>
  [fileId, lastUpdated].filter((part) => part !== undefined).join(" ") || undefined;
