import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {parseTable, type Table} from "./table.ts";

/** The rows of a table of a folder, none if the folder has no such table; throws as parseTable does. */
export function readTable<Row>(table: Table<Row>, folder: string): Row[] {
  const path = join(folder, table.file);
  return existsSync(path) ? parseTable(table, readFileSync(path, "utf8")) : [];
}
