import {unzipSync} from "fflate";
import Papa from "papaparse";
import {readParts} from "../published-files/workbook-parts.ts";
import {sheetReader, type SheetRow} from "../published-files/workbook-sheet.ts";

/** A sheet of a workbook as CSV, or the whole of a file of text. */
export interface ReadSheet {
  /** The name on the tab; empty for a file of text. */
  name: string;
  text: string;
}

/** Bytes that a list of schools never unpacks to. */
const MOST_UNPACKED = 100_000_000;

/** Rows beyond which no list of schools goes. */
const MOST_ROWS = 20_000;

/**
 * The sheets of an Excel workbook (.xlsx) that hold anything, in the order of the tabs, each as CSV: dates as 2018-09-01,
 * blank rows kept so that a row of the text is a row of the sheet. Null of bytes that are no workbook. Throws an Error
 * where a part is damaged, or where it unpacks to more than a list of schools needs.
 */
export async function readWorkbook(bytes: Uint8Array): Promise<ReadSheet[] | null> {
  let unpacked = 0;
  const files = unzipSync(bytes, {
    filter: ({name, originalSize}) => {
      if (!/^xl\/(?:workbook|sharedStrings|styles|worksheets\/[^/]+|_rels\/workbook)\.xml/.test(name)) return false;
      unpacked += originalSize;
      if (unpacked > MOST_UNPACKED) throw new Error("it unpacks to far more than a list of schools needs");
      return true;
    }
  });
  const decoder = new TextDecoder("utf-8", {fatal: true});
  const readText = (path: string) => (files[path] ? decoder.decode(files[path]) : "");
  const parts = await readParts(async function* (path) {
    yield await Promise.resolve(readText(path));
  });
  if (!parts) return null;
  return [...parts.sheets].flatMap(([name, path]) => {
    const xml = path === null ? "" : readText(path);
    if (xml === "") return [];
    const reader = sheetReader(parts.shared, parts.styles);
    const rows = [...reader.read(xml), ...reader.end()].filter(({cells}) => cells.length > 0);
    return rows.length ? [{name, text: writeRows(rows)}] : [];
  });
}

function writeRows(rows: readonly SheetRow[]): string {
  const last = rows.at(-1)!.row;
  if (last > MOST_ROWS) throw new Error(`it has something in row ${last}, far below any list of schools`);
  const width = Math.max(...rows.map(({cells}) => cells.length));
  const lines = Array.from({length: last}, () => Array.from({length: width}, () => ""));
  for (const {row, cells} of rows) cells.forEach((cell, column) => (lines[row - 1][column] = cell));
  return Papa.unparse(lines, {newline: "\n"});
}
