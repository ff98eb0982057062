import {readFile} from "node:fs/promises";
import {gunzipSync} from "node:zlib";
import Papa from "papaparse";
import {PublishedFileError, UserError} from "../../src/library/errors.ts";
import {decode, detectEncoding} from "./decode.ts";

/** A CSV file in columns of text. */
export interface Table {
  file: string;
  /** Column names in the file’s order. */
  names: readonly string[];
  columns: ReadonlyMap<string, readonly string[]>;
  rows: number;
  /** By row: the number of the record in the file, the header being 1. */
  row: Int32Array;
}

/**
 * Reads a CSV file, gzipped or not, or else the one of that name and .gz. Cells are trimmed text; blank lines are left
 * out; a column without a name (R’s row names) is called `row`. With `only`, other columns are not kept.
 *
 * Throws a UserError where there is no such file, and a PublishedFileError where it has no rows, cells are not parted by commas,
 * a row is longer or shorter than the header, a name stands twice, or a quote is never closed.
 */
export async function readTable(file: string, {only}: {only?: readonly string[]} = {}): Promise<Table> {
  const bytes = await readFile(file)
    .catch(() => readFile(`${file}.gz`))
    .catch((cause: unknown) => {
      throw new UserError(`cannot read ${file}`, {fix: "give the path of a CSV file, gzipped or not", cause});
    });
  const plain = bytes[0] === 0x1f && bytes[1] === 0x8b ? unpack(bytes, file) : bytes;
  return parseTable(decode(plain, detectEncoding(plain, file)), file, {only});
}

function unpack(bytes: Buffer, file: string): Buffer {
  try {
    return gunzipSync(bytes);
  } catch (error) {
    throw new PublishedFileError(
      `begins as a gzipped file does, and cannot be unpacked (${error instanceof Error ? error.message : String(error)})`,
      {file, fix: "it may be damaged or cut off: get it again, or unpack it first"}
    );
  }
}

/** The table in a text, called `file` in messages. */
export function parseTable(text: string, file: string, {only}: {only?: readonly string[]} = {}): Table {
  let names: string[] | null = null;
  let kept: {at: number; cells: string[]}[] = [];
  const row: number[] = [];
  let record = 0;
  const inPieces = {
    delimiter: ",",
    chunkSize: 1 << 18,
    chunk: ({data, errors}: Papa.ParseResult<string[]>) => {
      const quote = errors.find((error) => error.type === "Quotes");
      if (quote) throw badQuote(file, record + 1 + (quote.row ?? 0));
      for (const cells of data) {
        record++;
        if (cells.length === 1 && cells[0].trim() === "") continue;
        if (names) {
          refuseWrongLength(cells, names, {file, record});
          row.push(record);
          for (const column of kept) column.cells.push(cells[column.at].trim());
        } else {
          names = readHeaderCells(cells, file);
          kept = names.map((name, at) => ({name, at, cells: []})).filter(({name}) => !only || only.includes(name));
        }
      }
    }
  };
  refuseOtherSeparators(text, file);
  // Its types know no pieces of a text.
  Papa.parse(text, inPieces as Papa.ParseConfig<string[]>);
  if (!names || !row.length) {
    throw new PublishedFileError("has no rows", {file, fix: "the first line names the columns, then a row a line"});
  }
  const header: string[] = names;
  return {
    file,
    names: header,
    columns: new Map(kept.map(({at, cells}) => [header[at], cells])),
    rows: row.length,
    row: Int32Array.from(row)
  };
}

/** The cells of a column as text. Throws a PublishedFileError that lists the columns if there is none of that name. */
export function texts({file, names, columns}: Table, column: string): readonly string[] {
  const cells = columns.get(column);
  if (!cells) {
    throw new PublishedFileError(`no column called “${column}”`, {
      file,
      row: 1,
      fix: `the file has ${names.join(", ")}`
    });
  }
  return cells;
}

/** The cells of a column where none may be empty: rows that name no unit would all be one. Throws a PublishedFileError at the first that is. */
export function presentTexts(table: Table, column: string): readonly string[] {
  const cells = texts(table, column);
  const empty = cells.findIndex((cell) => cell === "" || cell === "NA");
  if (empty < 0) return cells;
  throw new PublishedFileError("the row does not say of which unit it is", {
    file: table.file,
    row: table.row[empty],
    column,
    fix: "fill the cell in, or leave the row out"
  });
}

/**
 * The cells of a column as numbers: NaN where the cell is empty, NA, NaN or “.”,
 * Infinity for Inf. Throws a PublishedFileError with the row at any other text, and at figures that cannot be
 * reckoned with; with `nearZero`, those that are only too near to 0 are taken.
 */
export function numbers(table: Table, column: string, {nearZero = false} = {}): Float64Array {
  return Float64Array.from(texts(table, column), (cell, i) => {
    const value = extractNumber(cell);
    if (value !== null && isBeyond(cell, value) && !(nearZero && Math.abs(value) < 1)) {
      throw new PublishedFileError(`“${cell}” cannot be reckoned with`, {
        file: table.file,
        row: table.row[i],
        column,
        fix: `leave the cell empty, or write all of the column in a larger or smaller unit: figures go from ${1 / MOST} to ${MOST}`
      });
    }
    if (value !== null) return value;
    throw new PublishedFileError(`“${cell}” is not a number`, {
      file: table.file,
      row: table.row[i],
      column,
      fix: "write numbers with a point and no unit, and leave the cell empty, or NA, where there is none"
    });
  });
}

/** The cells of a column as numbers where none may be missing. */
export function presentNumbers(table: Table, column: string): Float64Array {
  const values = numbers(table, column);
  const missing = values.findIndex((value) => !Number.isFinite(value));
  if (missing < 0) return values;
  throw new PublishedFileError(`“${texts(table, column)[missing]}” where a number has to be`, {
    file: table.file,
    row: table.row[missing],
    column,
    fix: "fill the cell in, or leave the row out"
  });
}

/** Farther from 0, or nearer to it, the squares that every estimate takes are no numbers any more. */
const MOST = 1e30;

const isBeyond = (cell: string, value: number): boolean =>
  written.test(cell) && (Math.abs(value) > MOST || (Math.abs(value) < 1 / MOST && !isZero(cell)));

/** Whether a number is written as 0: one that is nearer to 0 than numbers go is read as 0, too. */
export const isZero = (cell: string): boolean => /^[+-]?[0.]+(e|$)/i.test(cell);

const written = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;

function extractNumber(cell: string): number | null {
  if (written.test(cell)) return Number(cell);
  if (cell === "" || cell === "NA" || cell === "NaN" || cell === ".") return NaN;
  if (/^[+]?inf(inity)?$/i.test(cell)) return Infinity;
  if (/^-inf(inity)?$/i.test(cell)) return -Infinity;
  return null;
}

const separators = {";": "semicolons", "\t": "tabs", "|": "bars"};

/** A program set to another country’s numbers parts cells by semicolons, and pasting by tabs. */
function refuseOtherSeparators(text: string, file: string): void {
  const header = /^.*\S.*$/m.exec(text)?.[0] ?? "";
  const other = header.includes(",") ? undefined : Object.entries(separators).find(([sign]) => header.includes(sign));
  if (!other) return;
  throw new PublishedFileError(`${other[1]} stand between the cells, not commas`, {
    file,
    row: 1,
    fix: "save it as CSV with commas between cells, and points in numbers"
  });
}

const badQuote = (file: string, row: number): PublishedFileError =>
  new PublishedFileError("a quote that is opened is not closed properly", {
    file,
    row,
    fix: "put the whole cell in quotes, and double those within it"
  });

function readHeaderCells(cells: readonly string[], file: string): string[] {
  const names = cells.map((cell, i) => cell.trim() || (i === 0 ? "row" : ""));
  const twice = names.find((name, i) => names.indexOf(name) < i);
  if (twice !== undefined) {
    throw new PublishedFileError(twice === "" ? "a column has no name" : `two columns are called “${twice}”`, {
      file,
      row: 1,
      fix: "give every column a name of its own"
    });
  }
  return names;
}

function refuseWrongLength(
  data: readonly string[],
  names: readonly string[],
  {file, record}: {file: string; record: number}
): void {
  if (data.length === names.length) return;
  throw new PublishedFileError(`${data.length} cells where the header has ${names.length}`, {
    file,
    row: record,
    fix: "put text that holds a comma in quotes, and leave no cell out"
  });
}
