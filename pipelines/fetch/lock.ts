import {existsSync} from "node:fs";
import {mkdir, readFile, rename, writeFile} from "node:fs/promises";
import {dirname} from "node:path";
import {UserError} from "../../src/library/errors.ts";
import type {Stage} from "../../src/published-files/file-name.ts";
import type {Validators} from "./transfer.ts";

/** What is known of a file that was fetched. */
export interface LockedFile extends Validators {
  /** Below the folder of raw files, with “/”. */
  path: string;
  source: string;
  /** What it is the one copy of: a file with the same slot takes its place. */
  slot: string;
  url: string;
  /** Its path in the archive that came from the address; null if it came alone. */
  member: string | null;
  sha256: string;
  bytes: number;
  /** When it came, as 2026-11-21T10:00:00.000Z. */
  retrieved: string;
  licence: string;
  stage: Stage | null;
  year: number | null;
  snapshot: string | null;
  /** Explore Education Statistics only: where the publisher keeps it. */
  release?: string;
  file_id?: string;
  api_data_set?: string;
  version?: string;
  /** Changes whenever the file does, though its address may not. */
  mark?: string;
  /** The academic years inside, as the publisher says, by the year they end. */
  period?: {first: number; last: number};
}

/** What was fetched so far, and the file that says so. */
export interface Lock {
  readonly path: string;
  readonly files: readonly LockedFile[];
  /** Records a file in the place of the one with its path or slot. */
  put(file: LockedFile): Promise<void>;
  /** Forgets the file with a path. */
  drop(path: string): Promise<void>;
}

const about =
  "Written by `npm run pav -- fetch`, and by nothing else: what was fetched, when, from where, and the checksum of each file.";

/** Reads what was fetched; nothing, if nothing was. Throws a UserError for a file that is no such list. */
export async function openLock(path: string): Promise<Lock> {
  let files: LockedFile[] = existsSync(path) ? readFiles(await readFile(path, "utf8"), path) : [];
  let writing = Promise.resolve();
  return {
    path,
    get files() {
      return files;
    },
    put(file) {
      files = [...files.filter((f) => f.path !== file.path && f.slot !== file.slot), file].sort((a, b) =>
        a.path < b.path ? -1 : 1
      );
      writing = writing.then(() => write(path, files));
      return writing;
    },
    drop(dropped) {
      files = files.filter((f) => f.path !== dropped);
      writing = writing.then(() => write(path, files));
      return writing;
    }
  };
}

async function write(path: string, files: readonly LockedFile[]): Promise<void> {
  await mkdir(dirname(path), {recursive: true});
  const partial = `${path}.partial`;
  await writeFile(partial, `${JSON.stringify({about, files}, null, 2)}\n`);
  await rename(partial, path);
}

const needed = ["path", "source", "slot", "url", "sha256", "retrieved", "licence"] as const;

function readFiles(text: string, path: string): LockedFile[] {
  const fix = "restore it from version control, or delete it and fetch again";
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch (cause) {
    throw new UserError(`${path} is no JSON`, {fix, cause});
  }
  const files = (read as {files?: unknown} | null)?.files;
  if (!Array.isArray(files)) throw new UserError(`${path} holds no list of files`, {fix});
  files.forEach((file: Partial<LockedFile> | null, i) => {
    const lacking = needed.filter((name) => typeof file?.[name] !== "string");
    if (lacking.length) throw new UserError(`${path}, file ${i + 1} is without ${lacking.join(", ")}`, {fix});
    if (!staysBelow(file!.path!)) throw new UserError(`${path}, file ${i + 1} leads outside: ${file!.path}`, {fix});
  });
  return files as LockedFile[];
}

/** Where the publishers' own lists of columns go: a folder the pipeline passes over. */
export const METADATA = ".metadata";

/** Whether a path with “/” stays below the folder it is joined to, and hides nowhere in it but among the metadata. */
export const staysBelow = (path: string): boolean =>
  path
    .replace(`${METADATA}/`, "metadata/")
    .split("/")
    .every((part) => /^[^\\/:*?"<>|\0]+$/.test(part) && !part.startsWith("."));
