import {range} from "d3";
import {describe, expect, it} from "vitest";
import {drawnEffect, drawnP} from "../../src/analysis/linear-effect.ts";

/** As many numbers on either side of zero, from −1 to 1. */
const drawn = Float64Array.from(range(-500, 501), (i) => i / 500);

describe("drawnP(estimate, drawn)", () => {
  it("is at most five in a hundred just where the interval leaves out zero", () => {
    for (const estimate of [-0.99, -0.94, -0.3, 0, 0.3, 0.94, 0.96]) {
      const {low, high} = drawnEffect(estimate, drawn, 1);
      expect(drawnP(estimate, drawn) <= 0.05).toBe(low! > 0 || high! < 0);
    }
  });

  it("is never zero, nor more than one", () => {
    expect(drawnP(99, drawn)).toBeGreaterThan(0);
    expect(drawnP(0, drawn)).toBe(1);
  });

  it("leaves out draws without an answer, and is not a number where none has one", () => {
    expect(drawnP(0.5, Float64Array.of(NaN, ...drawn))).toBe(drawnP(0.5, drawn));
    expect(drawnP(0.5, Float64Array.of(NaN, NaN))).toBeNaN();
  });
});
