import {JSDuckDBValueConverter} from "@duckdb/node-api";
import {expect, test} from "vitest";
import {columns, openDuckDB} from "../pipelines/warehouse.ts";

test("columns have the values that the package’s own reader gives, of every type, with and without missing ones, over many chunks", async () => {
  const {warehouse, close} = await openDuckDB(":memory:");
  const sql = `
    select i::integer as whole, case when i % 3 = 0 then null else i::integer end as some, i / 7 as number,
      case when i % 5 = 0 then null when i % 7 = 0 then 'nan'::double else i / 3 end as numbers, 'x' || i as text,
      case when i % 2 = 0 then null else 't' end as texts, i::bigint as large, i::smallint as small, i % 2 = 0 as yes,
      date '2020-01-01' + i::integer as day, [i, null] as several, 4::integer as constant, null::double as none
    from range(5000) as t(i)`;
  const own = (await warehouse.runAndReadAll(sql)).convertColumnsObject(JSDuckDBValueConverter);
  const read = await columns(warehouse, sql);
  expect(Object.keys(read)).toEqual(Object.keys(own));
  for (const name of Object.keys(own)) expect(read[name], name).toEqual(own[name]);
  expect(read.numbers).toHaveLength(5000);
  expect(await columns(warehouse, `${sql} limit 0`)).toMatchObject({whole: [], text: []});
  close();
});
