import {readFile, rm} from "node:fs/promises";
import {download, type Downloaded} from "./download.ts";
import {unpacked} from "./body.ts";
import {heldAt} from "./held.ts";
import {keep} from "./keep.ts";
import type {LockedFile} from "./lock.ts";
import {PAGE, refuseWrongLooks} from "./looks.ts";
import type {FileParcel} from "./parcel.ts";
import {prove} from "./prove.ts";
import {PublisherError} from "./publisher-error.ts";
import type {Delivered, Run} from "./run.ts";

/**
 * Brings one file, from the first of its places where it is. Throws a
 * PublisherError if it is at none, or is refused.
 */
export async function bringFile(parcel: FileParcel, run: Run): Promise<Delivered> {
  const {places, what} = parcel;
  for (const place of places) {
    try {
      return await bringFrom(place, parcel, run);
    } catch (error) {
      if (places.length === 1 || !isAbsent(error)) throw error;
    }
  }
  throw new PublisherError(`${what}: not there on any of ${places.length} days`, {status: 404});
}

const isAbsent = (error: unknown): boolean =>
  error instanceof PublisherError && (error.status === 404 || error.codes.includes(PAGE));

async function bringFrom(
  {url, path, slot}: FileParcel["places"][number],
  parcel: FileParcel,
  run: Run
): Promise<Delivered> {
  const {surroundings, unfinished, progress} = run;
  const listed = run.lock.files.find((file) => file.url === url && file.member === null);
  const held = await heldAt(listed?.path ?? path, run);
  const ours = held.state === "ours" && held.file.url === url ? held.file : null;
  const kept = (file: LockedFile): Delivered => ({path: file.path, outcome: "kept", bytes: file.bytes, notes: []});
  if (ours && !run.again && (parcel.settled || !canTell(ours))) return kept(ours);

  const known = ours && !run.again ? ours : null;
  const came = await download(url, unfinished, {known, progress: (n) => progress(parcel.what, n)}, surroundings);
  if (came === null) return kept(known!);
  const bytes = await readDownload(came, url, run);
  refuseWrongLooks(bytes, url, /\.(xlsx|zip)$/i.test(path) ? "archive" : "csv");
  const {folder, files} = await prove([{path, expected: parcel.sources, bytes}], unfinished, run);
  try {
    const passage = {url, slot: slot ?? parcel.slot, member: null, came, provenance: parcel.provenance};
    return await keep(files[0]!, {...passage, ...(parcel.series ? {series: parcel.series} : {})}, run);
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
}

/** Whether the publisher gave something by which to ask if the file has changed. */
const canTell = ({etag, last_modified}: LockedFile): boolean => etag !== null || last_modified !== null;

/** The bytes of a download, unpacked if they came as gzip, with or without saying so. The download is gone then. */
export async function readDownload({path, content_encoding}: Downloaded, url: string, run: Run): Promise<Buffer> {
  try {
    if (content_encoding !== null && content_encoding !== "gzip") {
      throw new PublisherError(`${url} is packed as ${content_encoding}, which was not asked for`);
    }
    return unpacked(await readFile(path), url, run.surroundings.limits);
  } finally {
    await rm(path, {force: true});
  }
}
