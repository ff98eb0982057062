import {describe, expect, it} from "vitest";
import {mersenneTwister, normalNumbers} from "../../../src/library/statistics/mersenne-twister.ts";

describe("mersenneTwister(seed)", () => {
  it("gives the numbers R gives after set.seed", () => {
    const uniform = mersenneTwister(42);
    expect(uniform()).toBeCloseTo(0.9148060435, 10);
    expect(uniform()).toBeCloseTo(0.9370754133, 10);
  });

  it("gives R’s normal numbers", () => {
    const normal = normalNumbers(mersenneTwister(1));
    expect(normal()).toBeCloseTo(-0.6264538107, 9);
    expect(normal()).toBeCloseTo(0.1836433242, 9);
  });

  it("goes on evenly after the state is made anew", () => {
    const uniform = mersenneTwister(3);
    const draws = 20_000;
    let sum = 0;
    for (let i = 0; i < draws; i++) sum += uniform();
    expect(Math.abs(sum / draws - 0.5)).toBeLessThan(4 / Math.sqrt(12 * draws));
  });
});
