import {readFile} from "node:fs/promises";
import {UserError} from "../../src/library/errors.ts";
import {decodeList} from "../../src/lists/decode-list.ts";
import type {ListFile} from "../../src/lists/table.ts";

/** The text of a list that somebody keeps by hand (`decodeList`). Throws a UserError if there is no such file. */
export async function readList(path: string): Promise<ListFile> {
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new UserError(`cannot read ${path}`, {fix: "give an existing file", cause});
  });
  return {file: path, text: decodeList(bytes)};
}
