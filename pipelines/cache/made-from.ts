import {createHash} from "node:crypto";
import {readdir, readFile, stat} from "node:fs/promises";
import {join} from "node:path";
import {resolveFromPipelines} from "../warehouse.ts";

/** What the sample and its release are made by: folders and files of the project. */
const makers = ["../pipelines", "../src", "../data/partnerships/local_authorities.csv", "../package-lock.json"].map(
  resolveFromPipelines
);

/** A hash of the code that makes a sample and runs the pipeline: while it stays, so does what they make. */
export async function codeHash(paths: readonly string[] = makers): Promise<string> {
  const hash = createHash("sha256");
  for (const maker of paths) {
    for (const path of await listFilesBelow(maker)) hash.update(await readFile(path)).update("\0");
  }
  return hash.digest("hex");
}

async function listFilesBelow(path: string): Promise<string[]> {
  if ((await stat(path)).isFile()) return [path];
  const entries = await readdir(path, {recursive: true, withFileTypes: true});
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
