import {expect, it} from "vitest";
import {meanOfAvailable} from "../../../src/library/statistics/available-mean.ts";

it("averages the values there are, and says NaN where there are none", () => {
  expect(meanOfAvailable([9, 1, NaN, 3, 9], 1, 3)).toBe(2);
  expect(meanOfAvailable([NaN, NaN], 0, 1)).toBeNaN();
  expect(meanOfAvailable([1, 9, 3, 9], 0, 2, 2)).toBe(2);
  expect(meanOfAvailable([1, 2], 1, 0)).toBeNaN();
});
