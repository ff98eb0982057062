import Papa from "papaparse";
import {closestNames} from "../closest-names.ts";
import {plainName} from "../recognise.ts";
import type {ListColumn} from "./columns.ts";
import {isGarbled, notAList} from "./not-a-list.ts";
import {at, stops, warns, type Finding, type Problem} from "./problem.ts";

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

/** How many rows of title a header is looked for under, only to say that they must go. */
const TITLE_ROWS = 9;

/**
 * Reads a list by the names in its header, in any order and case: separated by commas, semicolons or tabs, with or
 * without a byte-order mark. Rows without any cell are left out and told. `optional` columns are read where there are
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
  const parsed = Papa.parse<string[]>(body, {delimiter: separatorOf(body), skipEmptyLines: false});
  const cells = parsed.data.map((row) => row.map((cell) => cell.trim()));
  const known = [...Object.keys(columns), ...optional];
  const top = headerRow(cells, known);
  const header = cells[top]!.map((name) => known.find((one) => plainName(one) === plainName(name)) ?? name);
  const problems = [
    ...(isGarbled(body) ? [at(garbled, {file})] : []),
    ...quoteProblems(parsed.errors, file),
    ...titleProblems(cells, top, file),
    ...headerProblems(header, columns, known, {file, row: top + 1})
  ];
  if (!header.some((name) => known.includes(name))) return {rows: [], columns: [], problems};
  const rows = readRows(cells, header, {top, file, known});
  return {
    rows: rows.rows,
    columns: known.filter((name) => header.includes(name)),
    problems: [...problems, ...rows.problems]
  };
}

const garbled = warns(
  "garbled",
  "some letters were lost when it was saved (é has become Ã© or �)",
  "save it again as “CSV UTF-8” and look at the names"
);

/** What separates cells: the mark most frequent in the first line that holds any. */
function separatorOf(text: string): string {
  const said = /^sep=(.)\r?\n/i.exec(text);
  if (said) return said[1]!;
  const line = text.split(/\r\n|\r|\n/).find((one) => /[,;\t]/.test(one)) ?? "";
  const count = (mark: string) => line.split(mark).length;
  return [",", ";", "\t"].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

/** The first row with two of the columns; the first row of all where none has. */
const headerRow = (cells: readonly string[][], known: readonly string[]): number => {
  const names = new Set(known.map(plainName));
  const has = (row: readonly string[]) => row.filter((name) => names.has(plainName(name))).length >= 2;
  return Math.max(0, cells.slice(0, TITLE_ROWS + 1).findIndex(has));
};

function titleProblems(cells: readonly string[][], top: number, file: string): Problem[] {
  const above = cells.slice(0, top).filter((row) => !row[0]?.toLowerCase().startsWith("sep="));
  const finding = warns("title_rows", `the header stands in row ${top + 1}`, "delete the rows above it");
  return above.length ? [at(finding, {file, row: 1})] : [];
}

const quoteProblems = (errors: readonly Papa.ParseError[], file: string): Problem[] =>
  errors
    .filter(({type}) => type === "Quotes")
    .map(({row}) =>
      at(
        stops("quotes", "a quotation mark is opened and not closed", "delete the mark, or save from the spreadsheet"),
        {file, row: row === undefined ? null : row + 1}
      )
    );

function headerProblems(
  header: readonly string[],
  columns: Readonly<Record<string, ListColumn>>,
  known: readonly string[],
  place: {file: string; row: number}
): Problem[] {
  const extra = header.filter((name) => name !== "" && !known.includes(name));
  const lacking = Object.keys(columns).filter((name) => !header.includes(name));
  const twice = known.filter((name) => header.filter((one) => one === name).length > 1);
  const meant = new Map(
    lacking.map((name) => [name, closestNames(name.replaceAll("_", " "), extra, 1).find((one) => isNear(name, one))])
  );
  return [
    ...lacking.map((column) => at(lack(column, columns[column]!, meant.get(column)), {...place, column})),
    ...extra
      .filter((name) => ![...meant.values()].includes(name))
      .map((column) =>
        at(warns("column_extra", "is not a column of this list, so it is not read", "delete it, or leave it"), {
          ...place,
          column
        })
      ),
    ...twice.map((column) =>
      at(stops("column_twice", "is there more than once", "keep the right one and delete the others"), {
        ...place,
        column
      })
    )
  ];
}

function lack(column: string, {about, essential}: ListColumn, meant: string | undefined) {
  const fix = meant ? `if “${meant}” is it, rename it ${column}` : `add a column called ${column}: ${about}`;
  return (essential ? stops : warns)("column_missing", "there is no such column", fix);
}

const isNear = (name: string, other: string): boolean => {
  const words = (text: string) =>
    plainName(text)
      .split(/[^a-z0-9]+/)
      .filter(Boolean);
  return words(name).some((word) => word !== "date" && words(other).some((one) => one === word));
};

function readRows(
  cells: readonly string[][],
  header: readonly string[],
  {top, file, known}: {top: number; file: string; known: readonly string[]}
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
    // In a row of another length cells stand under the wrong names: to read them would only tell of what is not so.
    const shape = shapeProblem(row, header);
    if (shape) {
      problems.push(at(shape, place));
      continue;
    }
    const read = Object.fromEntries(places.map(([name, n]) => [name, row[n] ?? ""]));
    rows.push({...place, cells: read});
    problems.push(...formulas(read, place));
  }
  const count = empty.length === 1 ? "1 row is empty" : `${empty.length} rows are empty`;
  if (empty.length) problems.push(at(warns("row_empty", count, "delete it"), {file, row: empty[0]!}));
  if (rows.length === 0)
    problems.push(at(stops("no_rows", "has a header and no rows", "give every school a row"), {file}));
  return {rows, problems};
}

function shapeProblem(row: readonly string[], header: readonly string[]): Finding | null {
  if (row.length === header.length) return null;
  const fix =
    row.length < header.length
      ? "fill in the row, or add the separators that are missing"
      : "put quotation marks around a cell that holds a separator, or save from the spreadsheet";
  return stops("row_shape", `has ${row.length} cells where the header has ${header.length}, so it is not read`, fix);
}

/** A cell that a spreadsheet would run: opening the list would do what it says. */
const formulas = (cells: Readonly<Record<string, string>>, place: {file: string; row: number}): Problem[] =>
  Object.entries(cells)
    .filter(([, cell]) => /^(?:[=@+]|-[^\d.-])/.test(cell))
    .map(([column, cell]) =>
      at(
        stops(
          "formula",
          `“${cell.slice(0, 40)}” begins with ${cell[0]}, which a spreadsheet runs as a formula`,
          "write what it should say, beginning with a letter or a digit"
        ),
        {...place, column}
      )
    );
