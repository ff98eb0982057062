import {existsSync} from "node:fs";
import {mkdir, rename, rm} from "node:fs/promises";
import {dirname, join} from "node:path";
import {stages} from "../../src/published-files/file-name.ts";
import type {Source} from "../../src/published-files/source.ts";
import type {Transferred} from "./transfer.ts";
import {checksum, heldAt, occupied} from "./raw-folder.ts";
import type {LockedFile} from "./lock.ts";
import type {Provenance} from "./downloads.ts";
import type {Validated} from "./validate.ts";
import type {Delivered, Run} from "./run.ts";
import {noteOnSize} from "./sizes.ts";

/** How a validated file came to us. */
export interface Arrival {
  url: string;
  slot: string;
  member: string | null;
  came: Transferred;
  provenance: Provenance;
  series?: string;
}

/**
 * Moves a validated file into its place and records it, in the place of the file
 * with the same slot. Throws a PublisherError, and changes nothing, where the
 * place holds somebody else’s file or the size is a surprise.
 */
export async function commit(validated: Validated, arrival: Arrival, run: Run): Promise<Delivered> {
  const {to, lock, context} = run;
  const {path, sha256, staged, bytes, year, stage, snapshot} = validated;
  const held = await heldAt(path, run);
  if (held.state === "another" && held.sha256 !== sha256) throw occupied(path, to);
  const last = lock.files.find(({slot}) => slot === arrival.slot);
  const earlier = last ?? pickNewest(lock.files, arrival.series);
  const notes = noteOnSize(bytes.length, earlier, {path, any_size: run.any_size});
  if (last && sameState(last, arrival) && last.sha256 !== sha256) {
    notes.push("its content changed, though its address and version did not");
  }
  await mkdir(dirname(join(to, path)), {recursive: true});
  await rename(staged, join(to, path));
  if (last && last.path !== path) notes.push(...(await removeSuperseded(last, to)));
  for (const file of isContained(lock.files, {...arrival, path, stage})) {
    notes.push(...(await removeSuperseded(file, to)));
    await lock.drop(file.path);
  }
  const {etag, last_modified} = arrival.came;
  await lock.put({
    path,
    source: validated.source.id,
    slot: arrival.slot,
    url: arrival.url,
    member: arrival.member,
    sha256,
    bytes: bytes.length,
    retrieved: new Date(context.now()).toISOString(),
    licence: readLicence(validated.source),
    stage,
    year,
    snapshot,
    etag,
    last_modified,
    ...arrival.provenance
  });
  return {path, outcome: last?.sha256 === sha256 && last.path === path ? "kept" : "came", bytes: bytes.length, notes};
}

/**
 * Earlier files of the same series whose years are all in the new one, in no
 * earlier a stage. A rolling file of other years stays: it has years that the
 * new one has no longer.
 */
function isContained(
  files: readonly LockedFile[],
  {series, slot, path, stage, provenance: {period}}: Arrival & Pick<LockedFile, "path" | "stage">
): LockedFile[] {
  if (series === undefined || period === undefined) return [];
  return files.filter(
    (file) =>
      file.slot.startsWith(series) &&
      file.slot !== slot &&
      file.path !== path &&
      file.period !== undefined &&
      period.first <= file.period.first &&
      file.period.last <= period.last &&
      (stage === null || file.stage === null || stages.indexOf(file.stage) <= stages.indexOf(stage))
  );
}

const readLicence = ({licence}: Source): string => licence;

const pickNewest = (files: readonly LockedFile[], series: string | undefined): LockedFile | undefined =>
  series === undefined
    ? undefined
    : files
        .filter(({slot}) => slot.startsWith(series))
        .sort((a, b) => (a.slot < b.slot ? -1 : 1))
        .at(-1);

/** Whether the publisher gives two downloads as the same state of a file. Archives are made anew each time, and say nothing. */
const sameState = (last: LockedFile, {url, member, provenance}: Arrival): boolean =>
  member === null &&
  last.url === url &&
  last.version === provenance.version &&
  last.mark === provenance.mark &&
  last.file_id === provenance.file_id &&
  (provenance.version ?? provenance.file_id) !== undefined;

/** Removes the file that another one replaces, if it is as it was fetched; if a person changed it, says that it stays. */
async function removeSuperseded({path, sha256}: LockedFile, to: string): Promise<string[]> {
  const at = join(to, path);
  if (!existsSync(at)) return [];
  if ((await checksum(at)) !== sha256)
    return [`${path}, which it replaces, was changed by hand and stays: move it away`];
  await rm(at);
  return [`in the place of ${path}`];
}
