import {describe, expect, it} from "vitest";
import {effectOverDeviation, effectOverTotal, effectOverWithin} from "../../../src/library/inference/effect-size.ts";

const even = {treated: [20, 20, 20, 20], comparators: [20, 20, 20, 20]};
const parts = {within: 80, between: 20};

describe("effect sizes of a trial in schools", () => {
  it("over the total variance have the correction for schools of one size, √(1 − 2(n − 1)ρ/(N − 2))", () => {
    const {effect} = effectOverTotal(5, parts, even);
    expect(effect).toBeCloseTo((5 / 10) * Math.sqrt(1 - (2 * 19 * 0.2) / 158), 12);
  });

  it("have the variance of a difference in means of schools of one size", () => {
    const {effect, se} = effectOverWithin(5, parts, even);
    expect(effect).toBeCloseTo(5 / Math.sqrt(80), 12);
    const design = ((4 / 160) * (1 + 19 * 0.2)) / 0.8;
    expect(se).toBeCloseTo(Math.sqrt(design + effect ** 2 / (2 * 152)), 12);
  });

  it("without differences between schools are those of pupils one by one", () => {
    const {effect, se} = effectOverTotal(5, {within: 100, between: 0}, even);
    expect(effect).toBe(0.5);
    expect(se).toBeCloseTo(Math.sqrt(4 / 160 + 0.25 / (2 * 158)), 12);
  });

  it("take a model’s standard error where no formula has it", () => {
    const {effect, low, high} = effectOverDeviation({estimate: 5, se: 2}, 100, 1e9);
    expect(effect).toBe(0.5);
    expect((high - low) / 2).toBeCloseTo(1.959963984540054 * 0.2, 8);
  });
});
