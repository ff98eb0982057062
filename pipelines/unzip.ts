import {crc32} from "node:zlib";
import yauzl from "yauzl";
import {PublishedFileError} from "../src/errors.ts";

/** One file of an archive: its path inside, and its bytes. */
export interface Member {
  path: string;
  bytes: Buffer;
}

/**
 * The files of a zip archive, one after another. Refuses what is not a zip, and
 * an archive with a path that leads outside itself.
 */
export async function* unzip(bytes: Buffer, file: string): AsyncGenerator<Member> {
  const again = "download the archive again";
  let archive: yauzl.ZipFile;
  try {
    archive = await yauzl.fromBufferPromise(bytes, {lazyEntries: true});
  } catch (cause) {
    throw new PublishedFileError(`is not a readable zip: ${reason(cause)}`, {file, fix: again});
  }
  try {
    for await (const entry of archive.eachEntry()) {
      if (entry.fileName.endsWith("/")) continue;
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
