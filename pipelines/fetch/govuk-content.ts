import {sayPattern, fitsPattern, nearestNames} from "../../src/published-files/file-pattern.ts";
import type {Source} from "../../src/published-files/source.ts";
import type {Context} from "./context.ts";
import type {FileDownload} from "./downloads.ts";
import {askJson, lacks} from "./json.ts";
import {PublisherError} from "./publisher-error.ts";
import type {Attached} from "./tasks.ts";

interface Page {
  details: {attachments?: {url?: string; filename?: string}[]};
}

interface Attachment {
  url: string;
  name: string;
}

/**
 * The files attached to a page of GOV.UK whose names fit what a source wants
 * of it; where several want one, its header says whose it is. Their
 * addresses hold a hash of the upload and change with it, so an address held
 * is a file held.
 *
 * Throws a PublisherError where no attachment fits.
 */
export async function govukDownloads(
  path: string,
  wanted: readonly Attached[],
  context: Context
): Promise<FileDownload[]> {
  const url = `${context.publishers.govuk}/api/content${path}`;
  const page = await askJson<Page>({url}, (value) => lacks(value, {details: "object"}), context);
  const attached = (page.details.attachments ?? []).flatMap(({url: at, filename}): Attachment[] => {
    const name = filename ?? at?.split("/").at(-1);
    return at && name ? [{url: at, name: decodeURIComponent(name)}] : [];
  });
  const selected = wanted.map((one) => ({source: one.source, chosen: select(attached, one)}));
  const downloads = attached.flatMap((attachment) => {
    const sources = selected.filter(({chosen}) => chosen.includes(attachment)).map(({source}) => source);
    return sources.length ? [downloadFor(sources, attachment)] : [];
  });
  if (downloads.length === 0) {
    const patterns = wanted.map(({file}) => sayPattern(file)).join(" or ");
    const names = attached.map(({name}) => name);
    const nearest = nearestNames(wanted.map(({file}) => file).join(" "), names).join(", ");
    throw new PublisherError(
      `${url} has no attachment named like ${patterns}, among ${names.length}${nearest ? `; the nearest: ${nearest}` : ""}`
    );
  }
  return downloads;
}

/** The attachments that fit; of a monthly file the newest, and that of each August. */
function select(attached: readonly Attachment[], {file, take}: Attached): readonly Attachment[] {
  const fitting = attached.filter(({name}) => fitsPattern(file, name));
  if (take === "all") return fitting;
  const dated = fitting.map((attachment) => ({attachment, month: readMonth(attachment.name)}));
  const newest = dated.reduce<(typeof dated)[number] | null>(
    (best, one) => (one.month !== null && (best?.month ?? -1) < one.month ? one : best),
    null
  );
  return dated
    .filter((one) => one.month === null || one === newest || one.month % 12 === AUGUST)
    .map(({attachment}) => attachment);
}

const AUGUST = 7;

/** The month in a name as Ofsted writes it (31_Aug_2026, 30_June_2025, 30_Sept_2024), counted from the year 0; null if there is none. */
function readMonth(name: string): number | null {
  const [, word, year] = /_(\p{L}+)_(20\d\d)/u.exec(name) ?? [];
  const month = MONTHS.findIndex((start) => word?.toLowerCase().startsWith(start));
  return month < 0 ? null : Number(year) * 12 + month;
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

const downloadFor = (sources: readonly Source[], {url, name}: Attachment): FileDownload => ({
  kind: "file",
  what: `${sources.map(({id}) => id).join(" or ")}: ${name}`,
  sources,
  slot: `govuk ${name}`,
  places: [{url, path: `${sources[0].id}/${name}`}],
  places_are: "hosts",
  unchanging: true,
  provenance: {}
});
