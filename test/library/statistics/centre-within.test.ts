import {describe, expect, it} from "vitest";
import {centreWithin, meansWithin} from "../../../src/library/statistics/centre-within.ts";

const grouping = {unit: Int32Array.of(0, 0, 2), units: 3, weights: Float64Array.of(1, 3, 5)};

describe("meansWithin(values, grouping)", () => {
  it("weighs rows, and is NaN for a unit without any", () => {
    expect([...meansWithin(Float64Array.of(2, 6, 7), grouping)]).toEqual([5, NaN, 7]);
  });
});

describe("centreWithin(values, grouping)", () => {
  it("leaves what a row is above its unit", () => {
    expect([...centreWithin(Float64Array.of(2, 6, 7), grouping)]).toEqual([-3, 1, 0]);
  });

  it("leaves no mean behind where values are large and vary little", () => {
    const values = Float64Array.from({length: 1000}, (_, i) => 1e12 + Math.sin(i));
    const centred = centreWithin(values, {unit: new Int32Array(1000), units: 1, weights: null});
    // Each value is a rounded number near 1e12, whose last bit is 1.2e-4; the mean must not keep a share of it.
    expect(Math.abs(centred.reduce((sum, value) => sum + value, 0))).toBeLessThan(1e-9);
  });
});
