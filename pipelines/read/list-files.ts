import type {Dirent, Stats} from "node:fs";
import {readdir, realpath, stat} from "node:fs/promises";
import {join, relative, sep} from "node:path";
import {UserError} from "../../src/library/errors.ts";
import {asUserError} from "../files/file-errors.ts";
import {MARKER} from "../files/whole-folder.ts";

/** A file of a folder; or what is there and is none, and why. */
export type Listed = {file: string; path: string} | {file: string; why: string};

/**
 * What lies in a folder at any depth, in the order of the paths. Links are followed, those to folders too; a folder
 * that is met within itself is not entered again, nor one that a run made. Hidden files and what archivers of other systems add are passed over.
 * Throws a UserError where a folder cannot be read.
 */
export async function listFiles(folder: string): Promise<Listed[]> {
  const listed = await listWithin(folder, folder, new Set());
  return listed.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
}

/** `above` are the real paths of the folders that this one lies in. */
async function listWithin(root: string, folder: string, above: ReadonlySet<string>): Promise<Listed[]> {
  const within = new Set([...above, await findRealPath(folder, root)]);
  const entries = await listEntries(folder, root);
  // Its tables look like lists that partnerships keep: what was found once would be read as if somebody said it.
  if (folder !== root && entries.some(({name}) => name === MARKER))
    return [{file: relative(root, folder), why: "a folder that a run made, and no published files"}];
  const listed: Listed[] = [];
  for (const entry of entries) {
    const path = join(folder, entry.name);
    const file = relative(root, path);
    if (isHidden(file.split(sep))) continue;
    const to = entry.isSymbolicLink() ? await followed(path) : entry;
    if ("why" in to) listed.push({file, why: to.why});
    else if (to.isFile()) listed.push({file, path});
    else if (!to.isDirectory()) listed.push({file, why: "a pipe, socket or device, not a file"});
    else if (within.has(await findRealPath(path, root))) listed.push({file, why: "a link to a folder that it lies in"});
    else listed.push(...(await listWithin(root, path, within)));
  }
  return listed;
}

const listEntries = (folder: string, root: string): Promise<Dirent[]> =>
  readdir(folder, {withFileTypes: true}).catch((cause: NodeJS.ErrnoException) => {
    throw unreadable(folder, root, cause);
  });

const findRealPath = (folder: string, root: string): Promise<string> =>
  realpath(folder).catch((cause: NodeJS.ErrnoException) => {
    throw unreadable(folder, root, cause);
  });

const unreadable = (folder: string, root: string, cause: NodeJS.ErrnoException): unknown =>
  folder === root
    ? new UserError(`cannot read the folder ${root}`, {fix: "give --from an existing folder", cause})
    : asUserError(cause);

/** Whether a path is hidden, or of what archivers of other systems add. */
export const isHidden = (parts: readonly string[]): boolean =>
  parts.some((part) => part.startsWith(".") || part === "__MACOSX");

async function followed(path: string): Promise<Stats | {why: string}> {
  try {
    return await stat(path);
  } catch (error) {
    const {code} = error as NodeJS.ErrnoException;
    if (code === "ELOOP") return {why: "a link that leads in a circle"};
    if (code === "ENOENT" || code === "ENOTDIR") return {why: "a link that leads nowhere"};
    throw asUserError(error);
  }
}
