import {describe, expect, it} from "vitest";
import type {EventStudy} from "../../../../src/library/inference/honest-did/event-study.ts";
import {quadraticForm} from "../../../../src/library/inference/honest-did/event-study.ts";
import {smoothnessInterval} from "../../../../src/library/inference/honest-did/smoothness.ts";
import {foldedNormalQuantile} from "../../../../src/library/statistics/folded-normal.ts";

const sigma = [
  [4, 1, 0.5, 1],
  [1, 3, 0.8, 0.4],
  [0.5, 0.8, 2, 0.6],
  [1, 0.4, 0.6, 5]
].flat();
const study: EventStudy = {
  beta: Float64Array.of(0.5, -0.3, 0.2, 2),
  sigma: Float64Array.from(sigma, (value) => value / 100),
  pre: 3,
  target: Float64Array.of(1)
};

/** The shortest half length over a net of estimators that are unbiased for straight trends. */
function byNet(m: number): number {
  let best = Infinity;
  for (let a = -1; a <= 1; a += 0.04) {
    for (let b = -1; b <= 1; b += 0.04) {
      const weights = Float64Array.of(b, a - 2 * b, 1 - 2 * a + b, 1);
      const sd = Math.sqrt(quadraticForm(study.sigma, weights));
      const bias = m * (1 + Math.abs(a) + Math.abs(b));
      best = Math.min(best, sd * foldedNormalQuantile(0.95, bias / sd));
    }
  }
  return best;
}

describe("smoothnessInterval(study, m)", () => {
  it("is as short as the best of a net of linear estimators", () => {
    for (const m of [0, 0.05, 0.2]) {
      const {low, high} = smoothnessInterval(study, m, 0.05);
      expect((high - low) / 2).toBeLessThanOrEqual(byNet(m) + 1e-12);
      expect((high - low) / 2).toBeGreaterThan(byNet(m) - 1e-3);
    }
  });

  it("goes on from the last straight line where no curve is too wild", () => {
    const {weights} = smoothnessInterval(study, 10, 0.05);
    [0, 0, 1, 1].forEach((weight, i) => expect(weights[i]).toBeCloseTo(weight, 9));
  });

  it("is not moved by a straight trend", () => {
    const tilted = {...study, beta: Float64Array.of(0.5 - 3, -0.3 - 2, 0.2 - 1, 2 + 1)};
    const [before, after] = [study, tilted].map((of) => smoothnessInterval(of, 0.05, 0.05));
    expect(after.low).toBeCloseTo(before.low, 8);
    expect(after.high).toBeCloseTo(before.high, 8);
  });

  it("works with one earlier period, where there is nothing to choose", () => {
    const short = {...study, beta: study.beta.slice(2), sigma: Float64Array.of(2, 0.6, 0.6, 5), pre: 1};
    expect(smoothnessInterval(short, 0.1, 0.05).weights).toEqual(Float64Array.of(1, 1));
  });
});
