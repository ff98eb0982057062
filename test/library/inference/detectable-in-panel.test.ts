import {describe, expect, it} from "vitest";
import {detectableInPanel, simulateInPanel} from "../../../src/library/inference/detectable-in-panel.ts";
import {mersenneTwister, normalNumbers} from "../../../src/library/statistics/mersenne-twister.ts";

const normal = normalNumbers(mersenneTwister(11));
const changes = new Map(
  [2015, 2016, 2017].map((start) => [start, Float64Array.from({length: 800}, () => 2 * normal())])
);
const design = {power: 0.8, alpha: 0.05, units: 60, clusters: 20, comparators: 300, intraclass: 0};

describe("detectable effects from a panel’s changes", () => {
  it("are those of a comparison of means, 2 × √(1/60 + 1/300) being its standard error", () => {
    const {se} = detectableInPanel(changes, design);
    const expected = 2 * Math.sqrt(1 / 60 + 1 / 300);
    expect(Math.abs(se / expected - 1)).toBeLessThan(3 / Math.sqrt(2 * 2400));
  });

  it("are found by simulation as by the formula, with and without correlation within clusters", () => {
    for (const intraclass of [0, 0.3]) {
      const formula = detectableInPanel(changes, {...design, intraclass});
      const draws = 1500;
      const simulated = simulateInPanel(changes, {...design, intraclass}, {draws, seed: 3});
      expect(Math.abs(simulated.se / formula.se - 1)).toBeLessThan(3 / Math.sqrt(2 * draws) + 0.03);
      expect(Math.abs(simulated.power - 0.8)).toBeLessThan(0.06);
    }
  });

  it("grow with correlation within clusters, and shrink with units", () => {
    const effect = (more: object) => detectableInPanel(changes, {...design, ...more}).effect;
    expect(effect({intraclass: 0.5})).toBeGreaterThan(effect({}));
    expect(effect({units: 120})).toBeLessThan(effect({}));
  });

  it("say how many units there are where more are asked for", () => {
    expect(() => detectableInPanel(changes, {...design, units: 900})).toThrow("are asked of 800");
    expect(() => detectableInPanel(changes, {...design, clusters: 1})).toThrow("1 clusters");
  });
});
