import {stat} from "node:fs/promises";
import {listFiles} from "./list-files.ts";

/** Milliseconds within which two changes of a file may bear the same time: as coarse as that of a memory stick is. */
export const SETTLED = 2000;

/** How the files of a folder stand, by path; null for one that was changed so lately that another change could not be distinguished from it. */
export type FolderStamps = Record<string, string | null>;

/**
 * How the files of a folder stand, read by none of them: of each the length, which file it is, and when it was last
 * written and last changed in any way. While that stays, so does the file.
 */
export async function stampFolder(folder: string, now: Date = new Date()): Promise<FolderStamps> {
  const stamps: FolderStamps = {};
  for (const listed of await listFiles(folder)) {
    if ("why" in listed) {
      stamps[listed.file] = listed.why;
      continue;
    }
    const {dev, ino, size, mtimeNs, ctimeNs, mtimeMs, ctimeMs} = await stat(listed.path, {bigint: true});
    const isOld = Number(mtimeMs > ctimeMs ? mtimeMs : ctimeMs) <= now.getTime() - SETTLED;
    stamps[listed.file] = isOld ? [dev, ino, size, mtimeNs, ctimeNs].join() : null;
  }
  return stamps;
}
