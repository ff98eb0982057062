import {describe, expect, it} from "vitest";
import {
  drawWeights,
  enumerateWeights,
  wildWeights,
  type WildWeights
} from "../../../src/library/inference/wild-weights.ts";
import {mersenneTwister} from "../../../src/library/statistics/mersenne-twister.ts";

describe.each(Object.keys(wildWeights) as WildWeights[])("drawWeights(into, %s, uniform)", (weights) => {
  it("draws points with mean 0 and variance 1", () => {
    const drawn = new Float64Array(100_000);
    drawWeights(drawn, weights, mersenneTwister(3));
    const mean = drawn.reduce((sum, v) => sum + v, 0) / drawn.length;
    const square = drawn.reduce((sum, v) => sum + v * v, 0) / drawn.length;
    // Four standard errors: √(1 ÷ 1e5) of the mean; v² has a variance of at most 1 (Mammen).
    expect(Math.abs(mean)).toBeLessThan(0.0127);
    expect(Math.abs(square - 1)).toBeLessThan(0.0127);
  });

  it("draws each point there is, and no other", () => {
    const drawn = new Float64Array(1000);
    drawWeights(drawn, weights, mersenneTwister(4));
    expect([...new Set(drawn)].sort((a, b) => a - b)).toEqual([...wildWeights[weights]]);
  });
});

describe("enumerateWeights(into, draw)", () => {
  it("gives each combination of signs once, the first of them 1 throughout", () => {
    const all = Array.from({length: 8}, (_, draw) => {
      const v = new Float64Array(3);
      enumerateWeights(v, draw);
      return v.join();
    });
    expect(all[0]).toBe("1,1,1");
    expect(new Set(all).size).toBe(8);
  });
});
