import {createHash, randomUUID} from "node:crypto";
import {createReadStream, existsSync} from "node:fs";
import {mkdir, rename, writeFile} from "node:fs/promises";
import {dirname, join} from "node:path";
import {pipeline} from "node:stream/promises";
import {PublisherError} from "./publisher-error.ts";
import type {LockedFile} from "./lock.ts";
import type {Run} from "./run.ts";

/**
 * What is at a path: nothing, the file that was fetched there, or another one,
 * which a person put there or changed.
 */
export type Held = {state: "nothing"} | {state: "ours"; file: LockedFile} | {state: "another"; sha256: string};

/** What is at a path of the folder of raw files. */
export async function heldAt(path: string, {to, lock}: Pick<Run, "to" | "lock">): Promise<Held> {
  const at = join(to, path);
  if (!existsSync(at)) return {state: "nothing"};
  const sha256 = await checksum(at);
  const file = lock.files.find((f) => f.path === path);
  return file?.sha256 === sha256 ? {state: "ours", file} : {state: "another", sha256};
}

/** The SHA-256 of a file’s bytes, in hexadecimal. */
export async function checksum(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
}

/** What to do about a file of somebody else’s in the place of one that came. */
export const occupied = (path: string, to: string): PublisherError =>
  new PublisherError(`${join(to, path)} holds another file, which was not fetched or was changed since`, {
    fix: "move it away, or keep it and leave this one: nothing that a person put there is written over"
  });

/** Writes bytes to a path of the folder of raw files, whole or not at all: first beside it, then moved. */
export async function putInPlace(bytes: Buffer, path: string, {to, unfinished}: Run): Promise<void> {
  const partial = join(unfinished, `${randomUUID()}.whole`);
  await writeFile(partial, bytes);
  await mkdir(dirname(join(to, path)), {recursive: true});
  await rename(partial, join(to, path));
}
