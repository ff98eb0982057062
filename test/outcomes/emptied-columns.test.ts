import {afterAll, beforeEach, expect, test} from "vitest";
import {findEmptiedColumns} from "../../pipelines/outcomes/emptied-columns.ts";
import {openDuckDB} from "../../pipelines/warehouse.ts";

const {warehouse, close} = await openDuckDB(":memory:");
afterAll(close);

beforeEach(async () => {
  await warehouse.run(`
    create or replace table file as select 1 as file_id, '2017-2018_england_ks2final.csv' as file;
    create or replace table outcome as
      select 1 as file_id, 'ks2_attainment' as measure, 2018 as academic_year, school_id, null::double as value, 'blank' as missing
      from range(40) as schools(school_id)`);
});

test("a column without any figure, most cells of it empty, is said with its file, outcome and year", async () => {
  expect(await findEmptiedColumns(warehouse)).toEqual([
    "2017-2018_england_ks2final.csv: none of 40 schools has a figure for “Reading, writing and maths at 11” in 2017/18, and most of its cells are empty: the column was emptied, and the year is lost for this outcome; download the file again"
  ]);
});

test.each([
  ["one school has a figure", "update outcome set value = 3 where school_id = 7"],
  ["the publisher printed no such column", "update outcome set missing = 'not_in_years_table'"],
  ["the file lacks the column", "update outcome set missing = 'not_in_file'"],
  ["most figures are hidden", "update outcome set missing = 'suppressed' where school_id < 25"],
  ["it is of few schools", "delete from outcome where school_id > 18"]
])("nothing is said where %s", async (_, change) => {
  await warehouse.run(change);
  expect(await findEmptiedColumns(warehouse)).toEqual([]);
});
