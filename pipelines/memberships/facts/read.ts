import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {parseTable, type Table} from "./table.ts";

/** The folder of the committed tables. */
export const partnershipTables = fileURLToPath(new URL("../../../data/partnerships", import.meta.url));

/** The rows of a table of a folder, none if the folder has no such table; throws as parseTable does. */
export function readTable<Row>(table: Table<Row>, folder: string): Row[] {
  const path = join(folder, table.file);
  return existsSync(path) ? parseTable(table, readFileSync(path, "utf8")) : [];
}
