import {createHash} from "node:crypto";
import {existsSync} from "node:fs";
import {readdir, readFile, rename, writeFile} from "node:fs/promises";
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
 * touched since; null otherwise. Both are known by their bytes: a disk that fails changes neither size nor time.
 */
export async function findUnchanged(to: string, hash: string): Promise<string[] | null> {
  if (![notePath(to), join(to, "release"), join(to, "schools.duckdb")].every((path) => existsSync(path))) return null;
  const note = await readNote(to);
  if (note?.hash !== hash || note.files !== (await hashFolder(join(to, "release")))) return null;
  return note.warehouse === (await checksum(join(to, "schools.duckdb"))) ? note.said : null;
}

/** The note beside a release; null where it is not as a run writes it, so that the release is made again. */
async function readNote(to: string): Promise<Note | null> {
  let read: unknown;
  try {
    read = JSON.parse(await readFile(notePath(to), "utf8"));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return null;
  }
  const {hash, files, warehouse, said} = (read ?? {}) as Partial<Record<keyof Note, unknown>>;
  const isText = (one: unknown): one is string => typeof one === "string";
  if (![hash, files, warehouse].every(isText) || !Array.isArray(said) || !said.every(isText)) return null;
  return read as Note;
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

/** Of the names and bytes of all files below a folder. */
async function hashFolder(folder: string): Promise<string> {
  const entries = await readdir(folder, {recursive: true, withFileTypes: true});
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const hash = createHash("sha256");
  for (const path of paths.sort()) {
    hash.update(`${path.slice(folder.length)} ${await checksum(path)}\n`);
  }
  return hash.digest("hex");
}
