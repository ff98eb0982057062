import {describe, expect, it} from "vitest";
import {withinSlope} from "../../src/statistics/within-slope.ts";

const two = {
  row: Int32Array.of(0, 1, 2),
  cell: Int32Array.of(0, 1, 1),
  columns: 3,
  values: Float64Array.of(0, 100, NaN, 1, NaN, 7, 2, 108, NaN),
  counts: Float64Array.of(1, 1, 1, 1, 1, 1),
  weights: Float64Array.of(1, 3, 1, 1, 1, 3)
};

describe("withinSlope(observations, from, to)", () => {
  it("weighs the slopes of units by their spread, and leaves out those with one value", () => {
    // Slopes 1 with spread 2 and 4 with spread 3 × 2.
    const fit = withinSlope(two, 0, 2)!;
    expect(fit.value).toBeCloseTo((1 * 2 + 4 * 6) / 8, 12);
    expect([...fit.contributes]).toEqual([1, 1, 0]);
  });

  it("looks only at its window", () => {
    expect(withinSlope(two, 0, 1)!.value).toBe(1);
    expect(withinSlope({...two, weights: Float64Array.of(0, 1, 1, 1, 1, 1)}, 0, 1)).toBeNull();
  });
});
