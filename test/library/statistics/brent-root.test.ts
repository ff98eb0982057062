import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {brentRoot} from "../../../src/library/statistics/brent-root.ts";

describe("brentRoot(f, [from, to], tolerance)", () => {
  it("finds roots to the last digit where asked", () =>
    fc.assert(
      fc.property(fc.double({min: -5, max: 5, noNaN: true}), (root) => {
        const found = brentRoot((x) => Math.expm1(x - root) + (x - root) ** 3, [-6, 7], 0);
        expect(Math.abs(found - root)).toBeLessThan(1e-12);
      })
    ));

  it("stops within the tolerance it is given", () => {
    expect(Math.abs(brentRoot((x) => x ** 3 - 2, [0, 100], 1e-3) - Math.cbrt(2))).toBeLessThan(1e-3);
  });

  it("refuses a bracket without a change of sign", () => {
    expect(() => brentRoot((x) => x * x + 1, [-1, 1], 0)).toThrow("no change of sign");
  });
});
