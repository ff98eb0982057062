import {crc32} from "node:zlib";
import yauzl from "yauzl";
import {PublishedFileError} from "../../src/library/errors.ts";

/** One file of an archive: its path inside, and its bytes. */
export interface Member {
  path: string;
  bytes: Buffer;
}

/** What no published archive comes near: files, bytes in all and of one file, and how many times its packed size one may be. */
export interface ArchiveLimits {
  files: number;
  bytes: number;
  one: number;
  ratio: number;
}

export const archiveLimits: ArchiveLimits = {files: 10_000, bytes: 4e9, one: 1.5e9, ratio: 250};

/** A small file may be packed to any part of its size. */
const SMALL = 1 << 20;

/**
 * The files of a zip archive, one after another. Refuses what is not a zip, one that is locked with a password, that
 * holds two files of one name or a path that leads outside itself, or that says it unpacks to more than any published
 * one does: all of it before anything is unpacked. A file that turns out larger than it says is refused as it grows.
 */
export async function* unzip(bytes: Buffer, file: string, limits = archiveLimits): AsyncGenerator<Member> {
  const again = "download the archive again";
  try {
    const archive = await yauzl.fromBufferPromise(bytes, {lazyEntries: true});
    const entries = await listEntries(archive, file, limits);
    for (const entry of entries) {
      const chunks: Buffer[] = [];
      for await (const chunk of await archive.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
      const content = Buffer.concat(chunks);
      if (crc32(content) !== entry.crc32) throw new Error(`${entry.fileName} is not as it was packed`);
      yield {path: entry.fileName, bytes: content};
    }
  } catch (cause) {
    if (cause instanceof PublishedFileError) throw cause;
    const why = reason(cause);
    if (/relative path|absolute path|invalid characters in fileName/.test(why)) {
      throw new PublishedFileError(`holds a path outside itself: ${why}`, {file, fix: fromPublisher});
    }
    const readable = !/end of central directory|not a zip/i.test(why);
    throw new PublishedFileError(readable ? `is damaged: ${why}` : `is not a readable zip: ${why}`, {file, fix: again});
  }
}

const fromPublisher = "do not open this archive; get the file from its publisher";

async function listEntries(archive: yauzl.ZipFile, file: string, limits: ArchiveLimits): Promise<yauzl.Entry[]> {
  const refuse = (problem: string, fix = fromPublisher) => {
    throw new PublishedFileError(problem, {file, fix});
  };
  if (archive.entryCount > limits.files) {
    refuse(`holds ${archive.entryCount} files, more than any published archive`);
  }
  const entries = new Map<string, yauzl.Entry>();
  let total = 0;
  for await (const entry of archive.eachEntry()) {
    const {fileName, uncompressedSize, compressedSize} = entry;
    if (fileName.endsWith("/")) continue;
    if (entries.has(fileName))
      refuse(`holds two files called ${fileName}`, "unpack it, and keep the right one of the two");
    if (entry.isEncrypted()) refuse(`is locked with a password: ${fileName}`, "unpack it, and put in what it holds");
    total += uncompressedSize;
    const ratio = uncompressedSize / Math.max(1, compressedSize);
    if (total > limits.bytes || uncompressedSize > limits.one || (uncompressedSize > SMALL && ratio > limits.ratio)) {
      refuse(`unpacks to far more than it holds: ${fileName}, ${ratio.toFixed(0)} times`);
    }
    entries.set(fileName, entry);
  }
  return [...entries.values()];
}

const reason = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));
