import {readdir, stat} from "node:fs/promises";
import {join, relative, sep} from "node:path";
import {UserError} from "../src/errors.ts";
import {asUserError} from "./file-errors.ts";

/** A file of a folder; or what is there and is none, and why. */
export type Listed = {file: string; path: string} | {file: string; why: string};

/**
 * What lies in a folder at any depth, in the order of the paths. Links to files are followed, links to folders are
 * not, so that no circle is entered. Hidden files and what archivers of other systems add are passed over.
 * Throws a UserError where a folder cannot be read.
 */
export async function listFiles(folder: string): Promise<Listed[]> {
  const entries = await readdir(folder, {recursive: true, withFileTypes: true}).catch(
    (cause: NodeJS.ErrnoException) => {
      if (cause.path === folder || !cause.path) {
        throw new UserError(`cannot read the folder ${folder}`, {fix: "give --from an existing folder", cause});
      }
      throw asUserError(cause);
    }
  );
  const listed: Listed[] = [];
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    const file = relative(folder, path);
    if (entry.isDirectory() || isHidden(file.split(sep))) continue;
    if (entry.isFile()) listed.push({file, path});
    else if (entry.isSymbolicLink()) listed.push(await followed(file, path));
    else listed.push({file, why: "a pipe, socket or device, not a file"});
  }
  return listed.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
}

/** Whether a path is hidden, or of what archivers of other systems add. */
export const isHidden = (parts: readonly string[]): boolean =>
  parts.some((part) => part.startsWith(".") || part === "__MACOSX");

async function followed(file: string, path: string): Promise<Listed> {
  try {
    const found = await stat(path);
    if (found.isFile()) return {file, path};
    return {file, why: found.isDirectory() ? "a link to a folder, which is not followed" : "a link to no file"};
  } catch (error) {
    const {code} = error as NodeJS.ErrnoException;
    if (code === "ELOOP") return {file, why: "a link that leads in a circle"};
    if (code === "ENOENT" || code === "ENOTDIR") return {file, why: "a link that leads nowhere"};
    throw asUserError(error);
  }
}
