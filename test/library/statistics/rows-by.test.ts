import {expect, it} from "vitest";
import {rowsBy} from "../../../src/library/statistics/rows-by.ts";

it("lists the rows at each level, and leaves out those at none", () => {
  const rows = rowsBy(Int32Array.of(1, -1, 0, 1), 3);
  expect(rows.map((of) => [...of])).toEqual([[2], [0, 3], []]);
});
