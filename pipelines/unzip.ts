import {crc32} from "node:zlib";
import yauzl from "yauzl";
import {PublishedFileError} from "../src/errors.ts";

/** One file of an archive: its path inside, and its bytes. */
export interface Member {
  path: string;
  bytes: Buffer;
}

/** What no published archive comes near: bytes in all, and how many times its packed size a file may be. */
const MOST = {bytes: 4e9, ratio: 250};

/**
 * The files of a zip archive, one after another. Refuses what is not a zip, an
 * archive with a path that leads outside itself, and one that unpacks to more
 * than any published one does, before it is unpacked.
 */
export async function* unzip(bytes: Buffer, file: string): AsyncGenerator<Member> {
  const again = "download the archive again";
  let archive: yauzl.ZipFile;
  try {
    archive = await yauzl.fromBufferPromise(bytes, {lazyEntries: true});
  } catch (cause) {
    throw new PublishedFileError(`is not a readable zip: ${reason(cause)}`, {file, fix: again});
  }
  let total = 0;
  try {
    for await (const entry of archive.eachEntry()) {
      if (entry.fileName.endsWith("/")) continue;
      total += entry.uncompressedSize;
      const ratio = entry.uncompressedSize / Math.max(1, entry.compressedSize);
      if (total > MOST.bytes || (entry.uncompressedSize > 1 << 20 && ratio > MOST.ratio)) {
        throw new PublishedFileError(
          `unpacks to far more than it holds: ${entry.fileName}, ${ratio.toFixed(0)} times`,
          {
            file,
            fix: "do not open this archive; get the file from its publisher"
          }
        );
      }
      const chunks: Buffer[] = [];
      for await (const chunk of await archive.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
      const bytes = Buffer.concat(chunks);
      if (crc32(bytes) !== entry.crc32) throw new Error(`${entry.fileName} is not as it was packed`);
      yield {path: entry.fileName, bytes};
    }
  } catch (cause) {
    if (cause instanceof PublishedFileError) throw cause;
    const why = reason(cause);
    const outside = /relative path|absolute path/.test(why);
    throw new PublishedFileError(outside ? `holds a path outside itself: ${why}` : `is damaged: ${why}`, {
      file,
      fix: outside ? "do not open this archive; get the file from its publisher" : again
    });
  }
}

const reason = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));
