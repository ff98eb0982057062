import {readFileSync} from "node:fs";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {parseTable, type Table} from "./table.ts";

/** The folder of the committed tables. */
export const partnershipTables = fileURLToPath(new URL("../../data/partnerships", import.meta.url));

/** The rows of a committed table; throws as parseTable does. */
export const readTable = <Row>(table: Table<Row>, folder: string): Row[] =>
  parseTable(table, readFileSync(join(folder, table.file), "utf8"));
