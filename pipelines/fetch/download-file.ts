import {readFile, rm} from "node:fs/promises";
import {transfer, type Transferred} from "./transfer.ts";
import {unpacked} from "./body.ts";
import {heldAt} from "./raw-folder.ts";
import {commit} from "./commit.ts";
import type {LockedFile} from "./lock.ts";
import {PAGE, refuseOtherFormat} from "./sniff.ts";
import type {FileDownload} from "./downloads.ts";
import {validate} from "./validate.ts";
import {PublisherError} from "./publisher-error.ts";
import type {Delivered, Run} from "./run.ts";

/**
 * Brings one file, from the first of its places where it is. Throws a
 * PublisherError if it is at none, or is refused.
 */
export async function downloadFile(wanted: FileDownload, run: Run): Promise<Delivered> {
  const {places, what} = wanted;
  for (const place of places) {
    try {
      return await downloadFrom(place, wanted, run);
    } catch (error) {
      if (places.length === 1 || !isAbsent(error)) throw error;
    }
  }
  throw new PublisherError(`${what}: not there on any of ${places.length} days`, {status: 404});
}

const isAbsent = (error: unknown): boolean =>
  error instanceof PublisherError && (error.status === 404 || error.codes.includes(PAGE));

async function downloadFrom(
  {url, path, slot}: FileDownload["places"][number],
  wanted: FileDownload,
  run: Run
): Promise<Delivered> {
  const {context, unfinished, progress} = run;
  const listed = run.lock.files.find((file) => file.url === url && file.member === null);
  const held = await heldAt(listed?.path ?? path, run);
  const ours = held.state === "ours" && held.file.url === url ? held.file : null;
  const kept = (file: LockedFile): Delivered => ({path: file.path, outcome: "kept", bytes: file.bytes, notes: []});
  if (ours && !run.again && (wanted.settled || !canTell(ours))) return kept(ours);

  const known = ours && !run.again ? ours : null;
  const came = await transfer(url, unfinished, {known, progress: (n) => progress(wanted.what, n)}, context);
  if (came === null) return kept(known!);
  const bytes = await readTransferred(came, url, run);
  refuseOtherFormat(bytes, url, /\.(xlsx|zip)$/i.test(path) ? "archive" : "csv");
  const {folder, files} = await validate([{path, expected: wanted.sources, bytes}], unfinished, run);
  try {
    const arrival = {url, slot: slot ?? wanted.slot, member: null, came, provenance: wanted.provenance};
    return await commit(files[0]!, {...arrival, ...(wanted.series ? {series: wanted.series} : {})}, run);
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
}

/** Whether the publisher gave something by which to ask if the file has changed. */
const canTell = ({etag, last_modified}: LockedFile): boolean => etag !== null || last_modified !== null;

/** The bytes of a download, unpacked if they came as gzip, with or without saying so. The download is gone then. */
export async function readTransferred({path, content_encoding}: Transferred, url: string, run: Run): Promise<Buffer> {
  try {
    if (content_encoding !== null && content_encoding !== "gzip") {
      throw new PublisherError(`${url} is packed as ${content_encoding}, which was not asked for`);
    }
    return unpacked(await readFile(path), url, run.context.limits);
  } finally {
    await rm(path, {force: true});
  }
}
