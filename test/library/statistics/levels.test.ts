import {describe, expect, it} from "vitest";
import {findLevels} from "../../../src/library/statistics/levels.ts";

describe("levelsOf(column)", () => {
  it("numbers the distinct values in ascending order", () => {
    const {values, of} = findLevels(Int32Array.of(2019, 2015, 2019, 2022));
    expect(values).toEqual([2015, 2019, 2022]);
    expect([...of]).toEqual([1, 0, 1, 2]);
  });

  it("refuses NaN, which equals nothing", () => {
    expect(() => findLevels(Float64Array.of(1, NaN))).toThrow("NaN has no level");
  });
});
