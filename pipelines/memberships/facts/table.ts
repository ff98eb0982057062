import Papa from "papaparse";
import {PublishedFileError, UserError} from "../../../src/library/errors.ts";
import type {ReadCell} from "./cells.ts";

/** How each column of a table is read, in the order of the file. */
export type Columns<Row> = {[Column in keyof Row & string]: ReadCell<Row[Column]>};

/** What is wrong with a row as a whole. */
export interface Fault {
  column: string;
  problem: string;
  fix: string;
}

/** A committed table of facts: its file, its columns, and what its rows must keep to beyond them. */
export interface Table<Row> {
  file: string;
  columns: Columns<Row>;
  findFaultOf?: (row: Row) => Fault | null;
}

/**
 * Reads a table. Throws a PublishedFileError naming the row and column of the first cell or row that is not as its
 * table has it, or the header if its columns are not those of the table, in their order.
 */
export function parseTable<Row>({file, columns, findFaultOf}: Table<Row>, content: string): Row[] {
  const {data} = Papa.parse<string[]>(content, {delimiter: ",", skipEmptyLines: false});
  const lines = data.at(-1)?.join("") === "" ? data.slice(0, -1) : data;
  const names = Object.keys(columns) as (keyof Row & string)[];
  const header = lines[0] ?? [];
  if (header.join() !== names.join()) {
    throw new PublishedFileError(`the columns are ${header.join(", ") || "missing"}`, {
      file,
      row: 1,
      fix: `make them ${names.join(", ")}`
    });
  }
  return lines.slice(1).map((cells, i) => {
    const at = {file, row: i + 2};
    if (cells.length !== names.length) {
      throw new PublishedFileError(`${cells.length} cells under ${names.length} columns`, {
        ...at,
        fix: "put text with commas in quotation marks, and leave unknown cells empty"
      });
    }
    const read = names.map((column, n) => [column, readCell(columns[column], cells[n], {...at, column})]);
    const row = Object.fromEntries(read) as Row;
    const fault = findFaultOf?.(row);
    if (fault) throw new PublishedFileError(fault.problem, {...at, column: fault.column, fix: fault.fix});
    return row;
  });
}

function readCell<T>(read: ReadCell<T>, found: string, at: {file: string; row: number; column: string}): T {
  try {
    return read(found);
  } catch (error) {
    if (error instanceof UserError) throw new PublishedFileError(error.message, {...at, fix: error.fix});
    throw error;
  }
}
