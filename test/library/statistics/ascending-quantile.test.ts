import {quantile} from "d3";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {ascendingQuantile} from "../../../src/library/statistics/index.ts";

describe("ascendingQuantile(ascending, share)", () => {
  it("is d3’s, to the last digit", () => {
    const number = fc.double({noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6});
    fc.assert(
      fc.property(fc.array(number, {minLength: 1}), fc.double({min: 0, max: 1, noNaN: true}), (values, share) => {
        const expected = quantile(values, share)! + 0;
        expect(ascendingQuantile(Float64Array.from(values).sort(), share) + 0).toBe(expected);
      })
    );
  });

  it("leaves out what is no number", () => {
    expect(ascendingQuantile(Float64Array.of(1, 3, NaN), 0.5)).toBe(2);
    expect(ascendingQuantile(new Float64Array(), 0.5)).toBeNaN();
  });
});
