import {createHash} from "node:crypto";
import {existsSync} from "node:fs";
import {readdir, readFile} from "node:fs/promises";
import {join} from "node:path";

/** A hash of every file of a folder, its path and its bytes; “none” where there is no folder. */
export async function hashFolder(folder: string): Promise<string> {
  if (!existsSync(folder)) return "none";
  const hash = createHash("sha256");
  const entries = await readdir(folder, {recursive: true, withFileTypes: true});
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  for (const file of files.sort()) hash.update(file.slice(folder.length)).update(await readFile(file));
  return hash.digest("hex");
}
