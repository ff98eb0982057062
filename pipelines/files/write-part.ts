import {writeFile} from "node:fs/promises";
import {join} from "node:path";
import {promisify} from "node:util";
import {gzip} from "node:zlib";

const compress = promisify(gzip);

/** Bytes that a thread compresses before it says so: Node’s own 16 thousand keep the main thread busy with listening. */
export const GZIP_CHUNK = 2 ** 18;

/** Writes what pages open one at a time, compressed: NAME.json.gz. The same text gives the same bytes. */
export const writePart = async (folder: string, name: string, text: string): Promise<void> =>
  writeFile(join(folder, `${name}.json.gz`), await compress(text, {chunkSize: GZIP_CHUNK}));
