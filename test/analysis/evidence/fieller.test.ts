import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {fiellerInterval} from "../../../src/analysis/evidence/fieller.ts";

describe("fiellerInterval(numerator, denominator, degrees)", () => {
  it("ends at the ratios for which numerator − ratio × denominator is 1.96 standard errors from zero", () =>
    fc.assert(
      fc.property(
        fc.double({min: -100, max: 100, noNaN: true}),
        fc.double({min: 0.1, max: 10, noNaN: true}),
        fc.double({min: 3, max: 20, noNaN: true}),
        (a, va, b) => {
          const {low, high} = fiellerInterval({value: a, se: va}, {value: b, se: 1}, Infinity);
          for (const ratio of [low!, high!]) {
            const z = Math.abs(a - ratio * b) / Math.sqrt(va ** 2 + ratio ** 2);
            expect(z).toBeCloseTo(1.959964, 5);
          }
        }
      )
    ));

  it("has no limits where the denominator may be zero", () => {
    expect(fiellerInterval({value: 10, se: 1}, {value: 1.9, se: 1}, Infinity)).toMatchObject({low: null, high: null});
  });

  it("is the numerator’s own where the denominator is known", () => {
    const {low, high} = fiellerInterval({value: 10, se: 1}, {value: 2, se: 0}, Infinity);
    expect([low, high].map((x) => x!.toFixed(4))).toEqual(["4.0200", "5.9800"]);
  });
});
