import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {placeboHill} from "../../src/telling/placebo-hill.ts";

describe("placeboHill(observed, draws)", () => {
  it("puts every draw into one of at most 41 bins", () =>
    fc.assert(
      fc.property(fc.array(fc.double({min: -1e6, max: 1e6, noNaN: true}), {minLength: 1}), (draws) => {
        const {counts} = placeboHill(1, Float64Array.from(draws))!;
        expect(counts.length).toBeLessThanOrEqual(41);
        expect(counts.reduce((sum, n) => sum + n, 0)).toBe(draws.length);
      })
    ));

  it("has each draw in the bin whose edges are about it", () => {
    const {from, width, counts} = placeboHill(1, Float64Array.of(-4, 0, 4))!;
    const filled = counts.flatMap((n, i) => (n ? [from + i * width] : []));
    expect(filled.map((edge, i) => [-4, 0, 4][i]! >= edge && [-4, 0, 4][i]! < edge + width)).toEqual([
      true,
      true,
      true
    ]);
  });

  it("counts those as far in either direction, a tie as far", () => {
    expect(placeboHill(2, Float64Array.of(-3, -2, 1, 2, 5))).toMatchObject({as_far: 4, draws: 5});
  });

  it("leaves out draws without an answer", () => {
    expect(placeboHill(2, Float64Array.of(NaN, 1))!.draws).toBe(1);
  });

  it("is null where none has an answer", () => {
    expect(placeboHill(2, Float64Array.of(NaN))).toBeNull();
  });

  it("makes one bin of draws that are all zero", () => {
    expect(placeboHill(1, new Float64Array(5))!.counts).toEqual([5]);
    expect(placeboHill(1, Float64Array.of(5e-324, 0))!.counts).toEqual([2]);
  });
});
