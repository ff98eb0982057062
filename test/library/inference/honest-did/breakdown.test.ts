import {describe, expect, it} from "vitest";
import {breakdownMagnitude, breakdownSmoothness} from "../../../../src/library/inference/honest-did/breakdown.ts";
import type {EventStudy} from "../../../../src/library/inference/honest-did/event-study.ts";
import {
  acceptance,
  honestDidDefaults
} from "../../../../src/library/inference/honest-did/relative-magnitudes-interval.ts";
import {smoothnessInterval} from "../../../../src/library/inference/honest-did/smoothness.ts";

const study: EventStudy = {
  beta: Float64Array.of(0.1, -0.1, 1, 1.2),
  sigma: Float64Array.from({length: 16}, (_, i) => (i % 5 === 0 ? 0.01 : 0.002)),
  pre: 2,
  target: Float64Array.of(1, 0)
};

describe("the breakdown value", () => {
  it("is where zero enters the set of relative magnitudes", () => {
    const m = breakdownMagnitude(study, honestDidDefaults);
    expect(acceptance(study, m, honestDidDefaults)(0)).toBe(false);
    expect(acceptance(study, m + 2e-3, honestDidDefaults)(0)).toBe(true);
  });

  it("is where the smoothness interval reaches zero", () => {
    const m = breakdownSmoothness(study, 0.05);
    expect(Math.abs(smoothnessInterval(study, m, 0.05).low)).toBeLessThan(1e-4);
  });

  it("is 0 where there is nothing to break", () => {
    const nothing = {...study, beta: Float64Array.of(0.1, -0.1, 0.05, 0.1)};
    expect(breakdownMagnitude(nothing, honestDidDefaults)).toBe(0);
    expect(breakdownSmoothness(nothing, 0.05)).toBe(0);
  });
});
