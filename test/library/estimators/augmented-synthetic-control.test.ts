import {describe, expect, it} from "vitest";
import {
  augmentedSyntheticControl,
  imbalanceBefore
} from "../../../src/library/estimators/augmented-synthetic-control.ts";
import {syntheticControl} from "../../../src/library/estimators/synthetic-control.ts";
import {madeBlock, withOutcomes} from "../../support/made-block.ts";

const panel = madeBlock({comparators: 14, before: 10, effect: 1});
const plain = syntheticControl(panel, {solver: "exact"});

describe("augmentedSyntheticControl(panel, {lambda})", () => {
  it("is synthetic control where the penalty is beyond all bounds", () => {
    const {estimate, unitWeights} = augmentedSyntheticControl(panel, {lambda: 1e12});
    expect(estimate).toBeCloseTo(plain.estimate, 8);
    unitWeights.forEach((weight, unit) => expect(weight).toBeCloseTo(plain.unitWeights[unit], 8));
  });

  it("balances the outcomes before the better the smaller the penalty, and wholly with next to none", () => {
    const left = [1e6, 1, 1e-2, 1e-9].map((lambda) =>
      imbalanceBefore(panel, augmentedSyntheticControl(panel, {lambda}).unitWeights)
    );
    expect(left).toEqual(left.toSorted((a, b) => b - a));
    expect(left[3] / left[0]).toBeLessThan(1e-6);
  });

  it("keeps weights that add up to 1, though some fall below 0", () => {
    const {unitWeights} = augmentedSyntheticControl(panel, {lambda: 1e-3});
    expect(unitWeights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 10);
    expect(Math.min(...unitWeights)).toBeLessThan(0);
  });

  it("chooses a penalty that grows with the square of the outcome, so the effect scales", () => {
    const {estimate, lambda} = augmentedSyntheticControl(panel);
    const scaled = augmentedSyntheticControl(withOutcomes(panel, (y) => 4 * y));
    expect(scaled.lambda / 16 / lambda).toBeCloseTo(1, 9);
    expect(scaled.estimate / 4).toBeCloseTo(estimate, 9);
  });

  it("asks for a penalty where there are too few periods to choose one by", () => {
    const short = madeBlock({before: 2});
    expect(() => augmentedSyntheticControl(short)).toThrow(/2 periods before are too few/);
    expect(augmentedSyntheticControl(short, {lambda: 1}).lambda).toBe(1);
  });
});
