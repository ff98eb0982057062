import {describe, expect, it} from "vitest";
import type {EventStudy} from "../../../../src/library/inference/honest-did/event-study.ts";
import {conventionalInterval, targetError} from "../../../../src/library/inference/honest-did/event-study.ts";
import {
  honestDidDefaults,
  relativeMagnitudesInterval
} from "../../../../src/library/inference/honest-did/relative-magnitudes-interval.ts";

/** Coefficients with independent errors of this size. */
function study(beta: number[], pre: number, {sd, target}: {sd: number; target: number[]}): EventStudy {
  const size = beta.length;
  const sigma = Float64Array.from({length: size * size}, (_, i) => (i % (size + 1) === 0 ? sd * sd : 0));
  return {beta: Float64Array.from(beta), sigma, pre, target: Float64Array.from(target)};
}

const noisy = study([0.3, -0.2, 0.1, 1, 1.4], 3, {sd: 0.2, target: [1, 0]});
const step = (of: EventStudy) => (2 * honestDidDefaults.reach * targetError(of)) / (honestDidDefaults.points - 1);

describe("relativeMagnitudesInterval(study, m)", () => {
  it("nears the identified set where coefficients are all but known: m times the largest earlier step either way", () => {
    const sure = study([0.5, 0.2, 0.3, 1, 2], 3, {sd: 1e-3, target: [1, 0]});
    const {low, high} = relativeMagnitudesInterval(sure, 0.5, {...honestDidDefaults, reach: 2000, points: 20_001});
    const largest = 0.3;
    expect(Math.abs(low - (1 - 0.5 * largest))).toBeLessThan(5e-3);
    expect(Math.abs(high - (1 + 0.5 * largest))).toBeLessThan(5e-3);
  });

  it("lets steps add up: the mean of two later effects may be off by one and a half largest steps", () => {
    const sure = study([0.4, 0.1, 1, 2], 2, {sd: 1e-3, target: [0.5, 0.5]});
    const {low, high} = relativeMagnitudesInterval(sure, 1, {...honestDidDefaults, reach: 4000, points: 20_001});
    expect(Math.abs(low - (1.5 - 1.5 * 0.3))).toBeLessThan(8e-3);
    expect(Math.abs(high - (1.5 + 1.5 * 0.3))).toBeLessThan(8e-3);
  });

  it("widens with m", () => {
    const widths = [0, 0.5, 1, 2].map((m) => {
      const {low, high} = relativeMagnitudesInterval(noisy, m, honestDidDefaults);
      return high - low;
    });
    for (let i = 1; i < widths.length; i++) expect(widths[i]).toBeGreaterThanOrEqual(widths[i - 1] - step(noisy));
  });

  it("scales with the outcome", () => {
    const ten = {...noisy, beta: noisy.beta.map((b) => 10 * b), sigma: noisy.sigma.map((s) => 100 * s)};
    const [once, scaled] = [noisy, ten].map((of) => relativeMagnitudesInterval(of, 1, honestDidDefaults));
    expect(scaled.low).toBeCloseTo(10 * once.low, 9);
    expect(scaled.high).toBeCloseTo(10 * once.high, 9);
  });

  it("holds the interval that trusts trends, as far as the grid goes, where any violation is allowed", () => {
    const original = conventionalInterval(noisy, 0.05);
    const {low, high} = relativeMagnitudesInterval(noisy, 1, honestDidDefaults);
    expect(low).toBeLessThan(original.low + step(noisy));
    expect(high).toBeGreaterThan(original.high - step(noisy));
  });

  it("finds an effect farther from zero than the grid was asked to reach", () => {
    const far = {...noisy, beta: noisy.beta.map((b, i) => (i < 3 ? b : b + 10))};
    const [near, moved] = [noisy, far].map((of) => relativeMagnitudesInterval(of, 0, honestDidDefaults));
    expect(moved.low).toBeGreaterThan(9);
    expect(Math.abs(moved.high - moved.low - (near.high - near.low))).toBeLessThan(3 * step(noisy));
  });

  it("has no bound on a side where it runs beyond the grid, and keeps the one it has", () => {
    const both = relativeMagnitudesInterval(noisy, 3, {...honestDidDefaults, reach: 6});
    expect(both).toMatchObject({low: -Infinity, high: Infinity, open: true});
    expect(both.greatest).toBeCloseTo(6 * targetError(noisy), 12);
    expect(relativeMagnitudesInterval(noisy, 1, {...honestDidDefaults, reach: 3}).open).toBe(true);
    const {low, high} = relativeMagnitudesInterval(noisy, 1, honestDidDefaults);
    const one = relativeMagnitudesInterval(noisy, 1, {...honestDidDefaults, reach: 7, points: 351});
    expect(one.high).toBe(Infinity);
    expect(Math.abs(one.low - low)).toBeLessThan(2 * step(noisy));
    expect(high).toBeGreaterThan(7 * targetError(noisy));
  });

  it("finds the bounds beyond when it is let look further", () => {
    const near = {...noisy, beta: noisy.beta.map((b) => 0.1 * b)};
    const options = {...honestDidDefaults, points: 401};
    expect(relativeMagnitudesInterval(near, 4, {...options, reach: 4})).toMatchObject({low: -Infinity, high: Infinity});
    const {low, high} = relativeMagnitudesInterval(near, 4, {...options, reach: 100});
    expect([low, high].every(Number.isFinite)).toBe(true);
    expect(low).toBeLessThan(-4 * targetError(near));
    expect(high).toBeGreaterThan(4 * targetError(near));
  });

  it("gives the same answer twice", () => {
    expect(relativeMagnitudesInterval(noisy, 0.5, honestDidDefaults)).toEqual(
      relativeMagnitudesInterval(noisy, 0.5, honestDidDefaults)
    );
  });
});
