import {expect, test} from "vitest";
import {pickFound} from "../../pipelines/read/pick-found.ts";
import {openDuckDB} from "../../pipelines/warehouse.ts";

test("conditions that hold in some row are picked, in their order; one that is never known holds in none", async () => {
  const {warehouse, close} = await openDuckDB(":memory:");
  const from = "(values (1, null), (2, null)) as t(a, b)";
  const test = (one: string) => one;
  expect(await pickFound(warehouse, ["a > 1", "a > 2", "b > 0", "a = 1"], {test, from})).toEqual(["a > 1", "a = 1"]);
  expect(await pickFound(warehouse, ["a > 1"], {test, from: `${from} where a > 5`})).toEqual([]);
  expect(await pickFound(warehouse, [], {test, from: "no_such_table"})).toEqual([]);
  close();
});
