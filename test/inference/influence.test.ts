import {sum} from "d3";
import {describe, expect, it} from "vitest";
import {influence, influenceOfMix, meanScores} from "../../src/inference/influence.ts";
import {weightedMean} from "../../src/statistics/weighted-mean.ts";

/** Two cells: one school at 1 and two at 5 and 9; the second cell is wanted three times as much. */
const observations = {
  row: Int32Array.of(0, 1, 2),
  cell: Int32Array.of(0, 1, 1),
  columns: 1,
  values: Float64Array.of(1, 5, 9),
  counts: Float64Array.of(1, 2),
  weights: Float64Array.of(1, 1.5)
};
const clusters = {of: Int32Array.of(0, 1, 2, 3), count: 4};
const fit = weightedMean(observations, 0)!;

describe("influence(observations, fit, clusters, centre)", () => {
  it("is weight × distance from the mean where weights are fixed", () => {
    // The mean is (1 + 1.5 × 14) ÷ 4 = 5.5.
    const expected = [-4.5 / 4, (1.5 * -0.5) / 4, (1.5 * 3.5) / 4, 0];
    influence(observations, fit, clusters).forEach((psi, i) => expect(psi).toBeCloseTo(expected[i], 12));
  });

  it("is weight × distance from the cell’s mean where the mix is given", () => {
    const expected = [0, (1.5 * -2) / 4, (1.5 * 2) / 4, 0];
    const psi = influence(observations, fit, clusters, meanScores(observations, fit));
    psi.forEach((value, i) => expect(value).toBeCloseTo(expected[i], 12));
  });

  it("adds up within a cluster, and to zero over all", () => {
    const together = influence(observations, fit, {of: Int32Array.of(0, 1, 1), count: 2});
    expect(together[1]).toBeCloseTo((1.5 * 3) / 4, 12);
    expect(sum(together)).toBeCloseTo(0, 12);
  });
});

describe("influenceOfMix(joined, fit, clusters, centre)", () => {
  it("is the distance of the cell’s mean from the mean, for each joined school with a value", () => {
    const joined = {
      ...observations,
      row: Int32Array.of(3, 3, 2, 1, 0),
      cell: Int32Array.of(0, 1, 1, 1, 0),
      values: Float64Array.of(0, 0, 0, 0, NaN)
    };
    const expected = [0, 1.5 / 4, 1.5 / 4, (1.5 - 4.5) / 4];
    const psi = influenceOfMix(joined, fit, clusters, meanScores(observations, fit));
    psi.forEach((value, i) => expect(value).toBeCloseTo(expected[i], 12));
    expect(sum(psi)).toBeCloseTo(0, 12);
  });
});
