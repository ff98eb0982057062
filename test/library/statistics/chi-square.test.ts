import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {chiSquareQuantile, chiSquareTail} from "../../../src/library/statistics/chi-square.ts";

describe("χ²", () => {
  it("on two degrees of freedom has the tail exp(−x/2), however far out", () => {
    for (const x of [0.1, 1, 3.9, 4.1, 30, 700]) expect(chiSquareTail(x, 2) / Math.exp(-x / 2)).toBeCloseTo(1, 11);
  });

  it("on four has exp(−x/2)(1 + x/2)", () => {
    for (const x of [0.5, 6, 40]) expect(chiSquareTail(x, 4) / (Math.exp(-x / 2) * (1 + x / 2))).toBeCloseTo(1, 11);
  });

  it("has quantiles that its tail gives back, for few and very many degrees", () =>
    fc.assert(
      fc.property(
        fc.double({min: 0.001, max: 0.999, noNaN: true}),
        fc.double({min: 0.3, max: 8000, noNaN: true}),
        (p, degrees) => {
          expect(1 - chiSquareTail(chiSquareQuantile(p, degrees), degrees)).toBeCloseTo(p, 9);
        }
      ),
      {numRuns: 200}
    ));

  it("keeps its digits on 4,031 degrees, where a funnel’s upper limit needs them", () => {
    expect(chiSquareQuantile(0.975, 2 * 2015.38) / (2 * 2014.38)).toBeCloseTo(1.04464496300018, 10);
  });
});
