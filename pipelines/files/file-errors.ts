import {existsSync, statfsSync} from "node:fs";
import {dirname, resolve} from "node:path";
import {PublishedFileError, UserError} from "../../src/library/errors.ts";

/** What the system says when a file cannot be had, in words, and what to do about it. */
const causes: Record<string, {says: string; fix: string}> = {
  EACCES: {says: "this user may not", fix: "give this user leave to (chmod, chown), or choose another place"},
  EPERM: {says: "the system does not allow it", fix: "give this user leave to (chmod, chown), or choose another place"},
  EROFS: {says: "the disk can only be read", fix: "choose a place that can be written to"},
  ENOSPC: {says: "the disk is full", fix: "make room, or choose a place on another disk, then run again"},
  EFBIG: {
    says: "it is larger than this user or disk may keep",
    fix: "raise the limit (ulimit -f), or choose another disk"
  },
  EDQUOT: {says: "this user’s share of the disk is used up", fix: "make room, or choose another place, then run again"},
  EMFILE: {says: "too many files are open", fix: "close other programs or raise the limit (ulimit -n), then run again"},
  ENFILE: {says: "too many files are open on this machine", fix: "close other programs, then run again"},
  ENOENT: {says: "there is none, or it went away meanwhile", fix: "check the path, then run again"},
  ENOTDIR: {says: "a part of its path is no folder", fix: "check the path"},
  EISDIR: {says: "it is a folder", fix: "check the path, or move the folder away"},
  EEXIST: {says: "something else is there", fix: "move it away, then run again"},
  ENOTEMPTY: {says: "the folder is not empty", fix: "see that no other program writes there, then run again"},
  EBUSY: {says: "another program uses it", fix: "close that program, then run again"},
  EXDEV: {says: "it lies on another disk", fix: "choose places on one disk"},
  ELOOP: {says: "its links lead in a circle", fix: "remove the link"},
  ENAMETOOLONG: {says: "its name is too long", fix: "shorten the name or the path"},
  EIO: {says: "the disk does not answer as it should", fix: "check the disk, then run again"},
  ENOMEM: {says: "there is not enough memory", fix: "close other programs, then run again"}
};

const writing = new Set([
  "rename",
  "mkdir",
  "rmdir",
  "unlink",
  "write",
  "copyfile",
  "link",
  "symlink",
  "cp",
  "ftruncate"
]);

/**
 * An error of the file system as one that a person can put right: what, where, why; others as they are. `place` is where
 * it was at work, for errors that do not say.
 */
export function asUserError(error: unknown, place?: string): unknown {
  if (!(error instanceof Error) || error instanceof UserError) return error;
  const {code = "", path, dest, syscall = ""} = error as NodeJS.ErrnoException & {dest?: string};
  const cause = causes[code];
  if (cause) {
    const done = writing.has(syscall) ? "cannot write" : syscall === "open" ? "cannot open" : "cannot use";
    const what = [path, dest].filter(Boolean).join(" → ") || (place === undefined ? "a file" : `a file in ${place}`);
    return new UserError(`${done} ${what}: ${cause.says}${roomAt(code, path ?? place)}`, {
      fix: cause.fix,
      cause: error
    });
  }
  return fromDuckDB(error, place);
}

/** The error of reading a file under the name that a person knows it by. */
export function cannotRead(file: string, error: unknown): unknown {
  const cause = causes[(error as NodeJS.ErrnoException).code ?? ""];
  return cause && !(error instanceof UserError)
    ? new PublishedFileError(`cannot be read: ${cause.says}`, {file, fix: cause.fix})
    : error;
}

/** How much is free where there was too little. */
function roomAt(code: string, path: string | undefined): string {
  if (code !== "ENOSPC" || path === undefined) return "";
  let place = resolve(path);
  while (!existsSync(place) && dirname(place) !== place) place = dirname(place);
  const {bavail, bsize} = statfsSync(place);
  return ` (${((bavail * bsize) / 1e6).toFixed(1)} MB free)`;
}

/** What DuckDB says of a full disk, of files and of memory. */
function fromDuckDB(error: Error, place: string | undefined): unknown {
  const [line = ""] = error.message.split("\n");
  if (/^Out of Memory Error|failed to allocate/i.test(line)) {
    return new UserError(`there is not enough memory: ${line}`, {
      fix: "close other programs, or run on a machine with more memory",
      cause: error
    });
  }
  const [code] = Object.entries(systemSays).find(([, says]) => says.test(error.message)) ?? [];
  if (!/^\w+ Error:/.test(line) || (code === undefined && !line.startsWith("IO Error"))) return error;
  const [, path] = /file "([^"]+)"/.exec(error.message) ?? [];
  return new UserError(`the database cannot be read or written: ${line}${roomAt(code ?? "", path ?? place)}`, {
    fix: causes[code ?? ""]?.fix ?? "check the disk and the path, then run again",
    cause: error
  });
}

/** What the system says in words, in messages of DuckDB, which state no code. */
const systemSays: Record<string, RegExp> = {
  ENOSPC: /No space left on device/i,
  EACCES: /Permission denied/i,
  EMFILE: /Too many open files/i,
  EROFS: /Read-only file system/i,
  EFBIG: /File too large/i,
  EIO: /Input\/output error/i
};
