import {appendColumns, type NewColumn, type Warehouse} from "./warehouse.ts";

/** The columns of a table to be filled, and their types. Dates are written as ISO dates. */
export type TableColumns<Row> = {[Column in keyof Row & string]: NewColumn["type"] | "date"};

/** Makes a table of rows, each of which has every column; `date` columns take ISO dates. For queries further on: it has no key. */
export async function fillTable<Row extends object>(
  warehouse: Warehouse,
  table: string,
  columns: TableColumns<Row>,
  rows: readonly Row[]
): Promise<void> {
  const named = Object.entries(columns) as [keyof Row & string, NewColumn["type"] | "date"][];
  const plain = named.map(([name, type]) => `"${name}" ${type === "date" ? "varchar" : type}`);
  await warehouse.run(`create or replace table ${table} (${plain.join(", ")})`);
  if (rows.length > 0) {
    await appendColumns(
      warehouse,
      table,
      named.map(([name, type]) => ({
        type: type === "date" ? "varchar" : type,
        values: rows.map((row) => row[name] as string | number | null)
      }))
    );
  }
  const dates = named.filter(([, type]) => type === "date").map(([name]) => name);
  for (const name of dates) await warehouse.run(`alter table ${table} alter column "${name}" type date`);
}
