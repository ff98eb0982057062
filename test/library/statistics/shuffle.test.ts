import {randomLcg, range} from "d3";
import {describe, expect, it} from "vitest";
import {mersenneTwister} from "../../../src/library/statistics/mersenne-twister.ts";
import {shuffled, wholeNumberBelow} from "../../../src/library/statistics/shuffle.ts";

describe("shuffled(n, uniform)", () => {
  it("gives the order that R gives after set.seed(1) and set.seed(42)", () => {
    expect(shuffled(10, mersenneTwister(1)).map((i) => i + 1)).toEqual([9, 4, 7, 1, 2, 5, 3, 10, 6, 8]);
    expect(shuffled(10, mersenneTwister(42)).map((i) => i + 1)).toEqual([1, 5, 10, 8, 2, 4, 6, 9, 7, 3]);
  });

  it("loses none", () => {
    expect(shuffled(50, randomLcg(0.5)).sort((a, b) => a - b)).toEqual(range(50));
  });
});

describe("wholeNumberBelow(limit, uniform)", () => {
  it("gives each number as often as any other", () => {
    const uniform = mersenneTwister(7);
    const counts = new Float64Array(5);
    for (let i = 0; i < 20_000; i++) counts[wholeNumberBelow(5, uniform)]++;
    // Four standard errors of a count of 4,000: 4 √(20,000 · 0.2 · 0.8).
    for (const count of counts) expect(Math.abs(count - 4000)).toBeLessThan(4 * Math.sqrt(3200));
  });

  it("has one answer below 1", () => expect(wholeNumberBelow(1, () => 0.9)).toBe(0));
});
