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
 * Brings one file, from the first of its places that gives it. Of a file that
 * several hosts have, whatever is wrong with one leads to the next; of a daily
 * one, an absent day leads to the day before, and a refused one does so once.
 *
 * Throws a PublisherError if no place gives it.
 */
export async function downloadFile(wanted: FileDownload, run: Run): Promise<Delivered> {
  const held = await heldWithMark(wanted, run);
  if (held) return held;
  const {places, places_are, what} = wanted;
  const errors: PublisherError[] = [];
  for (const place of places) {
    try {
      return await downloadFrom(place, {wanted, forgive: places_are === "days" && errors.every(isAbsent)}, run);
    } catch (error) {
      if (!(error instanceof PublisherError) || places.length === 1) throw error;
      const goesOn =
        places_are === "hosts" ? !isOurs(error) : isAbsent(error) || (isRefusal(error) && errors.every(isAbsent));
      if (!goesOn) throw error;
      errors.push(error);
    }
  }
  if (places_are === "hosts") throw joinErrors(errors);
  throw new PublisherError(`${what}: not there on any of ${places.length} days`, {status: 404});
}

const isAbsent = (error: PublisherError): boolean => error.status === 404 || error.codes.includes(PAGE);

/** Whether the publisher would not, or could not, give a file: of today’s it may be too early. */
const isRefusal = ({status, temporary}: PublisherError): boolean => temporary || status === 403;

/** Whether an error is about what came, or about what is here: another host would bring the same. */
const isOurs = ({status, temporary, codes}: PublisherError): boolean =>
  status === null && !temporary && !codes.includes(PAGE);

/** One error that says what each host answered. */
function joinErrors(errors: readonly PublisherError[]): PublisherError {
  const {status, temporary, codes, fix} = errors[0];
  return new PublisherError(errors.map(({message}) => message).join("; nor from the other host: "), {
    status,
    codes,
    fix,
    temporary: temporary || errors.some((error) => error.temporary)
  });
}

/** The file as it is held, if the publisher's mark says that it is still the same. */
async function heldWithMark({slot, provenance: {mark}}: FileDownload, run: Run): Promise<Delivered | null> {
  const file =
    run.again || mark === undefined ? undefined : run.lock.files.find((f) => f.slot === slot && f.mark === mark);
  if (!file || (await heldAt(file.path, run)).state !== "ours") return null;
  return {path: file.path, outcome: "kept", bytes: file.bytes, notes: []};
}

async function downloadFrom(
  {url, path, slot}: FileDownload["places"][number],
  {wanted, forgive}: {wanted: FileDownload; forgive: boolean},
  run: Run
): Promise<Delivered> {
  const {context, unfinished, progress} = run;
  const {mark} = wanted.provenance;
  const listed = run.lock.files.find((file) => file.url === url && file.member === null);
  const held = await heldAt(listed?.path ?? path, run);
  const ours = held.state === "ours" && held.file.url === url && mark === undefined ? held.file : null;
  const reportKept = (file: LockedFile): Delivered => ({
    path: file.path,
    outcome: "kept",
    bytes: file.bytes,
    notes: []
  });
  if (ours && !run.again && (wanted.unchanging || !hasMark(ours))) return reportKept(ours);

  const known = ours && !run.again ? ours : null;
  const came = await transfer(url, unfinished, {known, forgive, progress: (n) => progress(wanted.what, n)}, context);
  if (came === null) return reportKept(known!);
  const bytes = await readTransferred(came, url, run);
  refuseOtherFormat(bytes, url, /\.(xlsx|zip)$/i.test(path) ? "archive" : "csv");
  const {folder, files} = await validate([{path, expected: wanted.sources, bytes}], unfinished, run);
  try {
    const arrival = {url, slot: slot ?? wanted.slot, member: null, came, provenance: wanted.provenance};
    return await commit(files[0], {...arrival, ...(wanted.series ? {series: wanted.series} : {})}, run);
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
}

/** Whether the publisher gave something by which to ask if the file has changed. */
const hasMark = ({etag, last_modified}: LockedFile): boolean => etag !== null || last_modified !== null;

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
