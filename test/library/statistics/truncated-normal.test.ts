import normalCDF from "@stdlib/stats-base-dists-normal-cdf";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {truncatedNormalQuantile} from "../../../src/library/statistics/truncated-normal.ts";

const end = fc.double({min: -7, max: 7, noNaN: true});

describe("truncatedNormalQuantile(p, low, high)", () => {
  it("has p of what lies between the ends below it, in either tail", () =>
    fc.assert(
      fc.property(fc.double({min: 0.01, max: 0.99, noNaN: true}), end, end, (p, a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        fc.pre(high - low > 0.1);
        const mirrored = low > 0;
        const x = truncatedNormalQuantile(p, low, high);
        const below = (z: number) => normalCDF(mirrored ? -z : z, 0, 1);
        expect((below(x) - below(low)) / (below(high) - below(low))).toBeCloseTo(p, 7);
      })
    ));

  it("is the plain quantile without ends", () => {
    expect(truncatedNormalQuantile(0.975, -Infinity, Infinity)).toBeCloseTo(1.959963984540054, 12);
  });

  it("goes on without a break where the tail gives way to its asymptote", () => {
    const [before, after] = [29.999, 30.001].map((low) => truncatedNormalQuantile(0.5, low, Infinity) - low);
    expect(Math.abs(after / before - 1)).toBeLessThan(2e-3);
  });

  it("is the end where both ends are the same", () => {
    expect(truncatedNormalQuantile(0.3, 2, 2)).toBe(2);
  });
});
