import normalCDF from "@stdlib/stats-base-dists-normal-cdf";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {lowerTailQuantile} from "../../../src/library/statistics/lower-tail-quantile.ts";

describe("lowerTailQuantile(p)", () => {
  it("gives back where a probability came from, 30 deviations out as well", () =>
    fc.assert(
      fc.property(fc.double({min: -30, max: 0, noNaN: true}), (x) => {
        expect(Math.abs(lowerTailQuantile(normalCDF(x, 0, 1)) - x)).toBeLessThan(1e-12 * (1 + Math.abs(x)));
      })
    ));

  it("is the mirror image above a half, and nothing at a half", () => {
    expect(lowerTailQuantile(0.975)).toBeCloseTo(1.959963984540054, 13);
    expect(lowerTailQuantile(0.5)).toBeCloseTo(0, 15);
    expect(lowerTailQuantile(0)).toBe(-Infinity);
  });
});
