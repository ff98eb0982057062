import {randomLcg, randomNormal, range} from "d3";
import {describe, expect, it} from "vitest";
import {predictorSyntheticControl} from "../../../src/library/estimators/predictor-synthetic-control.ts";

const normal = randomNormal.source(randomLcg(0.8))(0, 1);

/** The last unit is half of units 0 and 3, in the first predictor and in outcomes; the other predictor says nothing. */
const useful = [1, 5, 9, 3, 7];
const predictors = [
  {name: "useful", values: Float64Array.from([...useful, (useful[0] + useful[3]) / 2])},
  {name: "second", values: Float64Array.from([2, 0, 1, 4, 9, 3])},
  {name: "misleading", values: Float64Array.from(range(6), (unit) => (unit === 5 ? 3 : normal()))}
];
const paths = useful.map((level, unit) => Float64Array.from(range(8), (t) => level + Math.sin(t * (unit + 1))));
const outcomes = [...paths, Float64Array.from(range(8), (t) => (paths[0][t] + paths[3][t]) / 2)];

describe("predictorSyntheticControl(panel)", () => {
  it("learns from the outcomes before which predictors to follow", () => {
    const {unitWeights, predictorWeights, loss} = predictorSyntheticControl({predictors, outcomes});
    expect(loss).toBeLessThan(1e-3);
    expect(unitWeights[0]).toBeCloseTo(0.5, 1);
    expect(unitWeights[3]).toBeCloseTo(0.5, 1);
    expect(predictorWeights[2]).toBeLessThan(0.05);
  });

  it("gives weights that add up to 1, whatever unit a predictor is in", () => {
    const scaled = predictors.map(({name, values}, j) => ({name, values: values.map((x) => 10 ** j * x)}));
    const before = predictorSyntheticControl({predictors, outcomes});
    const after = predictorSyntheticControl({predictors: scaled, outcomes});
    expect(after.unitWeights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
    expect(after.loss).toBeCloseTo(before.loss, 4);
  });

  it("refuses a predictor that does not vary", () => {
    const flat = {name: "flat", values: new Float64Array(6).fill(1)};
    expect(() => predictorSyntheticControl({predictors: [...predictors, flat], outcomes})).toThrow(/flat is the same/);
  });
});
