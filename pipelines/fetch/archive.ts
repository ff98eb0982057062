import yauzl from "yauzl";
import {unzip, type Member} from "../read/unzip.ts";
import {PublisherError} from "./publisher-error.ts";
import type {Limits} from "./context.ts";

type Bounds = Pick<Limits, "unpacked_bytes" | "unpacked_ratio" | "members">;

/**
 * The files of an archive, after a look at what its list says they unpack to:
 * too many, too large, or much larger than they are packed, and none is opened.
 * A file that unpacks to more than the list says is refused as it is read.
 */
export async function* unpackWithin(bytes: Buffer, file: string, bounds: Bounds): AsyncGenerator<Member> {
  await refuseBomb(bytes, file, bounds);
  yield* unzip(bytes, file);
}

async function refuseBomb(bytes: Buffer, file: string, bounds: Bounds): Promise<void> {
  const {unpacked_bytes, unpacked_ratio, members} = bounds;
  const fix = "do not open this archive; get the file from its publisher";
  let total = 0;
  let count = 0;
  let archive: yauzl.ZipFile;
  try {
    archive = await yauzl.fromBufferPromise(bytes, {lazyEntries: true, decodeStrings: false});
  } catch (cause) {
    throw new PublisherError(`${file} is not a readable archive: ${(cause as Error).message}`, {
      cause,
      temporary: true
    });
  }
  for await (const {uncompressedSize, compressedSize} of archive.eachEntry()) {
    total += uncompressedSize;
    count += 1;
    const ratio = uncompressedSize / Math.max(1, compressedSize);
    if (uncompressedSize > 1 << 20 && ratio > unpacked_ratio) {
      throw new PublisherError(`${file} unpacks to ${ratio.toFixed(0)} times its size`, {fix});
    }
    if (total > unpacked_bytes) {
      throw new PublisherError(`${file} unpacks to more than ${(unpacked_bytes / 1e6).toFixed(0)} MB`, {fix});
    }
    if (count > members) throw new PublisherError(`${file} holds more than ${members} files`, {fix});
  }
}
