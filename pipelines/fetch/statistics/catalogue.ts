import type {Origin} from "../../../src/published-files/origin.ts";
import {askJson, lacks} from "../json.ts";
import {isWhole} from "../downloads.ts";
import {PublisherError} from "../publisher-error.ts";
import type {Context} from "../context.ts";
import type {Paginated} from "./objects.ts";
import {everyPage} from "./pages.ts";

type Statistics = Extract<Origin, {service: "explore_education_statistics"}>;

/** One data file of the catalogue. Its id changes with every release; the API data set's does not. */
export interface CatalogueFile {
  id: string;
  filename: string;
  release: {slug: string};
  api?: {id: string; version: string};
}

/**
 * The data file of a publication's latest release, or of the release named,
 * whose name fits.
 *
 * Throws a PublisherError where none fits, or several do.
 */
export async function catalogueFile(
  {publication, release, file}: Statistics,
  context: Context
): Promise<CatalogueFile> {
  const content = context.publishers.statistics_content;
  const at = `${content}/publications/${encodeURIComponent(publication)}`;
  const whole = release === undefined ? at : `${at}/releases/${encodeURIComponent(release)}/version-summary`;
  const {id} = await askJson<{id: string}>({url: whole}, (value) => lacks(value, {id: "string"}), context);
  const which = release === undefined ? "publicationId" : "releaseId";
  const files = await everyPage((page) =>
    askJson<Paginated<CatalogueFile>>(
      {url: `${content}/data-set-files?${which}=${encodeURIComponent(id)}&page=${page}&pageSize=40`},
      (value) => lacks(value, {paging: "object", results: "array"}),
      context
    )
  );
  const fitting = files.filter(({filename}) => isWhole(file, filename.replace(/\.csv$/i, "")));
  if (fitting.length === 1) return fitting[0]!;
  const named = (fitting.length ? fitting : files).map(({filename}) => filename).sort();
  const shown = named.length > 12 ? [...named.slice(0, 12), `and ${named.length - 12} more`] : named;
  const problem = fitting.length ? "several files are" : "no file is";
  throw new PublisherError(
    `${publication}${release ? ` ${release}` : ""}: ${problem} named like ${file}: ${shown.join(", ") || "none at all"}`,
    {fix: "look at the publication’s page, and put the name as it is now in the source’s descriptor"}
  );
}

/** The address of a data file of the catalogue. */
export const catalogueAddress = (id: string, {statistics_catalogue}: Context["publishers"]): string =>
  `${statistics_catalogue}/data-catalogue/data-set/${encodeURIComponent(id)}/csv`;
