import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {
  betweenMethods,
  betweenVariance,
  exactPrecision,
  metaforPrecision,
  weighted
} from "../../../src/library/inference/between-variance.ts";
import type {StudyEffects} from "../../../src/library/inference/between-variance.ts";

const effects: StudyEffects = {
  effect: Float64Array.of(0.1, 0.5, -0.3, 0.8, 0.2, 0.6),
  variance: Float64Array.of(0.02, 0.05, 0.03, 0.04, 0.01, 0.06)
};
const alike: StudyEffects = {effect: Float64Array.of(0.1, 0.11, 0.09, 0.1), variance: new Float64Array(4).fill(1)};

/** Twice the log likelihood, restricted or not, less a constant. */
function likelihood({effect, variance}: StudyEffects, tau2: number, restricted: boolean): number {
  const {sum, q} = weighted({effect, variance}, tau2);
  return -variance.reduce((total, v) => total + Math.log(v + tau2), 0) - q - (restricted ? Math.log(sum) : 0);
}

const random = fc
  .array(fc.tuple(fc.double({min: -2, max: 2, noNaN: true}), fc.double({min: 0.01, max: 1, noNaN: true})), {
    minLength: 3,
    maxLength: 12
  })
  .map((rows) => ({
    effect: Float64Array.from(rows, ([y]) => y),
    variance: Float64Array.from(rows, ([, v]) => v)
  }));

describe("betweenVariance(effects, method)", () => {
  it.each([
    ["reml", true],
    ["ml", false]
  ] as const)("%s is where the likelihood is largest on a grid", (method, restricted) => {
    const tau2 = betweenVariance(effects, method, exactPrecision);
    let best = 0;
    for (let t = 0; t < 1; t += 1e-4) {
      if (likelihood(effects, t, restricted) > likelihood(effects, best, restricted)) best = t;
    }
    expect(Math.abs(tau2 - best)).toBeLessThan(1e-4);
  });

  it("pm makes Q with its weights equal to its degrees of freedom", () => {
    expect(weighted(effects, betweenVariance(effects, "pm", exactPrecision)).q).toBeCloseTo(5, 10);
  });

  it("he is the variance of effects less their mean sampling variance", () => {
    const mean = 1.9 / 6;
    const variance = effects.effect.reduce((sum, y) => sum + (y - mean) ** 2, 0) / 5;
    expect(betweenVariance(effects, "he", exactPrecision)).toBeCloseTo(variance - 0.035, 12);
  });

  it("dl agrees with pm and he where all sampling variances are equal", () => {
    const equal = {...effects, variance: new Float64Array(6).fill(0.03)};
    const [dl, pm, he, reml] = (["dl", "pm", "he", "reml"] as const).map((m) =>
      betweenVariance(equal, m, exactPrecision)
    );
    for (const other of [pm, he, reml]) expect(other).toBeCloseTo(dl, 10);
  });

  it.each(betweenMethods.filter((method) => method !== "sj"))(
    "%s is exactly 0 where effects differ by less than chance",
    (method) => {
      expect(betweenVariance(alike, method, metaforPrecision)).toBe(0);
      expect(betweenVariance(alike, method, exactPrecision)).toBe(0);
    }
  );

  it("scales with the square of the effects, and is never negative", () => {
    fc.assert(
      fc.property(random, fc.constantFrom(...betweenMethods), (of, method) => {
        const ten = {effect: of.effect.map((y) => 10 * y), variance: of.variance.map((v) => 100 * v)};
        const tau2 = betweenVariance(of, method, exactPrecision);
        expect(tau2).toBeGreaterThanOrEqual(0);
        expect(Math.abs(betweenVariance(ten, method, exactPrecision) - 100 * tau2)).toBeLessThan(
          1e-6 * (1 + 100 * tau2)
        );
      }),
      {numRuns: 200}
    );
  });
});
