import {isUtf8} from "node:buffer";
import {PublishedFileError} from "../../src/library/errors.ts";

export type Encoding = "utf-8" | "windows-1252";

/**
 * Which of the two encodings in use a file is in: strict UTF-8 if the bytes
 * allow it, otherwise windows-1252, the only other one publishers use.
 * Refuses UTF-16 and bytes that are no text at all.
 */
export function detectEncoding(bytes: Buffer, file: string): Encoding {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    throw new PublishedFileError("is UTF-16 text", {file, fix: "save it again as CSV UTF-8, or download it anew"});
  }
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
