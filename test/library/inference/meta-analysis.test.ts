import {describe, expect, it} from "vitest";
import {exactPrecision} from "../../../src/library/inference/between-variance.ts";
import {metaAnalysis} from "../../../src/library/inference/meta-analysis.ts";

const options = {method: "reml", hartungKnapp: false, alpha: 0.05, precision: exactPrecision} as const;
const effects = {effect: Float64Array.of(0.1, 0.5, -0.3, 0.8, 0.2), variance: new Float64Array(5).fill(0.04)};
const alike = {effect: Float64Array.of(1, 1.1, 0.9), variance: Float64Array.of(1, 4, 2)};

describe("metaAnalysis(effects, options)", () => {
  it("is the plain mean with the plain standard error where sampling variances are equal, after Hartung and Knapp", () => {
    const {estimate, se} = metaAnalysis(effects, {...options, hartungKnapp: true});
    const mean = 0.26;
    const variance = effects.effect.reduce((sum, y) => sum + (y - mean) ** 2, 0) / 4;
    expect(estimate).toBeCloseTo(mean, 12);
    expect(se).toBeCloseTo(Math.sqrt(variance / 5), 12);
  });

  it("weighs by precision alone where effects differ no more than by chance", () => {
    const {estimate, se, tau2, i2, p} = metaAnalysis(alike, options);
    expect(tau2).toBe(0);
    expect(i2).toBe(0);
    expect(estimate).toBeCloseTo((1 + 1.1 / 4 + 0.9 / 2) / 1.75, 12);
    expect(se).toBeCloseTo(Math.sqrt(1 / 1.75), 12);
    expect(p).toBeGreaterThan(0.9);
  });

  it("predicts another partnership less closely than the mean, unless effects are all alike", () => {
    const {low, high, predict_low, predict_high} = metaAnalysis(effects, options);
    expect(predict_low).toBeLessThan(low);
    expect(predict_high).toBeGreaterThan(high);
    const same = metaAnalysis(alike, options);
    expect(same.predict_low).toBe(same.low);
  });

  it("is no surer of units that happen to agree, where it is to be no smaller than the plain error", () => {
    const plain = metaAnalysis(alike, options);
    expect(metaAnalysis(alike, {...options, hartungKnapp: true}).se).toBeLessThan(plain.se);
    expect(metaAnalysis(alike, {...options, hartungKnapp: "never_smaller"}).se).toBe(plain.se);
  });

  it("does not mind the order of partnerships", () => {
    const turned = {effect: effects.effect.toReversed(), variance: effects.variance.toReversed()};
    expect(metaAnalysis(turned, options).estimate).toBeCloseTo(metaAnalysis(effects, options).estimate, 13);
  });

  it("refuses one effect alone", () => {
    const one = {effect: Float64Array.of(1), variance: Float64Array.of(1)};
    expect(() => metaAnalysis(one, options)).toThrow("two effects or more");
  });
});
