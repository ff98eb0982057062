import {createHash} from "node:crypto";
import {readTransferred} from "./download-file.ts";
import {isPage} from "./body.ts";
import {transfer} from "./transfer.ts";
import {heldAt, occupied} from "./raw-folder.ts";
import {METADATA} from "./lock.ts";
import type {ArchiveDownload, Table} from "./downloads.ts";
import {performanceTablesMetadataAddress} from "./performance-tables.ts";
import {PublisherError} from "./publisher-error.ts";
import {putInPlace} from "./raw-folder.ts";
import type {Delivered, Run} from "./run.ts";

/**
 * Brings the publisher's own list of the columns of a performance table: CSV
 * in early years, a workbook in later ones. It goes where the pipeline does
 * not look. One that is held is kept. Throws a PublisherError for a page in
 * its place, which the service often sends.
 */
export async function downloadMetadata({source, token}: Table, {year}: ArchiveDownload, run: Run): Promise<Delivered> {
  const slot = `metadata ${source.id} ${token} ${year}`;
  const known = run.lock.files.find((file) => file.slot === slot);
  if (known && !run.again && (await heldAt(known.path, run)).state === "ours") {
    return {path: known.path, outcome: "kept", bytes: known.bytes, notes: []};
  }
  const {context, unfinished, progress, to, lock} = run;
  const url = performanceTablesMetadataAddress(year, token, context.publishers);
  const came = (await transfer(url, unfinished, {known: null, progress: (n) => progress(slot, n)}, context))!;
  const bytes = await readTransferred(came, url, run);
  if (bytes.length === 0 || isPage(bytes)) throw new PublisherError(`${url} sends a page, not metadata`);
  const ending = bytes.subarray(0, 2).toString("latin1") === "PK" ? "xlsx" : "csv";
  const path = `${METADATA}/${source.id}/${year - 1}-${year}_${token}_meta.${ending}`;
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const held = await heldAt(path, run);
  if (held.state === "another" && held.sha256 !== sha256) throw occupied(path, to);
  await putInPlace(bytes, path, run);
  await lock.put({
    path,
    source: source.id,
    slot,
    url,
    member: null,
    sha256,
    bytes: bytes.length,
    retrieved: new Date(context.now()).toISOString(),
    licence: source.licence,
    stage: null,
    year,
    snapshot: null,
    etag: came.etag,
    last_modified: came.last_modified
  });
  return {path, outcome: "came", bytes: bytes.length, notes: []};
}
