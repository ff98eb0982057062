import {writeFile} from "node:fs/promises";
import {join} from "node:path";
import {promisify} from "node:util";
import {gzip} from "node:zlib";

const compress = promisify(gzip);

/** Writes what pages open one at a time, compressed: NAME.json.gz. The same text gives the same bytes. */
export const writePart = async (folder: string, name: string, text: string): Promise<void> =>
  writeFile(join(folder, `${name}.json.gz`), await compress(text));
