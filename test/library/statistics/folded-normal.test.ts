import normalCDF from "@stdlib/stats-base-dists-normal-cdf";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {foldedNormalQuantile} from "../../../src/library/statistics/folded-normal.ts";

describe("foldedNormalQuantile(p, mean)", () => {
  it("is the two-sided quantile at mean 0 and nears the one-sided one far out", () => {
    expect(foldedNormalQuantile(0.95, 0)).toBeCloseTo(1.959963984540054, 12);
    expect(foldedNormalQuantile(0.95, 20)).toBeCloseTo(21.64485362695147, 10);
  });

  it("holds p of the distribution, whatever the sign of the mean", () =>
    fc.assert(
      fc.property(
        fc.double({min: 0.01, max: 0.99, noNaN: true}),
        fc.double({min: -8, max: 8, noNaN: true}),
        (p, mean) => {
          const c = foldedNormalQuantile(p, mean);
          expect(normalCDF(c - mean, 0, 1) - normalCDF(-c - mean, 0, 1)).toBeCloseTo(p, 11);
        }
      )
    ));
});
