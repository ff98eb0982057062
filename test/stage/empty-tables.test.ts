import {afterAll, beforeAll, expect, test} from "vitest";
import {readSources} from "../../pipelines/sources.ts";
import {makeEmptyTables} from "../../pipelines/stage/empty-tables.ts";
import {openWarehouse, rows, type Warehouse} from "../../pipelines/warehouse.ts";

const opened: {warehouse: Warehouse; close: () => void}[] = [];
beforeAll(async () => {
  opened.push(await openWarehouse(), await openWarehouse());
});
afterAll(() => opened.forEach(({close}) => close()));

test("tables that a process makes again are those of the queries it planned: columns, types, comments and keys", async () => {
  const sources = (await readSources()).map((source) => ({...source}));
  const describe = (warehouse: Warehouse) =>
    rows(
      warehouse,
      `select tables.table_name, tables.comment, column_name, data_type, column_index
       from duckdb_tables() as tables join duckdb_columns() as columns using (schema_name, table_name)
       where schema_name = 'staged' order by all`
    );
  for (const {warehouse} of opened) await makeEmptyTables([warehouse], sources);
  const [planned, again] = await Promise.all(opened.map(({warehouse}) => describe(warehouse)));
  expect(planned.length).toBeGreaterThan(1000);
  expect(again).toEqual(planned);
});
