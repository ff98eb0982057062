import {expect, test} from "vitest";
import {makeDictionary} from "../../pipelines/release/dictionary.ts";
import {openDuckDB} from "../../pipelines/warehouse.ts";

test("rows of a table are counted, without those that were deleted", async () => {
  const {warehouse, close} = await openDuckDB(":memory:");
  try {
    await warehouse.run(`
      create table excess as select range::integer as school_id from range(3000);
      comment on table excess is 'Of schools.\nkey: school_id';
      create table unsaid as select 1 as a;
      delete from excess where school_id >= 2`);
    expect(await makeDictionary(warehouse, [])).toMatchObject([
      {table: "excess", about: "Of schools.", key: "school_id", rows: 2, columns: [{column: "school_id"}]}
    ]);
  } finally {
    close();
  }
});
