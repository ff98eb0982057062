import {group} from "d3";
import Papa from "papaparse";
import {plainName} from "../published-files/recognise.ts";
import type {ListColumn} from "./columns.ts";
import {headerProblems, headerRow, titleProblems} from "./header.ts";
import {isGarbled, notAList} from "./not-a-list.ts";
import {at, stops, warns, type Problem} from "./problem.ts";
import {rowShape, shorten} from "./row-shape.ts";

/** The text of a list, however it was decoded, and the name it goes by in problems. */
export interface ListFile {
  file: string;
  text: string;
}

/** A row of a list: cells trimmed, by column; a column that the file lacks is empty. */
export interface Row {
  file: string;
  row: number;
  cells: Record<string, string>;
}

export interface Table {
  rows: Row[];
  /** The columns of the file that are read. */
  columns: string[];
  problems: Problem[];
}

/**
 * Reads a list by the names in its header, in any order and case: separated by commas, semicolons or tabs, with or
 * without a byte-order mark. Rows without any cell are left out and reported. `optional` columns are read where there are
 * any. Nothing is read of a file that is no list, or that has none of the columns.
 */
export function readTable(
  {file, text}: ListFile,
  columns: Readonly<Record<string, ListColumn>>,
  optional: readonly string[] = []
): Table {
  const body = text.replace(/^\ufeff/, "");
  const none = notAList(body);
  if (none) return {rows: [], columns: [], problems: [at(none, {file})]};
  const mark = findSeparator(body);
  const parsed = Papa.parse<string[]>(body, {delimiter: mark, skipEmptyLines: false});
  const cells = parsed.data.map((row) => row.map((cell) => cell.trim()));
  const known = [...Object.keys(columns), ...optional];
  const top = headerRow(cells, known);
  const header = cells[top].map((name) => known.find((one) => plainName(one) === plainName(name)) ?? name);
  const problems = [
    ...garbledProblems(cells, file),
    ...quoteProblems(parsed.errors, file),
    ...titleProblems(cells, top, file),
    ...headerProblems(header, columns, known, {file, row: top + 1})
  ];
  if (!header.some((name) => known.includes(name))) return {rows: [], columns: [], problems};
  const rows = readRows(cells, header, {top, file, known, mark});
  return {
    rows: rows.rows,
    columns: known.filter((name) => header.includes(name)),
    problems: [...problems, ...rows.problems]
  };
}

/** The cells of a list, trimmed, whatever separates them, with what is wrong with the file as text; null if it is no list. */
export function parseList({file, text}: ListFile): {cells: string[][]; mark: string; problems: Problem[]} | null {
  const body = text.replace(/^\ufeff/, "").replaceAll(/\r\n?/g, "\n");
  if (notAList(body)) return null;
  const mark = commonMark(body);
  const parsed = Papa.parse<string[]>(body, {delimiter: mark, skipEmptyLines: false});
  const cells = parsed.data.map((row) => row.map((cell) => cell.replaceAll(/[\u00a0\u200b]/g, " ").trim()));
  const lines = quotedLines(cells, mark);
  if (lines !== null) return parseList({file, text: lines});
  return {cells, mark, problems: [...garbledProblems(cells, file), ...quoteProblems(parsed.errors, file)]};
}

/** The text within a list whose every line is one cell in quotation marks; null if that is not so. */
function quotedLines(cells: readonly string[][], mark: string): string | null {
  const filled = cells.filter((row) => row.some(Boolean));
  const isLine = (row: readonly string[]) => row.slice(1).every((cell) => cell === "") && row[0].includes(mark);
  return filled.length > 1 && filled.every(isLine) ? cells.map((row) => row[0] ?? "").join("\n") : null;
}

/** What separates cells where a title may stand above them: the mark that most lines hold. */
function commonMark(text: string): string {
  const said = /^sep=(.)\r?\n/i.exec(text);
  if (said) return said[1];
  const lines = text.split(/\r\n|\r|\n/, 200).filter(Boolean);
  const rank = (mark: string) => lines.filter((line) => line.includes(mark)).length;
  return [findSeparator(text), ",", ";", "\t", "|"].reduce((best, mark) => (rank(mark) > rank(best) ? mark : best));
}

function garbledProblems(cells: readonly string[][], file: string): Problem[] {
  const row = cells.findIndex((those) => those.some(isGarbled));
  if (row < 0) return [];
  const found = `“${shorten(cells[row].find(isGarbled)!)}” has lost letters, as when a list is saved in one way and opened in another`;
  return [
    at(warns("garbled", found, "write it anew here and wherever letters look odd, and save as “CSV UTF-8”"), {
      file,
      row: row + 1
    })
  ];
}

/** What separates cells: the mark most frequent in the first line that holds any. */
function findSeparator(text: string): string {
  const said = /^sep=(.)\r?\n/i.exec(text);
  if (said) return said[1];
  const line = text.split(/\r\n|\r|\n/).find((one) => /[,;\t]/.test(one)) ?? "";
  const count = (mark: string) => line.split(mark).length;
  return [",", ";", "\t"].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

/** Papa Parse warns of every mark: one for each row is enough. */
const quoteProblems = (errors: readonly Papa.ParseError[], file: string): Problem[] =>
  [
    ...group(
      errors.filter(({type}) => type === "Quotes"),
      ({row}) => row
    )
  ].map(([row, [first]]) =>
    at(first.code === "MissingQuotes" ? notClosed : strayQuote, {file, row: row === undefined ? null : row + 1})
  );

const notClosed = stops(
  "quotes",
  "a quotation mark is opened and not closed, so all that follows is taken as one cell",
  "delete the mark, or save the list from the spreadsheet"
);
const strayQuote = stops(
  "quotes",
  "a quotation mark stands within a cell that is in quotation marks",
  "double the inner marks or delete them, or save the list from the spreadsheet"
);

function readRows(
  cells: readonly string[][],
  header: readonly string[],
  {top, file, known, mark}: {top: number; file: string; known: readonly string[]; mark: string}
): {rows: Row[]; problems: Problem[]} {
  const problems: Problem[] = [];
  const empty: number[] = [];
  const rows: Row[] = [];
  const end = cells.findLastIndex((row) => row.some(Boolean));
  const places = known.map((name) => [name, header.indexOf(name)] as const);
  for (const [i, row] of cells.slice(top + 1, end + 1).entries()) {
    const place = {file, row: top + i + 2};
    if (!row.some(Boolean)) {
      empty.push(place.row);
      continue;
    }
    // In a row of another length cells stand under the wrong names: to read them would only state of what is not so.
    const shape = rowShape(row, {width: header.length, mark});
    if (shape) {
      problems.push(at(shape, place));
      continue;
    }
    const read = Object.fromEntries(places.map(([name, n]) => [name, row[n] ?? ""]));
    rows.push({...place, cells: read});
    problems.push(...formulas(read, place));
  }
  if (empty.length) problems.push(at(emptyRows(empty), {file, row: empty[0]}));
  if (rows.length === 0)
    problems.push(at(stops("no_rows", "has a header and no rows", "give every school a row"), {file}));
  return {rows, problems};
}

const emptyRows = (those: readonly number[]) =>
  those.length === 1
    ? warns("row_empty", "is empty", "delete the row")
    : warns("row_empty", `the first of ${those.length} empty rows, down to row ${those.at(-1)}`, "delete them");

/** A cell that a spreadsheet would run: opening the list would do what it says. */
export const formulas = (cells: Readonly<Record<string, string>>, place: {file: string; row: number}): Problem[] =>
  Object.entries(cells)
    .filter(([, cell]) => /^(?:[=@+]|-[^\d.-])/.test(cell))
    .map(([column, cell]) =>
      at(
        stops(
          "formula",
          `“${shorten(cell)}” begins with ${cell[0]}, which a spreadsheet runs as a formula`,
          "write what it should say, beginning with a letter or a digit"
        ),
        {...place, column}
      )
    );
