import {isUtf8} from "node:buffer";
import {PublishedFileError} from "../../src/library/errors.ts";

export type Encoding = "utf-8" | "windows-1252" | "utf-16le" | "utf-16be";

/**
 * Which encoding a file is in: UTF-16, as spreadsheets save “Unicode text”, where it begins with its mark or every
 * other byte is zero; strict UTF-8 if the bytes allow it; otherwise windows-1252, the only other one publishers use.
 * Throws a PublishedFileError for bytes that are no text at all.
 */
export function detectEncoding(bytes: Buffer, file: string): Encoding {
  const wide = detectWide(bytes);
  if (wide !== null) return wide;
  const nul = bytes.indexOf(0);
  if (nul >= 0) {
    throw new PublishedFileError(`is not text: a zero byte at ${nul}`, {file, fix: "download the file again"});
  }
  return isUtf8(bytes) ? "utf-8" : "windows-1252";
}

/** So many letters of a header, all of them of two bytes and one of those zero, are no chance. */
const LETTERS = 16;

/** In which order a text of two bytes a letter has them; null where it is none. */
export function detectWide(bytes: Buffer): "utf-16le" | "utf-16be" | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  if (bytes.length < 2 * LETTERS) return null;
  const zeroAt = (odd: 0 | 1) =>
    Array.from({length: LETTERS}, (_, i) => bytes[2 * i + odd] === 0 && bytes[2 * i + 1 - odd] !== 0).every(Boolean);
  return zeroAt(1) ? "utf-16le" : zeroAt(0) ? "utf-16be" : null;
}

/** The text of a file. */
export function decode(bytes: Buffer, encoding: Encoding): string {
  // stream: true, because Node 20 otherwise decodes windows-1252 as Latin-1 and loses “ ” and –.
  return new TextDecoder(encoding).decode(bytes, {stream: true});
}
