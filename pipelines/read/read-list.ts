import {readFile} from "node:fs/promises";
import {UserError} from "../../src/library/errors.ts";
import type {ListFile} from "../../src/lists/table.ts";
import {decode, detectEncoding} from "./decode.ts";

/**
 * The text of a list that somebody keeps by hand, also where a spreadsheet saved it as “Unicode text”. What is no text is decoded all the same: what it is instead is said of
 * its first letters. Throws a UserError if there is no such file.
 */
export async function readList(path: string): Promise<ListFile> {
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new UserError(`cannot read ${path}`, {fix: "give an existing file", cause});
  });
  const wide = wideEncoding(bytes);
  if (wide !== null) return {file: path, text: new TextDecoder(wide).decode(bytes)};
  const encoding = bytes.includes(0) ? "windows-1252" : detectEncoding(bytes, path);
  return {file: path, text: decode(bytes, encoding)};
}

/** In which order a text of two bytes a letter has them, by the mark it begins with; null if it begins with none. */
function wideEncoding(bytes: Buffer): "utf-16le" | "utf-16be" | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  return bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : null;
}
