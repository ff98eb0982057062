import {describe, expect, it} from "vitest";
import {syntheticWeights} from "../../../src/library/estimators/synthetic-weights.ts";

const columns = [Float64Array.of(1, 2, 3, 5), Float64Array.of(2, 1, 4, 4), Float64Array.of(0, 9, 1, 7)];
const target = Float64Array.of(1.4, 1.6, 3.4, 4.6);
const options = {solver: "exact", zeta: 0, intercept: true, from: null, leastDecrease: 1e-9} as const;

describe("syntheticWeights(columns, target, options)", () => {
  it("follows changes and not levels where a constant may make up for those", () => {
    const raised = target.map((y) => y + 100);
    const weights = syntheticWeights(columns, raised, options);
    [0.6, 0.4, 0].forEach((weight, j) => expect(weights[j]).toBeCloseTo(weight, 10));
    expect(syntheticWeights(columns, raised, {...options, intercept: false})[0]).not.toBeCloseTo(0.6, 1);
  });

  it("becomes even as the penalty grows", () => {
    for (const weight of syntheticWeights(columns, target, {...options, zeta: 1e6}))
      expect(weight).toBeCloseTo(1 / 3, 9);
  });

  it("comes near the exact weights by Frank–Wolfe, which takes no more than 10,100 steps", () => {
    const weights = syntheticWeights(columns, target, {...options, solver: "frank_wolfe"});
    // The error falls as 1 ÷ steps, so weights are right to its root.
    [0.6, 0.4, 0].forEach((weight, j) => expect(Math.abs(weights[j] - weight)).toBeLessThan(0.01));
  });
});
