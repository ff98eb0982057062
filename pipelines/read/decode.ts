import {isUtf8} from "node:buffer";
import {PublishedFileError} from "../../src/library/errors.ts";
import {findWideEncoding} from "../../src/lists/decode-list.ts";

export type Encoding = "utf-8" | "windows-1252" | "utf-16le" | "utf-16be";

/**
 * Which encoding a file is in: UTF-16, as spreadsheets save “Unicode text”, where it begins with its mark or every
 * other byte is zero; strict UTF-8 if the bytes allow it; otherwise windows-1252, the only other one publishers use.
 * Throws a PublishedFileError for bytes that are no text at all.
 */
export function detectEncoding(bytes: Buffer, file: string): Encoding {
  const wide = findWideEncoding(bytes);
  if (wide !== null) return wide;
  const nul = bytes.indexOf(0);
  if (nul >= 0) {
    throw new PublishedFileError(`is not text: a zero byte at ${nul}`, {file, fix: "download the file again"});
  }
  return isUtf8(bytes) ? "utf-8" : "windows-1252";
}

/** The text of a file. */
export function decode(bytes: Buffer, encoding: Encoding): string {
  // stream: true, because Node 20 otherwise decodes windows-1252 as Latin-1 and loses “ ” and –.
  return new TextDecoder(encoding).decode(bytes, {stream: true});
}
