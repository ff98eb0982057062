import {describe, expect, it} from "vitest";
import {shrink} from "../../../src/library/inference/empirical-bayes.ts";

const effects = {effect: Float64Array.of(1, -1, 2), variance: Float64Array.of(0.1, 1, 10)};

describe("shrink(effects, mean, alpha)", () => {
  it("draws effects towards the mean, the noisier the more", () => {
    const shrunken = shrink(effects, {estimate: 0.5, se: 0, tau2: 1}, 0.05);
    shrunken.forEach(({estimate, own}, i) => expect(estimate).toBeCloseTo(0.5 + own * (effects.effect[i] - 0.5), 12));
    expect(shrunken.map(({own}) => own)).toEqual([1 / 1.1, 1 / 2, 1 / 11]);
  });

  it("puts all at the mean, as uncertain as it, where they do not differ", () => {
    for (const {estimate, se} of shrink(effects, {estimate: 0.5, se: 0.2, tau2: 0}, 0.05)) {
      expect(estimate).toBe(0.5);
      expect(se).toBeCloseTo(0.2, 15);
    }
  });

  it("is never less sure of a partnership than its own figure when the mean is known", () => {
    shrink(effects, {estimate: 0.5, se: 0, tau2: 1}, 0.05).forEach(({se}, i) =>
      expect(se).toBeLessThan(Math.sqrt(effects.variance[i]))
    );
  });
});
