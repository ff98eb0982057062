import {expect, test} from "vitest";
import {ascendingQuantile, mersenneTwister, tailQuantile} from "../../../src/library/statistics/index.ts";

test("a quantile of numbers in any order is that of the sorted ones, to the bit", () => {
  const next = mersenneTwister(3);
  for (const count of [1, 2, 3, 40, 999]) {
    // Many are alike, and some are missing.
    const values = Float64Array.from({length: count}, () =>
      next() < 0.1 && count > 3 ? NaN : Math.round(40 * next())
    );
    for (const share of [0, 0.025, 0.3, 0.5, 0.95, 0.975, 1]) {
      expect(tailQuantile(values, share)).toBe(ascendingQuantile(values.slice().sort(), share));
    }
  }
});

test("no numbers have no quantile", () => {
  expect(tailQuantile(new Float64Array(), 0.5)).toBeNaN();
  expect(tailQuantile(Float64Array.of(NaN), 0.025)).toBeNaN();
});
