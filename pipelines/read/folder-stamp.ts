import {createHash} from "node:crypto";
import {stat} from "node:fs/promises";
import {listFiles} from "./list-files.ts";

/** Milliseconds within which two changes of a file may bear the same time: as coarse as that of a memory stick is. */
export const SETTLED = 2000;

/**
 * A hash of how the files of a folder stand, read by none of them: of each the path, the length, which file it is, and
 * when it was last written and last changed in any way. While it stays, so do the files. Null where one was changed so
 * lately that another change could not be distinguished from it.
 */
export async function stampFolder(folder: string, now: Date = new Date()): Promise<string | null> {
  const hash = createHash("sha256");
  for (const listed of await listFiles(folder)) {
    hash.update(JSON.stringify(listed));
    if (!("path" in listed)) continue;
    const {dev, ino, size, mtimeNs, ctimeNs, mtimeMs, ctimeMs} = await stat(listed.path, {bigint: true});
    if (Number(mtimeMs > ctimeMs ? mtimeMs : ctimeMs) > now.getTime() - SETTLED) return null;
    hash.update([dev, ino, size, mtimeNs, ctimeNs].join());
  }
  return hash.digest("hex");
}
