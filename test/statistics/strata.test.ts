import {expect, it} from "vitest";
import {strataOf} from "../../src/statistics/strata.ts";

it("cuts values into thirds, with those on a cut below it, and leaves NaN as it is", () => {
  // The thirds of 1 … 7 are cut at 3 and 5.
  expect([...strataOf(Float64Array.of(7, 1, NaN, 3, 4, 5, 2, 6), 3)]).toEqual([2, 0, NaN, 0, 1, 1, 0, 2]);
  expect([...strataOf(Float64Array.of(1, 1, 1), 3)]).toEqual([0, 0, 0]);
  expect([...strataOf(Float64Array.of(NaN), 3)]).toEqual([NaN]);
});
