import {unzipSync} from "fflate";
import Papa from "papaparse";
import {readParts} from "../published-files/workbook-parts.ts";
import {refuseDamagedParts} from "./check-parts.ts";
import {sheetReader, type SheetReader, type SheetRow} from "../published-files/workbook-sheet.ts";

/** A sheet of a workbook as CSV, or the whole of a file of text. */
export interface ReadSheet {
  /** The name on the tab; empty for a file of text. */
  name: string;
  text: string;
  /** How many of its rows the workbook does not show, hidden or filtered out; they are in the text. */
  hidden_rows?: number;
  /** Whether the workbook does not show the sheet. */
  hidden?: true;
}

/** Bytes that a list of schools never unpacks to. */
const MOST_UNPACKED = 100_000_000;

/** Rows beyond which no list of schools goes, and cells, blank ones between others included. */
const MOST_ROWS = 20_000;
const MOST_CELLS = 2_000_000;

/** Letters of a sheet that are read before its cells are counted again. */
const PIECE = 65_536;

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
  refuseDamagedParts(bytes, files);
  const decoder = new TextDecoder("utf-8", {fatal: true});
  const readText = (path: string) => (files[path] ? decoder.decode(files[path]) : "");
  const parts = await readParts(async function* (path) {
    yield await Promise.resolve(readText(path));
  });
  if (!parts) return null;
  return [...parts.sheets].flatMap(([name, path]) => {
    const xml = path === null ? "" : readText(path);
    if (xml === "") return [];
    const rows = readRows(xml, sheetReader(parts.shared, parts.styles));
    const hidden_rows = rows.filter(({hidden}) => hidden).length;
    const unseen = {...(hidden_rows && {hidden_rows}), ...(parts.hidden.has(name) && {hidden: true as const})};
    return rows.length ? [{name, text: writeRows(rows), ...unseen}] : [];
  });
}

/** The rows of a sheet that have cells. Throws an Error where there are more cells than a list of schools has. */
function readRows(xml: string, reader: SheetReader): SheetRow[] {
  const rows: SheetRow[] = [];
  let count = 0;
  const take = (read: readonly SheetRow[]) => {
    for (const row of read) {
      count += row.cells.length;
      refuseWide(count);
      if (row.cells.length > 0) rows.push(row);
    }
  };
  for (let at = 0; at < xml.length; at += PIECE) take(reader.read(xml.slice(at, at + PIECE)));
  take(reader.end());
  return rows;
}

function refuseWide(cells: number): void {
  if (cells > MOST_CELLS) throw new Error("it has something far to the right of any list of schools");
}

function writeRows(rows: readonly SheetRow[]): string {
  const last = rows.at(-1)!.row;
  if (last > MOST_ROWS) throw new Error(`it has something in row ${last}, far below any list of schools`);
  const width = rows.reduce((most, {cells}) => Math.max(most, cells.length), 0);
  refuseWide(width * last);
  const lines = Array.from({length: last}, () => Array.from({length: width}, () => ""));
  for (const {row, cells} of rows) cells.forEach((cell, column) => (lines[row - 1][column] = cell));
  return Papa.unparse(lines, {newline: "\n"});
}
