import {constants} from "node:fs";
import {open, type FileHandle} from "node:fs/promises";
import {PublishedFileError} from "../../src/library/errors.ts";
import {cannotRead} from "../files/file-errors.ts";

/** More than any published file: the largest in sight has 0.4 GB. */
const MOST_BYTES = 1.5e9;

/** How often a file that is being written to is read before that is reported. */
const ATTEMPTS = 3;

/** The first bytes of a file, at most so many. Throws a UserError where it cannot be read. */
export const readStart = (path: string, bytes: number, file = path): Promise<Buffer> =>
  withFile(path, file, async (handle) => {
    const buffer = Buffer.alloc(bytes);
    const {bytesRead} = await handle.read(buffer, 0, bytes, 0);
    return buffer.subarray(0, bytesRead);
  });

/**
 * The bytes of a file as they stood at one moment: read again if it was written to meanwhile. Throws a UserError
 * where it cannot be read, is no file, is larger than any published one, or does not hold still.
 */
export const readWhole = (path: string, file = path): Promise<Buffer> =>
  withFile(path, file, async (handle) => {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const before = await makeStamp(handle);
      if (before.size > MOST_BYTES) {
        throw new PublishedFileError(`has ${(before.size / 1e9).toFixed(1)} GB, more than any published file`, {
          file,
          fix: "move it out of the folder, or put in the file as it was published"
        });
      }
      const bytes = await readAll(handle, before.size);
      const after = await makeStamp(handle);
      if (before.stamp === after.stamp && bytes.length === after.size) return bytes;
    }
    throw new PublishedFileError("is written to while it is read", {
      file,
      fix: "wait until the program that writes it is done, then run again"
    });
  });

async function readAll(handle: FileHandle, size: number): Promise<Buffer> {
  const buffer = Buffer.allocUnsafe(size);
  let at = 0;
  while (at < size) {
    const {bytesRead} = await handle.read(buffer, at, size - at, at);
    if (bytesRead === 0) break;
    at += bytesRead;
  }
  return buffer.subarray(0, at);
}

async function makeStamp(handle: FileHandle): Promise<{size: number; stamp: string}> {
  const {size, mtimeNs, ctimeNs} = await handle.stat({bigint: true});
  return {size: Number(size), stamp: `${size} ${mtimeNs} ${ctimeNs}`};
}

/** Opened without waiting: a pipe that nobody writes to would hold the run for ever. */
async function withFile<T>(path: string, file: string, read: (handle: FileHandle) => Promise<T>): Promise<T> {
  let handle: FileHandle | null = null;
  try {
    handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    if (!(await handle.stat()).isFile()) {
      throw new PublishedFileError("is no file that can be read from beginning to end", {
        file,
        fix: "move it out of the folder"
      });
    }
    return await read(handle);
  } catch (error) {
    throw cannotRead(file, error);
  } finally {
    await handle?.close();
  }
}
