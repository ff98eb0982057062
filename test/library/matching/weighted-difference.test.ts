import {describe, expect, it} from "vitest";
import {modelColumns} from "../../../src/library/matching/sample.ts";
import {weightedDifference} from "../../../src/library/matching/weighted-difference.ts";
import {madeSample} from "../../support/made-sample.ts";

const treated = Uint8Array.of(1, 1, 0, 0, 0);
const outcome = Float64Array.of(5, 9, 2, 4, 100);
const weights = Float64Array.of(1, 1, 1, 1, 0);

describe("weightedDifference(treated, matching, outcome, columns)", () => {
  it("is a difference of means, with a robust error that can be worked out by hand", () => {
    const {estimate, se} = weightedDifference(treated, {weights, sets: null}, outcome);
    expect(estimate).toBeCloseTo(4, 12);
    // Σ (residual ÷ 2)² = (4 + 4 + 1 + 1) ÷ 4 = 2.5, times 4 ÷ (4 − 2).
    expect(se).toBeCloseTo(Math.sqrt(5), 12);
  });

  it("nets what members of a set have in common", () => {
    const {se} = weightedDifference(treated, {weights, sets: Int32Array.of(0, 1, 0, 1, -1)}, outcome);
    // Residuals −2 and −1 in one set, 2 and 1 in the other: ((−2 + 1) ÷ 2)² twice, times 2 ÷ 1 · 3 ÷ 2.
    expect(se).toBeCloseTo(Math.sqrt(0.5 * 2 * 1.5), 12);
  });

  it("recovers an effect exactly where the columns explain all else", () => {
    const {treated, covariates} = madeSample();
    const columns = modelColumns(covariates);
    const y = Float64Array.from(treated, (side, row) => 3 * side + 2 * columns[0].values[row] - columns[2].values[row]);
    const all = {weights: new Float64Array(treated.length).fill(1), sets: null};
    expect(weightedDifference(treated, all, y, columns).estimate).toBeCloseTo(3, 10);
    expect(weightedDifference(treated, all, y).estimate).not.toBeCloseTo(3, 1);
  });

  it("is not moved by a column that others determine", () => {
    const {treated, covariates} = madeSample();
    const [first, ...others] = modelColumns(covariates);
    const y = Float64Array.from(treated, (side, row) => side + Math.sin(row));
    const all = {weights: new Float64Array(treated.length).fill(1), sets: null};
    const twice = [first, ...others, {name: "again", values: first.values.map((x) => 3 * x + 1)}];
    const once = weightedDifference(treated, all, y, [first, ...others]);
    expect(weightedDifference(treated, all, y, twice).estimate).toBeCloseTo(once.estimate, 10);
    expect(weightedDifference(treated, all, y, twice).se).toBeCloseTo(once.se, 10);
  });
});
