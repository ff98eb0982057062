import {describe, expect, it} from "vitest";
import {figureOf, standardError, subtract} from "../../src/inference/estimate.ts";

const estimate = {value: 3, influence: Float64Array.of(-2, -1, 0, 1, 2), clusters: 5, schools: 9};

describe("figureOf(estimate)", () => {
  it("gives the standard error of a mean when each cluster is one value of it", () => {
    const values = [4, 7, 1, 0, 8, 10];
    const mean = 5;
    const influence = Float64Array.from(values, (v) => (v - mean) / values.length);
    const variance = values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / (values.length - 1);
    const error = standardError({value: mean, influence, clusters: 6, schools: 6});
    expect(error).toBeCloseTo(Math.sqrt(variance / values.length), 12);
  });

  it("gives the interval of Student’s t with one degree of freedom fewer than clusters", () => {
    const {value, low, high, schools} = figureOf(estimate);
    expect([value, schools]).toEqual([3, 9]);
    // t(0.975, 4) from printed tables.
    expect(high! - 3).toBeCloseTo(2.776 * Math.sqrt((5 / 4) * 10), 2);
    expect(3 - low!).toBeCloseTo(high! - 3, 12);
  });

  it("claims none below five clusters", () => {
    expect(figureOf({...estimate, clusters: 4})).toEqual({value: 3, low: null, high: null, schools: 9});
  });
});

describe("subtract(a, b)", () => {
  it("nets what a cluster does to both sides", () => {
    const same = subtract(estimate, {...estimate, value: 1});
    expect(same.value).toBe(2);
    expect(standardError(same)).toBe(0);
  });

  it("rests on the clusters of the side with fewer, and on the schools of the first", () => {
    expect(subtract(estimate, {...estimate, clusters: 3, schools: 99})).toMatchObject({clusters: 3, schools: 9});
    expect(subtract(estimate, {...estimate, clusters: 70})).toMatchObject({clusters: 5});
  });
});
