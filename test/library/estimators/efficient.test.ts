import {describe, expect, it} from "vitest";
import {callawaySantanna} from "../../../src/library/estimators/callaway-santanna/callaway-santanna.ts";
import {efficient} from "../../../src/library/estimators/efficient.ts";
import type {LongPanel} from "../../../src/library/panel/long-panel.ts";
import {mersenneTwister} from "../../../src/library/statistics/mersenne-twister.ts";
import {clusteredError} from "../../support/clustered-error.ts";
import {randomPanel} from "../../support/random-panel.ts";

const options = {aggregate: "simple", reference: "last_before"} as const;

/** One cohort treated in the last of three years, next to never-treated units. */
const oneCohort = (): LongPanel => {
  const panel = randomPanel({units: 20, periods: 3});
  return {...panel, cohort: panel.cohort.map((_, u) => (u < 8 ? 2013 : Infinity))};
};

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const covariance = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, value, i) => sum + (value - mean(a)) * (b[i] - mean(b)), 0) / (a.length - 1);

describe("efficient(panel, options)", () => {
  it("is, for one cohort, the difference after less β times the one before, β from pooled covariances", () => {
    const panel = oneCohort();
    const at = (treated: boolean, t: number) =>
      [...panel.cohort.keys()]
        .filter((u) => (panel.cohort[u] === 2013) === treated)
        .map((u) => panel.outcome[3 * u + t]);
    const [x1, x0, y1, y0] = [at(true, 1), at(false, 1), at(true, 2), at(false, 2)];
    const beta =
      (covariance(x1, y1) / 8 + covariance(x0, y0) / 12) / (covariance(x1, x1) / 8 + covariance(x0, x0) / 12);
    const [effect] = efficient(panel, options).effects;
    expect(effect.estimate).toBeCloseTo(mean(y1) - mean(y0) - beta * (mean(x1) - mean(x0)), 10);
    expect([effect.units, effect.comparators]).toEqual([8, 12]);
  });

  it("has a smaller standard error than β = 1, Callaway–Sant’Anna’s, where years of a unit have little in common", () => {
    const uniform = mersenneTwister(5);
    const made = randomPanel({units: 100});
    const panel = {...made, outcome: made.outcome.map(() => uniform())};
    const [ours] = efficient(panel, options).effects;
    const [theirs] = callawaySantanna.estimate(panel, {
      aggregate: "simple",
      comparators: "not_yet_treated",
      base: "universal",
      method: "dr",
      anticipation: 0
    }).effects;
    // With independent years β is near 0, which halves the variance.
    const ratio = clusteredError(panel, ours) / clusteredError(panel, theirs);
    expect(ratio).toBeGreaterThan(0.6);
    expect(ratio).toBeLessThan(0.85);
  });

  it("does not move with an effect of each year, and scales with the outcome", () => {
    const panel = randomPanel({units: 40});
    const [before] = efficient(panel, options).effects;
    const outcome = panel.outcome.map((y, row) => -3 * (y + 10 * Math.sin(panel.period[row])));
    const [after] = efficient({...panel, outcome}, options).effects;
    expect(after.estimate).toBeCloseTo(-3 * before.estimate, 10);
    expect(clusteredError(panel, after)).toBeCloseTo(3 * clusteredError(panel, before), 10);
  });

  it("always says what it assumes", () => {
    expect(efficient(oneCohort(), options).messages).toContain(
      "assumes that when units were treated is as good as random"
    );
  });

  it("refuses clusters of several units", () => {
    expect(() => efficient(randomPanel({clusterSize: 2}), options)).toThrow("over units, not clusters");
  });
});
