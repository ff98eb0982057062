import {afterAll, beforeAll, expect, test} from "vitest";
import {readSources} from "../../pipelines/sources.ts";
import {stage} from "../../pipelines/stage/staged.ts";
import {openWarehouse, rows, type Warehouse} from "../../pipelines/warehouse.ts";
import {makeEmptyTables} from "../support/empty-tables.ts";

const opened: {warehouse: Warehouse; close: () => void}[] = [];
beforeAll(async () => {
  opened.push(await openWarehouse(), await openWarehouse());
});
afterAll(() => opened.forEach(({close}) => close()));

test("the empty tables that tests start from are those of the step itself: columns, types, comments and keys", async () => {
  const sources = await readSources();
  const [made, copied] = opened;
  await stage(made.warehouse, [], sources);
  await makeEmptyTables(
    copied.warehouse,
    sources.map(({id}) => id)
  );
  const describe = (warehouse: Warehouse) =>
    rows(
      warehouse,
      `select tables.table_name, tables.comment, column_name, data_type, column_index
       from duckdb_tables() as tables join duckdb_columns() as columns using (schema_name, table_name)
       where schema_name = 'staged' order by all`
    );
  const found = await describe(copied.warehouse);
  expect(found.length).toBeGreaterThan(1000);
  expect(found).toEqual(await describe(made.warehouse));
});
