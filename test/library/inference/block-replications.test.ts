import {randomLcg} from "d3";
import {describe, expect, it} from "vitest";
import {takeUnits, type BlockPanel} from "../../../src/library/panel/block-panel.ts";
import {blockDid} from "../../../src/library/estimators/synthetic-did.ts";
import {weighPanel} from "../../../src/library/panel/synthetic-effect.ts";
import {
  bootstrapEffects,
  jackknifeError,
  placeboEffects,
  computeSpread
} from "../../../src/library/inference/block-replications.ts";
import {madeBlock} from "../../support/made-block.ts";

const did = (panel: BlockPanel) => blockDid(panel);
const one = madeBlock({comparators: 9});
const few = madeBlock({comparators: 20, treated: 6});

describe("placeboEffects(panel, effect, estimate, options)", () => {
  it("lets each comparator be the treated one, once, where one unit is treated", () => {
    const effects = placeboEffects(one, blockDid(one), did, {replications: null, uniform: randomLcg(0.1)});
    const expected = Array.from({length: 9}, (_, unit) => {
      const others = Array.from({length: 9}, (_, i) => i).filter((i) => i !== unit);
      return blockDid(takeUnits(one, [...others, unit], 1)).estimate;
    });
    expect(effects).toEqual(expected);
  });

  it("draws as many as are asked for, the same for the same seed", () => {
    const draw = () => placeboEffects(few, blockDid(few), did, {replications: 7, uniform: randomLcg(0.1)});
    expect(draw()).toHaveLength(7);
    expect(draw()).toEqual(draw());
  });

  it("starts the solver from weights of those left that add up to 1", () => {
    placeboEffects(
      few,
      blockDid(few),
      (panel, {unitWeights}) => {
        expect(unitWeights).toHaveLength(panel.comparators);
        expect(unitWeights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
        return blockDid(panel);
      },
      {replications: 3, uniform: randomLcg(0.1)}
    );
    expect.assertions(6);
  });

  it("asks for more comparators than treated units", () => {
    const panel = madeBlock({comparators: 2, treated: 2});
    const draw = () => placeboEffects(panel, blockDid(panel), did, {replications: null, uniform: randomLcg(0.1)});
    expect(draw).toThrow(/more comparators \(2\) than treated units \(2\)/);
  });
});

/** The textbook error of a difference of two means of changes, over n. */
function errorOfChanges({units, periods, outcome, comparators, before}: BlockPanel): number {
  const changes = units.map((_, unit) => {
    const row = [...outcome.slice(unit * periods.length, (unit + 1) * periods.length)];
    const mean = (values: number[]) => values.reduce((sum, y) => sum + y, 0) / values.length;
    return mean(row.slice(before)) - mean(row.slice(0, before));
  });
  const sides = [changes.slice(0, comparators), changes.slice(comparators)];
  return Math.hypot(...sides.map((side) => computeSpread(side) / Math.sqrt(side.length - 1)));
}

describe("jackknifeError(panel, effect)", () => {
  it("is about the textbook error of a difference of means where weights are equal", () => {
    // Leaving one of 6 out weighs its side by (n − 1)/n ÷ ((6 − 1)/6) more than the textbook has it: 25/26 · 6/5.
    const ratio = jackknifeError(few, blockDid(few)) / errorOfChanges(few);
    expect(ratio).toBeGreaterThan(1);
    expect(ratio).toBeLessThan(Math.sqrt((25 / 26) * (6 / 5)) + 1e-9);
  });

  it("is not a number where one comparator has all the weight, nor given for one treated unit", () => {
    const all = Float64Array.from({length: 20}, (_, unit) => (unit === 4 ? 1 : 0));
    expect(jackknifeError(few, weighPanel(few, all, null))).toBeNaN();
    expect(() => jackknifeError(one, blockDid(one))).toThrow(/two treated units/);
  });
});

describe("bootstrapEffects(panel, effect, estimate, options)", () => {
  it("spreads as the textbook error of a difference of means says", () => {
    const effects = bootstrapEffects(few, blockDid(few), did, {replications: 2000, uniform: randomLcg(0.3)});
    // The bootstrap’s side of 6 has variance over n, not n − 1, and its size varies: within a fifth.
    expect(computeSpread(effects) / errorOfChanges(few)).toBeGreaterThan(0.8);
    expect(computeSpread(effects) / errorOfChanges(few)).toBeLessThan(1.2);
  });

  it("is not given for one treated unit", () => {
    const options = {replications: 2, uniform: randomLcg(0.3)};
    expect(() => bootstrapEffects(one, blockDid(one), did, options)).toThrow(/two treated units/);
  });
});
