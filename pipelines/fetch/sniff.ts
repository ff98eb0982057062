import Papa from "papaparse";
import {isPage} from "./body.ts";
import {PublisherError} from "./publisher-error.ts";

/** The code of a PublisherError for a page in place of a file, which some services send for “not there”. */
export const PAGE = "page";

/** Whether bytes begin as a zip archive does. */
export const isArchive = (bytes: Buffer): boolean => bytes.subarray(0, 4).toString("latin1") === "PK\x03\x04";

/**
 * Refuses what is plainly not the file asked for: nothing, a page, an archive
 * in place of a table or the other way round, a table cut off within a row.
 */
export function refuseOtherFormat(bytes: Buffer, url: string, expected: "csv" | "archive"): void {
  if (bytes.length === 0) throw new PublisherError(`${url} sends nothing`, {temporary: true});
  if (isPage(bytes)) throw new PublisherError(`${url} sends a page, not data`, {codes: [PAGE]});
  if (expected === "archive" && !isArchive(bytes)) throw new PublisherError(`${url} sends no zip archive`);
  if (expected === "csv" && isArchive(bytes)) throw new PublisherError(`${url} sends an archive, not a table`);
  if (expected === "csv" && isCutOff(bytes))
    throw new PublisherError(`${url} ends in the middle of a row`, {temporary: true});
}

/** Whether a table does not end with a line, and its last row has fewer cells than its header. */
function isCutOff(bytes: Buffer): boolean {
  if (bytes.at(-1) === 0x0a || bytes.at(-1) === 0x0d) return false;
  const last = bytes.lastIndexOf(0x0a);
  if (last < 0) return false;
  const cells = (line: Buffer): number =>
    Papa.parse<string[]>(line.toString("latin1"), {delimiter: ","}).data[0]?.length ?? 0;
  return cells(bytes.subarray(last + 1)) < cells(bytes.subarray(0, bytes.indexOf(0x0a)));
}
