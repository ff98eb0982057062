import {basename, resolve, sep} from "node:path";
import {findHeader, TITLE_ROWS} from "../../src/published-files/header.ts";
import {recognise} from "../../src/published-files/recognise.ts";
import type {Source} from "../../src/published-files/source.ts";
import {findWideEncoding} from "../../src/lists/decode-list.ts";
import {decode, detectEncoding} from "./decode.ts";
import {hasTruth, TRUTH} from "./synthetic.ts";
import {isHidden, type Listed} from "./list-files.ts";
import {isList} from "./own-list.ts";
import {tableNamed} from "./facts-table.ts";
import {isMetadata} from "./metadata-files.ts";
import {findSeparator, firstRows, HEADER_BYTES, withoutMark} from "./read-header.ts";
import {readStart, readWhole} from "./read-whole.ts";
import {unzip} from "./unzip.ts";

/** A file, or a member of an archive, that may be a table: its path, the names in it, and its bytes. */
export interface Found {
  file: string;
  parts: string[];
  bytes: Buffer;
}

/** What is no published file, and why. */
export interface LeftOut {
  file: string;
  why: string;
}

/** Whether a file of a synthetic England says what was planted in it. */
export const isTruth = (file: string): boolean => file.split(sep)[0] === TRUTH;

/** Opens files of a folder and what lies in its archives, one after another; what was planted in a synthetic England is passed over. */
export async function* openListed(
  folder: string,
  listed: readonly Listed[],
  sources: readonly Source[]
): AsyncGenerator<Found | LeftOut> {
  const root = basename(resolve(folder));
  const withTruth = hasTruth(folder);
  for (const one of listed) {
    const {file} = one;
    const parts = file.split(sep);
    if (withTruth && isTruth(file)) continue;
    if ("why" in one) {
      yield one;
      continue;
    }
    const {path} = one;
    if (/\.zip$/i.test(file)) {
      for await (const member of unzip(await readWhole(path, file), file)) {
        const inner = member.path.split("/");
        if (isHidden(inner)) continue;
        const name = `${file} › ${member.path}`;
        const why = whyLeftOut(name, member.bytes, sources);
        yield why ? {file: name, why} : {file: name, parts: [root, ...parts, ...inner], bytes: member.bytes};
      }
      continue;
    }
    const why = whyLeftOut(file, await readStart(path, HEADER_BYTES, file), sources);
    yield why ? {file, why} : {file, parts: [root, ...parts], bytes: await readWhole(path, file)};
  }
}

/** Whether a file is a workbook that is read sheet by sheet. */
export const isWorkbook = (file: string): boolean => /\.xlsx$/i.test(file) && !isOfficeLock(file);

/** What an office program puts next to a file that is open in it. */
const isOfficeLock = (file: string): boolean => /(^|[/\\ ])~\$[^/\\]*$/.test(file);

/**
 * Why a file is no data, seen from how it begins; null where it may be. A file that is called a table is one, and reported
 * of where it is damaged. Any other has to begin as a known table does: its ending says nothing.
 */
function whyLeftOut(file: string, bytes: Buffer, sources: readonly Source[]): string | null {
  if (isOfficeLock(file)) return "a lock of an office program: is the file beside it still open?";
  if (isWorkbook(file) || /\.(csv|tsv|txt)$/i.test(file)) return null;
  const start = bytes.subarray(0, HEADER_BYTES);
  if (/\.(xls|xlsb|ods)$/i.test(file)) return "a spreadsheet in a form that is not read: save it as .xlsx or CSV";
  if (/\.zip$/i.test(file)) return "an archive inside an archive: unpack it, if it holds published files";
  if (start.length === 0 || (start.includes(0) && findWideEncoding(start) === null)) return "not a CSV file";
  const text = withoutMark(decode(start, detectEncoding(start, file)));
  if (/^\s*[<{[]/.test(text)) return "not a CSV file";
  const {header} = findHeader(firstRows(text, TITLE_ROWS + 1, findSeparator(text, sources)).data, sources);
  const known = recognise(header, sources);
  return known.source ||
    known.closest ||
    known.several ||
    tableNamed(header) ||
    isList({file, text}) ||
    isMetadata(header)
    ? null
    : "not a CSV file";
}
