import {createHash} from "node:crypto";
import Papa from "papaparse";
import {PublishedFileError} from "../../src/library/errors.ts";
import {findHeader, TITLE_ROWS} from "../../src/published-files/header.ts";
import {recognise} from "../../src/published-files/recognise.ts";
import type {Source} from "../../src/published-files/source.ts";
import {decode, detectEncoding, type Encoding} from "./decode.ts";

/** The header of a file, and how its text is to be read. */
export interface Header {
  header: readonly string[];
  header_row: number;
  /** Where the header begins in the text. */
  begins: number;
  encoding: Encoding;
  /** What stands between two cells: a comma, unless a spreadsheet saved the file again with another mark. */
  separator: string;
  sha256: string;
}

const SEPARATORS = [",", "\t", ";", "|"];

/** Enough bytes for any header: the longest published one has 6,000 characters. */
export const HEADER_BYTES = 1 << 17;

/** Reads the header of a file. Throws a PublishedFileError if the file is empty, is no text, or is a web page. */
export function readHeader({file, bytes}: {file: string; bytes: Buffer}, sources: readonly Source[]): Header {
  const again = "download the file again";
  if (bytes.length === 0) throw new PublishedFileError("is empty", {file, fix: again});
  const encoding = detectEncoding(bytes, file);
  const head = withoutMark(decode(bytes.subarray(0, HEADER_BYTES), encoding));
  if (/^\s*</.test(head)) {
    throw new PublishedFileError("is a web page, not data", {
      file,
      row: 1,
      fix: `${again}: the site answered with a page`
    });
  }
  const separator = findSeparator(head, sources);
  const {header, row: header_row} = findHeader(firstRows(head, TITLE_ROWS + 1, separator).data, sources);
  const begins = header_row === 1 ? 0 : firstRows(head, header_row - 1, separator).meta.cursor;
  return {header, header_row, begins, encoding, separator, sha256: computeSum(bytes)};
}

/** The mark between cells with which a text has the header of a source; a comma where there is none. */
export function findSeparator(text: string, sources: readonly Source[]): string {
  const known = SEPARATORS.find((separator) => {
    const rows = firstRows(text, TITLE_ROWS + 1, separator).data;
    const {source, several} = {several: undefined, ...recognise(findHeader(rows, sources).header, sources)};
    return source !== null || several !== undefined;
  });
  return known ?? ",";
}

/** Without the mark of UTF-8 at its start, also where a program took the mark for three letters. */
export const withoutMark = (text: string): string => text.replace(/^(\ufeff|ï»¿)+/, "");

/** The first rows of a text: the fast mode of Papa Parse loses count of where a row ends. */
export const firstRows = (text: string, preview: number, delimiter = ","): Papa.ParseResult<string[]> =>
  Papa.parse<string[]>(text, {preview, delimiter, fastMode: false});

/** The checksum of a file, as it was published. */
export const computeSum = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");
