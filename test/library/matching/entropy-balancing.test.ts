import {randomLcg, range, shuffler} from "d3";
import {Matrix, solve} from "ml-matrix";
import {describe, expect, it} from "vitest";
import {measureBalance} from "../../../src/library/matching/balance.ts";
import {entropyBalance} from "../../../src/library/matching/entropy-balancing.ts";
import {modelColumns, rowsWhere} from "../../../src/library/matching/sample.ts";
import {madeSample, reordered} from "../../support/made-sample.ts";

const sample = madeSample();
const {treated} = sample;
const columns = modelColumns(sample.covariates);
const weights = entropyBalance(treated, columns);

describe("entropyBalance(treated, columns)", () => {
  it("makes every mean equal, with positive weights that are 1 on average", () => {
    // Means are within 1e-12 of a standard deviation of all, and the treated’s is no more than ten times smaller here.
    for (const {smd_after} of measureBalance(treated, weights, columns))
      expect(Math.abs(smd_after)).toBeLessThan(1e-11);
    const ofComparators = [...rowsWhere(treated, 0)].map((row) => weights[row]);
    expect(Math.min(...ofComparators)).toBeGreaterThan(0);
    expect(ofComparators.reduce((sum, weight) => sum + weight, 0) / ofComparators.length).toBeCloseTo(1, 12);
  });

  it("is an exponential tilt, the form that least entropy has: log weights are linear in the columns", () => {
    const rows = [...rowsWhere(treated, 0)];
    const x = new Matrix(rows.map((row) => [1, ...columns.map(({values}) => values[row])]));
    const y = Matrix.columnVector(rows.map((row) => Math.log(weights[row])));
    const left = Matrix.sub(y, x.mmul(solve(x, y)));
    expect(left.max()).toBeLessThan(1e-9);
    expect(left.min()).toBeGreaterThan(-1e-9);
  });

  it("gives a unit the same weight in whatever order the rows come", () => {
    const order = shuffler(randomLcg(0.1))(range(treated.length));
    const moved = reordered(sample, order);
    const again = entropyBalance(moved.treated, modelColumns(moved.covariates));
    order.forEach((row, i) => expect(again[i]).toBeCloseTo(weights[row], 9));
  });

  it("says which mean is out of reach where no weights can do it", () => {
    const far = {name: "far", values: Float64Array.from(treated, (side, row) => 10 * side + (row % 7))};
    expect(() => entropyBalance(treated, [far])).toThrow(/far is furthest/);
  });
});
