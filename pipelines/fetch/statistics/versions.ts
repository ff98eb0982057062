import {askJson, lacks} from "../json.ts";
import {PublisherError} from "../publisher-error.ts";
import type {Context} from "../context.ts";
import type {DataSetVersion, Paginated} from "./objects.ts";
import {everyPage} from "./pages.ts";

/** The versions of a data set, newest first, withdrawn ones among them. */
export function fetchVersions(dataSet: string, context: Context): Promise<DataSetVersion[]> {
  const base = `${context.publishers.statistics_api}/v1/data-sets/${encodeURIComponent(dataSet)}/versions`;
  return everyPage((page) =>
    askJson<Paginated<DataSetVersion>>(
      {url: `${base}?page=${page}&pageSize=20`},
      (value) => lacks(value, {paging: "object", results: "array"}),
      context
    )
  );
}

/**
 * The version to read: the one named, exactly (1.0 is never 1.0.1), or without
 * a name the one published last. Withdrawn and deprecated ones are not taken
 * unasked. Throws a PublisherError where there is none.
 */
export function chooseVersion(
  versions: readonly DataSetVersion[],
  dataSet: string,
  named?: string
): DataSetVersion & {published: string} {
  const wanted = versions.filter(({version, status}) =>
    named === undefined ? status === "Published" : sameVersion(version, named)
  );
  const newest = wanted
    .filter((v): v is DataSetVersion & {published: string} => v.published !== undefined)
    .sort((a, b) => Date.parse(b.published) - Date.parse(a.published))[0];
  if (newest) return newest;
  const listed = versions.map(({version, status}) => `${version} ${status.toLowerCase()}`).join(", ") || "none";
  throw new PublisherError(`data set ${dataSet} has no version ${named ?? "that is published"}: ${listed}`);
}

/** “1.0” and “1.0.0” are one version, and “1.0.1” is another. */
const sameVersion = (a: string, b: string): boolean => full(a) === full(b);

const full = (version: string): string =>
  [...version.trim().replace(/^v/, "").split("."), "0", "0"].slice(0, 3).join(".");
