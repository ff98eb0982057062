import type {Source} from "../../src/published-files/source.ts";
import {askJson, lacks} from "./json.ts";
import {isWhole, type FileDownload} from "./downloads.ts";
import {PublisherError} from "./publisher-error.ts";
import type {Context} from "./context.ts";

interface Page {
  details: {attachments?: {url?: string; filename?: string}[]};
}

/**
 * The files attached to a page of GOV.UK whose names fit what a source wants
 * of it; where several want one, its header will tell whose it is. Their
 * addresses hold a hash of the upload and change with it, so an address held
 * is a file held.
 *
 * Throws a PublisherError where no attachment fits.
 */
export async function govukDownloads(
  path: string,
  wanted: readonly {source: Source; file: string}[],
  context: Context
): Promise<FileDownload[]> {
  const url = `${context.publishers.govuk}/api/content${path}`;
  const page = await askJson<Page>({url}, (value) => lacks(value, {details: "object"}), context);
  const attached = (page.details.attachments ?? []).flatMap(({url: at, filename}) => {
    const name = filename ?? at?.split("/").at(-1);
    return at && name ? [{url: at, name: decodeURIComponent(name)}] : [];
  });
  const downloads = attached.flatMap(({url: at, name}) => {
    const sources = wanted.filter(({file}) => isWhole(file, name)).map(({source}) => source);
    return sources.length ? [downloadFor(sources, {url: at, name})] : [];
  });
  if (downloads.length === 0) {
    const patterns = wanted.map(({file}) => file).join(" or ");
    throw new PublisherError(`${url} has no attachment named like ${patterns}, among ${attached.length}`);
  }
  return downloads;
}

const downloadFor = (sources: readonly Source[], {url, name}: {url: string; name: string}): FileDownload => ({
  kind: "file",
  what: `${sources.map(({id}) => id).join(" or ")}: ${name}`,
  sources,
  slot: `govuk ${name}`,
  places: [{url, path: `${sources[0]!.id}/${name}`}],
  settled: true,
  provenance: {}
});
