import {describe, expect, it} from "vitest";
import {blockDid, estimateNoise, syntheticDid} from "../../../src/library/estimators/synthetic-did.ts";
import {weighPanel} from "../../../src/library/panel/synthetic-effect.ts";
import {takeUnits} from "../../../src/library/panel/block-panel.ts";
import {madeBlock, withOutcomes} from "../../support/made-block.ts";

const exact = {solver: "exact"} as const;
const panel = madeBlock({treated: 3, effect: 2});

describe("syntheticDid(panel, {solver})", () => {
  it("recovers an effect that was planted, on trends that differ", () => {
    const errors = [0.1, 0.2, 0.3, 0.4, 0.5].map(
      (seed) => syntheticDid(madeBlock({treated: 3, comparators: 40, effect: 2, seed}), exact).estimate - 2
    );
    // Noise of 0.2 in the mean of 3 × 5 cells, 0.05, and at most as much from comparators and from before: 0.1 a panel.
    expect(Math.abs(errors.reduce((sum, error) => sum + error, 0) / 5)).toBeLessThan((4 * 0.1) / Math.sqrt(5));
  });

  it.each(["exact", "frank_wolfe"] as const)(
    "does not mind what is added to every unit, or to every period, by %s",
    (solver) => {
      const {estimate} = syntheticDid(panel, {solver});
      const shifted = withOutcomes(panel, (y, unit, t) => y + 10 * Math.cos(unit) + 0 * t);
      const noise = estimateNoise(panel);
      expect(syntheticDid(shifted, {solver, noise}).estimate).toBeCloseTo(estimate, 8);
      const years = withOutcomes(panel, (y, _, t) => y + 7 * Math.cos(3 * t));
      expect(syntheticDid(years, {solver, noise}).estimate).toBeCloseTo(estimate, 8);
    }
  );

  it.each(["exact", "frank_wolfe"] as const)("scales with the outcome, by %s", (solver) => {
    const {estimate} = syntheticDid(panel, {solver});
    const scaled = withOutcomes(panel, (y) => 8 * y);
    expect(syntheticDid(scaled, {solver}).estimate / 8).toBeCloseTo(estimate, 9);
  });

  it("does not mind the order of the comparators", () => {
    const {units, comparators} = panel;
    const order = units.map((_, i) => (i < comparators ? comparators - 1 - i : i));
    const turned = syntheticDid(takeUnits(panel, order, 3), exact);
    const {estimate, unitWeights} = syntheticDid(panel, exact);
    expect(turned.estimate).toBeCloseTo(estimate, 10);
    [...unitWeights].reverse().forEach((weight, i) => expect(turned.unitWeights[i]).toBeCloseTo(weight, 9));
  });

  it("has a path that averages to the estimate after and, by its weights, to nothing before", () => {
    const {estimate, path, timeWeights} = syntheticDid(panel, exact);
    const after = path.slice(panel.before);
    expect(after.reduce((sum, value) => sum + value, 0) / after.length).toBeCloseTo(estimate, 12);
    expect(timeWeights!.reduce((sum, weight, t) => sum + weight * path[t], 0)).toBeCloseTo(0, 12);
  });
});

describe("blockDid(panel)", () => {
  it("is the difference of the differences of four means", () => {
    const {periods, comparators, before, outcome, units} = panel;
    const mean = (isTreated: boolean, isAfter: boolean) => {
      const cells = [...outcome].filter(
        (_, i) =>
          Math.floor(i / periods.length) >= comparators === isTreated && i % periods.length >= before === isAfter
      );
      return cells.reduce((sum, y) => sum + y, 0) / cells.length;
    };
    expect(units.length).toBeGreaterThan(comparators);
    const expected = mean(true, true) - mean(true, false) - mean(false, true) + mean(false, false);
    expect(blockDid(panel).estimate).toBeCloseTo(expected, 12);
  });
});

describe("weighPanel(panel, unitWeights, timeWeights)", () => {
  it("compares levels where no weights are put on periods", () => {
    const weights = new Float64Array(panel.comparators).fill(1 / panel.comparators);
    const raised = withOutcomes(panel, (y, unit) => y + (unit >= panel.comparators ? 5 : 0));
    expect(weighPanel(raised, weights, null).estimate - weighPanel(panel, weights, null).estimate).toBeCloseTo(5, 12);
  });
});

describe("noiseOf(panel)", () => {
  it("is 0 where there is one period before, and so no change", () => {
    expect(estimateNoise(madeBlock({before: 1}))).toBe(0);
  });
});
