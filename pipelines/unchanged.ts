import {createHash} from "node:crypto";
import {existsSync} from "node:fs";
import {readdir, readFile, rename, stat, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {codeHash} from "./cache/made-from.ts";
import {checksum} from "./fetch/raw-folder.ts";
import {listTables} from "./read/read-folder.ts";
import type {FilesRead} from "./read/published-file.ts";
import {resolveFromPipelines} from "./warehouse.ts";

/** What stands beside a release: what it was made from, how its files stood, and what its run said at the end. */
interface Note {
  hash: string;
  files: string;
  warehouse: string;
  said: string[];
}

/** Facts and figures that a release holds besides those of the folder read. */
const committed = ["../data/partnerships", "../data/validation", "../package.json"].map(resolveFromPipelines);

const notePath = (to: string): string => join(to, "release.made-from.json");

/**
 * A hash of all that a release is made from: code, plan and published files (`tables`, as the kept tables have it), lists
 * and tables of facts, what was found of the other files, and the options of the run.
 */
export async function hashInputs(
  {left, lists, tables, unknown, accepted, metadata, copies}: FilesRead,
  {tables: earlier, work, options}: {tables: string; work: string; options: unknown}
): Promise<string> {
  const hash = createHash("sha256")
    .update(earlier)
    .update(await codeHash(committed));
  const found = {lists, tables, unknown, accepted, metadata, copies, left: left.map(({message}) => message)};
  hash.update(JSON.stringify({...found, options}));
  for (const {table} of tables) hash.update(await readFile(join(listTables(work), table)));
  return hash.digest("hex");
}

/**
 * What the run that made a release said at its end, where it was made from the same and neither it nor its warehouse was
 * touched since; null otherwise. Files of the release are known by size and time, the warehouse by its bytes.
 */
export async function findUnchanged(to: string, hash: string): Promise<string[] | null> {
  if (![notePath(to), join(to, "release"), join(to, "schools.duckdb")].every((path) => existsSync(path))) return null;
  const note = JSON.parse(await readFile(notePath(to), "utf8")) as Note;
  if (note.hash !== hash || note.files !== (await hashFolder(join(to, "release")))) return null;
  return note.warehouse === (await checksum(join(to, "schools.duckdb"))) ? note.said : null;
}

/** Notes beside a release, once it stands in its place, what it was made from. */
export async function noteInputs(to: string, {hash, said}: Pick<Note, "hash" | "said">): Promise<void> {
  const note: Note = {
    hash,
    files: await hashFolder(join(to, "release")),
    warehouse: await checksum(join(to, "schools.duckdb")),
    said
  };
  await writeFile(`${notePath(to)}.part`, `${JSON.stringify(note)}\n`);
  await rename(`${notePath(to)}.part`, notePath(to));
}

/** Of the names, sizes and times of all files below a folder. */
async function hashFolder(folder: string): Promise<string> {
  const entries = await readdir(folder, {recursive: true, withFileTypes: true});
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const hash = createHash("sha256");
  for (const path of paths.sort()) {
    const {size, mtimeMs} = await stat(path);
    hash.update(`${path.slice(folder.length)} ${size} ${mtimeMs}\n`);
  }
  return hash.digest("hex");
}
