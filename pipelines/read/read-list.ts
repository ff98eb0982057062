import {readFile} from "node:fs/promises";
import {UserError} from "../../src/library/errors.ts";
import type {ListFile} from "../../src/lists/table.ts";
import {decode, encodingOf} from "./decode.ts";

/**
 * The text of a list that somebody keeps by hand. What is no text is decoded all the same: what it is instead is said of
 * its first letters. Throws a UserError if there is no such file.
 */
export async function readList(path: string): Promise<ListFile> {
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new UserError(`cannot read ${path}`, {fix: "give an existing file", cause});
  });
  const encoding = bytes.includes(0) ? "windows-1252" : encodingOf(bytes, path);
  return {file: path, text: decode(bytes, encoding)};
}
