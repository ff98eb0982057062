import {mkdir, writeFile} from "node:fs/promises";
import {dirname, join} from "node:path";
import type {Published} from "./csv.ts";

/** Writes a file to its path in a folder. */
export async function writePublished(folder: string, {path, bytes}: Published): Promise<void> {
  await mkdir(dirname(join(folder, path)), {recursive: true});
  await writeFile(join(folder, path), bytes);
}
