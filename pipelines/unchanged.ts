import {createHash} from "node:crypto";
import {existsSync} from "node:fs";
import {readdir, readFile, rename, writeFile} from "node:fs/promises";
import {join, relative, sep} from "node:path";
import {isDeepStrictEqual} from "node:util";
import {codeHash} from "./cache/made-from.ts";
import {checksum} from "./fetch/raw-folder.ts";
import {stampFolder, type FolderStamps} from "./read/folder-stamp.ts";
import type {FolderNote} from "./read/lists-alone.ts";
import {listTables} from "./read/read-folder.ts";
import type {FilesRead} from "./read/published-file.ts";
import {resolveFromPipelines} from "./warehouse.ts";
import {design} from "../src/design.ts";

/** What a release was made from, and what was said of it. */
interface Made {
  /** Of all that it is made from, by sizes and times (`stampInputs`); null where these say too little. */
  stamp: string | null;
  /** Of the code, the plan and the options alone. */
  terms: string;
  /** What was found in the folder, for a run in which only lists have changed since; null where all has to be read. */
  folder: FolderNote | null;
  /** The contents of all that it is made from (`hashInputs`). */
  hash: string;
  /** Of what the kept tables are made from alone (`computeHash`). */
  tables: string;
  /** What was said of the files that were read, and at the end of the run. */
  read: string[];
  said: string[];
}

/** What stands beside a release: the same, and the checksums of its files, by path, and of its warehouse. */
interface Note extends Made {
  files: Record<string, string>;
  warehouse: string;
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

/** What a run is about to read, by none of its contents. */
export interface Stamped extends Pick<Made, "stamp" | "terms"> {
  stamps: FolderStamps;
}

/**
 * A hash of code, plan and options of a run and of the sizes and times of the files in its folder, none of which is read.
 * Null where these would not show another change: then contents decide.
 */
export async function stampInputs(from: string, {now, options}: {now: Date; options: unknown}): Promise<Stamped> {
  const stamps = await stampFolder(from);
  // A file of a year to come is refused until that year is here.
  const year = now.getUTCFullYear();
  const terms = hashText(JSON.stringify({options, year, design, code: [await codeHash(), await codeHash(committed)]}));
  const isKnown = Object.values(stamps).every((stamp) => stamp !== null);
  return {terms, stamps, stamp: isKnown ? hashText(JSON.stringify({terms, stamps})) : null};
}

const hashText = (text: string): string => createHash("sha256").update(text).digest("hex");

/** What was found in the folder by a run with the same code, plan and options; null where it is not known. */
export async function findFolderNote(to: string, {terms}: Pick<Stamped, "terms">): Promise<FolderNote | null> {
  const note = await readNote(to);
  return note?.terms === terms ? note.folder : null;
}

/**
 * What the run that made a release said, where it was made from the same, by either hash, and neither it nor its warehouse
 * was touched since; null otherwise. Both are known by their bytes: a disk that fails changes neither size nor time.
 */
export async function findUnchanged(
  to: string,
  from: Pick<Made, "hash"> | {stamp: string}
): Promise<Pick<Made, "read" | "said"> | null> {
  if (![join(to, "release"), join(to, "schools.duckdb")].every((path) => existsSync(path))) return null;
  const note = await readNote(to);
  if (!note || ("hash" in from ? note.hash !== from.hash : note.stamp !== from.stamp)) return null;
  if (!isDeepStrictEqual(note.files, await sumFiles(join(to, "release")))) return null;
  return note.warehouse === (await checksum(join(to, "schools.duckdb"))) ? note : null;
}

/** Notes that a release is made from the same as before, though its files have other times. */
export async function noteStamp(to: string, now: Pick<Made, "stamp" | "terms" | "folder" | "read">): Promise<void> {
  const note = await readNote(to);
  if (note) await writeNote(to, {...note, ...now});
}

/** The note beside a release; null where there is none, or not as a run writes it, so that the release is made again. */
async function readNote(to: string): Promise<Note | null> {
  if (!existsSync(notePath(to))) return null;
  let read: unknown;
  try {
    read = JSON.parse(await readFile(notePath(to), "utf8"));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return null;
  }
  const {stamp, terms, folder, hash, tables, files, warehouse, ...lines} = (read ?? {}) as Partial<
    Record<keyof Note, unknown>
  >;
  const isText = (one: unknown): one is string => typeof one === "string";
  if (![stamp ?? "", terms, hash, tables, warehouse].every(isText)) return null;
  if (typeof folder !== "object") return null;
  if (!files || typeof files !== "object" || !Object.values(files).every(isText)) return null;
  if (![lines.read, lines.said].every((all) => Array.isArray(all) && all.every(isText))) return null;
  return read as Note;
}

/**
 * Finds files of the release that stands, made from the same kept tables as `tables` is the hash of: the place of one, or
 * null where it is not as the run left it.
 */
export async function findEarlierFiles(to: string, tables: string): Promise<(path: string) => Promise<string | null>> {
  const note = await readNote(to);
  return async (path) => {
    const place = join(to, "release", path);
    if (note?.tables !== tables || !(path in note.files) || !existsSync(place)) return null;
    return (await sumFile(place)) === note.files[path] ? place : null;
  };
}

/** Notes beside a release, once it stands in its place, what it was made from; `warehouse` is the checksum of its own. */
export async function noteInputs(to: string, made: Made & {warehouse: string}): Promise<void> {
  await writeNote(to, {...made, files: await sumFiles(join(to, "release"))});
}

async function writeNote(to: string, note: Note): Promise<void> {
  await writeFile(`${notePath(to)}.part`, `${JSON.stringify(note)}\n`);
  await rename(`${notePath(to)}.part`, notePath(to));
}

/** The checksums of all files below a folder, by path with slashes, in the order of paths. */
async function sumFiles(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, {recursive: true, withFileTypes: true});
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const sums: Record<string, string> = {};
  // Thousands of small files: each read at once, which a stream of its own would take ten times as long for.
  for (const path of paths.sort()) sums[relative(folder, path).split(sep).join("/")] = await sumFile(path);
  return sums;
}

const sumFile = async (path: string): Promise<string> =>
  createHash("sha256")
    .update(await readFile(path))
    .digest("hex");
