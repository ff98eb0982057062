import {StrangeFileError} from "../../src/library/errors.ts";
import type {Source} from "../../src/published-files/source.ts";
import type {FolderStamps} from "./folder-stamp.ts";
import {listFiles} from "./list-files.ts";
import type {FilesRead, PublishedFile} from "./published-file.ts";
import {readListed, type ReadOptions} from "./read-folder.ts";

/** What was found in a folder besides lists and tables of facts, as it is noted between runs, and how those files stood. */
export interface FolderNote {
  stamps: Record<string, string>;
  read: Omit<FilesRead, "files" | "left" | "lists" | "tables"> & {
    files: (Omit<PublishedFile, "source"> & {source: string})[];
    left: Pick<StrangeFileError, "message" | "fix" | "place">[];
  };
}

/** What to note of a folder that was read; null where a list lies in an archive, which is not read by itself. */
export function noteFolder({files, left, lists, tables, ...read}: FilesRead, stamps: FolderStamps): FolderNote | null {
  const own = new Set([...lists, ...tables].map(({file}) => file));
  if ([...own].some((file) => !(file in stamps))) return null;
  const others = Object.entries(stamps).filter((one): one is [string, string] => !own.has(one[0]) && one[1] !== null);
  return {
    stamps: Object.fromEntries(others),
    read: {
      ...read,
      files: files.map((file) => ({...file, source: file.source.id})),
      left: left.map(({message, fix, place}) => ({message, fix, place}))
    }
  };
}

/**
 * What is found in a folder in which nothing but lists and tables of facts has changed since it was noted: these alone
 * are read. Null where anything else has. The texts of published files are not there.
 */
export async function readListsAlone(
  folder: string,
  {stamps, read}: FolderNote,
  sources: readonly Source[],
  {now, ...options}: ReadOptions & {now: FolderStamps}
): Promise<FilesRead | null> {
  if (Object.entries(stamps).some(([file, stamp]) => now[file] !== stamp)) return null;
  const others = (await listFiles(folder)).filter(({file}) => !(file in stamps));
  const {lists, tables, ...rest} = await readListed(folder, others, sources, options);
  const isOther = Object.values(rest).some((found) => Array.isArray(found) && found.length > 0);
  if (isOther || lists.length + tables.length !== others.length) return null;
  const byId = new Map(sources.map((source) => [source.id, source]));
  if (read.files.some(({source}) => !byId.has(source))) return null;
  return {
    ...read,
    files: read.files.map((file) => ({...file, source: byId.get(file.source)!})),
    left: read.left.map(({message, fix, place}) => Object.assign(new StrangeFileError("", {...place, fix}), {message})),
    lists,
    tables
  };
}
