import {randomUUID} from "node:crypto";
import {mkdir, rename, writeFile} from "node:fs/promises";
import {dirname, join} from "node:path";
import type {Run} from "./run.ts";

/** Writes bytes to a path of the folder of raw files, whole or not at all: first beside it, then moved. */
export async function putInPlace(bytes: Buffer, path: string, {to, unfinished}: Run): Promise<void> {
  const partial = join(unfinished, `${randomUUID()}.whole`);
  await writeFile(partial, bytes);
  await mkdir(dirname(join(to, path)), {recursive: true});
  await rename(partial, join(to, path));
}
