import {describe, expect, it} from "vitest";
import {effectiveSampleSize} from "../../../src/library/matching/effective-sample-size.ts";

describe("effectiveSampleSize(weights)", () => {
  it("is the number of units where weights are equal, whatever they are", () => {
    expect(effectiveSampleSize(new Float64Array(7).fill(0.2))).toBeCloseTo(7, 12);
  });

  it("is one where one unit has nearly all the weight, and none where nobody has any", () => {
    expect(effectiveSampleSize(Float64Array.of(1e9, 1, 1))).toBeCloseTo(1, 6);
    expect(effectiveSampleSize(new Float64Array(3))).toBe(0);
  });
});
