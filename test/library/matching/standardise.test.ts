import {describe, expect, it} from "vitest";
import {crossProducts, standardise} from "../../../src/library/matching/standardise.ts";

const x = {name: "x", values: Float64Array.of(1, 2, 3, 4)};
const y = {name: "y", values: Float64Array.of(1, 0, 0, 5)};

describe("standardise(columns)", () => {
  it("takes off the mean and divides by the standard deviation over n − 1", () => {
    const {values, means, deviations} = standardise([x]);
    expect(means[0]).toBe(2.5);
    expect(deviations[0]).toBeCloseTo(Math.sqrt(5 / 3), 14);
    expect(values[3]).toBeCloseTo(1.5 / Math.sqrt(5 / 3), 14);
  });

  it("refuses a column that does not vary, by its name", () => {
    expect(() => standardise([x, {name: "flat", values: new Float64Array(4).fill(0.1)}])).toThrow(/^flat is the same/);
  });

  it("refuses a column that the ones before it determine, whatever its unit", () => {
    const sum = {name: "sum", values: x.values.map((value, i) => 1e6 * (value - 2 * y.values[i]) + 7)};
    expect(() => standardise([x, y, sum])).toThrow("sum is determined by x, y");
  });
});

describe("crossProducts(values, columns, weights)", () => {
  it("sums weight times the outer product over rows", () => {
    expect([...crossProducts(Float64Array.of(1, 2, 3, 4), 2, Float64Array.of(1, 10))]).toEqual([91, 122, 122, 164]);
  });
});
