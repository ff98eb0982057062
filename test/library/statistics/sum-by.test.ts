import {expect, it} from "vitest";
import {sumBy} from "../../../src/library/statistics/sum-by.ts";

it("sums values by group, 0 for a group without any", () => {
  expect([...sumBy(Float64Array.of(1, 2, 4), Int32Array.of(2, 0, 2), 3)]).toEqual([2, 0, 5]);
});
