import {createWriteStream} from "node:fs";
import {pipeline} from "node:stream/promises";
import {PublishedFileError} from "../../src/library/errors.ts";
import {findHeader, TITLE_ROWS} from "../../src/published-files/header.ts";
import {plainName, recognise} from "../../src/published-files/recognise.ts";
import {listOrigins} from "../../src/published-files/origin.ts";
import type {Source} from "../../src/published-files/source.ts";
import {openWorkbook, type Workbook} from "./workbook.ts";
import type {SheetRow} from "../../src/published-files/workbook-sheet.ts";

/** A sheet that a source is known to be: its header, and where its text was written from the header on, as CSV. */
export interface Sheet {
  sheet: string;
  source: Source;
  header: readonly string[];
  /** The sheet’s own number of the row the header stands in. */
  header_row: number;
}

/**
 * Writes every sheet of a workbook that a source names as UTF-8 CSV, from its header on and row for row, blank rows
 * included, so that a row of the text is a row of the sheet. `why` says why a workbook that is none of ours was left.
 *
 * Throws a PublishedFileError if a sheet that a source names has no header that it is known by, or if the file is
 * called as the publisher calls one and has no such sheet.
 */
export async function takeSheets(
  bytes: Buffer,
  file: string,
  sources: readonly Source[],
  readText: (sheet: Sheet) => string
): Promise<{sheets: (Sheet & {text: string})[]; why: string | null}> {
  const wanted = sources.filter(({sheets}) => sheets !== undefined);
  const called = wanted.find((source) => isCalledAs(source, file));
  let workbook: Workbook;
  try {
    workbook = await openWorkbook(bytes, file);
  } catch (cause) {
    if (called || !(cause instanceof PublishedFileError)) throw cause;
    return {sheets: [], why: "not a CSV file, nor a workbook that can be read"};
  }
  const named = workbook.sheets.flatMap((sheet) => {
    const of = wanted.filter(({sheets}) => sheets!.some((name) => plainName(name) === plainName(sheet)));
    return of.length ? [{sheet, of}] : [];
  });
  if (named.length === 0 && called) throw noSheet(file, called, workbook.sheets);
  if (named.length === 0) return takeKnownSheets(workbook, file, sources, readText);
  const selected: (Sheet & {text: string})[] = [];
  for (const {sheet, of} of named) selected.push(await takeSheet(workbook, sheet, of, file, readText));
  return {sheets: selected, why: null};
}

/** Takes the sheets whose headers are known, whatever they are called: the performance tables come as workbooks too. */
async function takeKnownSheets(
  workbook: Workbook,
  file: string,
  sources: readonly Source[],
  readText: (sheet: Sheet) => string
): Promise<{sheets: (Sheet & {text: string})[]; why: string | null}> {
  const selected: (Sheet & {text: string})[] = [];
  const lacking: string[] = [];
  for (const sheet of workbook.sheets) {
    const first = await readFirstRows(workbook, sheet);
    const {header} = findHeader(
      first.map(({cells}) => cells),
      sources
    );
    const known = recognise(header, sources);
    if (known.source) selected.push(await takeSheet(workbook, sheet, [known.source], file, readText));
    else if (known.closest)
      lacking.push(`${sheet} is most like ${known.closest.id}, but without ${known.closest.lacks.join(", ")}`);
  }
  if (selected.length) return {sheets: selected, why: null};
  const why = [`a workbook of other sheets: ${workbook.sheets.join(", ")}`, ...lacking].join("; ");
  return {sheets: [], why};
}

async function readFirstRows(workbook: Workbook, sheet: string): Promise<SheetRow[]> {
  const first: SheetRow[] = [];
  for await (const row of workbook.rows(sheet)) {
    first.push(row);
    if (first.length > TITLE_ROWS) break;
  }
  return first;
}

/** Whether a file is called as the publisher calls the source’s workbooks. */
const isCalledAs = (source: Source, file: string): boolean =>
  listOrigins(source).some((origin) => {
    if (origin.service !== "finance_workbooks") return false;
    const name = origin.file.replaceAll(".", "\\.").replace("YEAR", "\\d{4}-\\d{2}");
    return new RegExp(`^${name}$`, "i").test(
      file
        .split(/[/\\›]/)
        .at(-1)!
        .trim()
    );
  });

function noSheet(file: string, {id, sheets}: Source, found: readonly string[]): PublishedFileError {
  return new PublishedFileError(`has no sheet ${sheets!.join(" or ")}, but ${found.join(", ")}`, {
    file,
    fix: `if the publisher renamed the sheet, give its new name in pipelines/sources/${id}/source.ts`
  });
}

async function takeSheet(
  workbook: Workbook,
  sheet: string,
  sources: readonly Source[],
  file: string,
  readText: (sheet: Sheet) => string
): Promise<Sheet & {text: string}> {
  const rows = workbook.rows(sheet);
  const first: SheetRow[] = [];
  for (let next = await rows.next(); !next.done; next = await rows.next()) {
    first.push(next.value);
    if (first.length > TITLE_ROWS) break;
  }
  const {header, row} = findHeader(
    first.map(({cells}) => cells),
    sources
  );
  const known = recognise(header, sources);
  if (!known.source) throw noHeader(file, sheet, sources, first, known.closest?.lacks ?? []);
  const selected = {sheet, source: known.source, header, header_row: first[row - 1].row};
  const text = readText(selected);
  await pipeline(breakLines(file, header.length, first.slice(row - 1), rows), createWriteStream(text));
  return {...selected, text};
}

function noHeader(
  file: string,
  sheet: string,
  sources: readonly Source[],
  first: readonly SheetRow[],
  lacks: readonly string[]
): PublishedFileError {
  const widest = [...first].sort((a, b) => filled(b).length - filled(a).length)[0];
  const found = widest ? filled(widest).slice(0, 12).join(", ") : "nothing";
  const {id, signature} = sources[0];
  const wanted = (lacks.length ? lacks : signature.map((any) => any.join(" or "))).join(", and ");
  return new PublishedFileError(
    `none of the first ${TITLE_ROWS + 1} rows of the sheet ${sheet} is a header with ${wanted}`,
    {
      file,
      row: widest?.row ?? 1,
      fix: `this row has ${found}; if the publisher renamed columns, give the new names in pipelines/sources/${id}/source.ts`
    }
  );
}

const filled = ({cells}: SheetRow): string[] => cells.filter((cell) => cell.trim() !== "");

/** Characters of blank rows: an empty sheet as wide and long as the longest published one. */
const MOST_BLANK = 100_000_000;

/** Rows as lines of CSV, with blank ones between where the sheet has none. */
async function* breakLines(
  file: string,
  width: number,
  first: readonly SheetRow[],
  rest: AsyncGenerator<SheetRow>
): AsyncGenerator<string> {
  const blank = `${",".repeat(Math.max(1, width - 1))}\n`;
  let last = first[0].row - 1;
  let blanks = 0;
  const readText = ({row, cells}: SheetRow): string => {
    if (cells.length === 0) return "";
    const skipped = row - last - 1;
    blanks += skipped * blank.length;
    if (blanks > MOST_BLANK) {
      throw new PublishedFileError(`has ${skipped} blank rows before row ${row}`, {
        file,
        fix: "remove what stands far below the table, or get the file from its publisher"
      });
    }
    last = row;
    return blank.repeat(skipped) + makeLine(cells, width);
  };
  for (const row of first) yield readText(row);
  for await (const row of rest) yield readText(row);
}

const makeLine = (cells: readonly string[], width: number): string => {
  const all = cells.length < width ? [...cells, ...Array<string>(width - cells.length).fill("")] : cells;
  return `${all.map(quoted).join(",")}\n`;
};

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
