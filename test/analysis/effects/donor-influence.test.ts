import {range} from "d3";
import {expect, test} from "vitest";
import {addDonors, type DonorShare} from "../../../src/analysis/effects/donor-influence.ts";
import type {DesignMatrix} from "../../../src/analysis/expected-change/design-matrix.ts";
import {regressPool} from "../../../src/analysis/expected-change/pool-regression.ts";
import {mersenneTwister, solve} from "../../../src/library/statistics/index.ts";

/** A matrix with an intercept, numbers, and indicators of a region and of selection; treated schools come last. */
function drawMatrix(donors: number, draw: () => number): DesignMatrix {
  const schools = donors + 5;
  const rows = range(schools).map(() => {
    const region = Math.floor(draw() * 3);
    return [1, draw(), draw(), Number(region === 1), Number(region === 2), Number(draw() < 0.2), draw()];
  });
  const width = rows[0].length;
  const kinds = rows.map((row) => row.slice(3, 6).join());
  const numbers = [...new Set(kinds)];
  return {
    names: range(width).map(String),
    centre: new Float64Array(width),
    scale: new Float64Array(width).fill(1),
    places: Int32Array.from(range(schools)),
    donors,
    values: Float64Array.from(rows.flat()),
    floor: 2,
    fixed: [true, false, false, true, true, true, false],
    classes: Uint16Array.from(kinds.slice(0, donors), (kind) => numbers.indexOf(kind))
  };
}

test("what each donor adds is its residual times its leverage, of as many regressions as there are", () => {
  const draw = mersenneTwister(5);
  for (const [donors, count] of [
    [40, 1],
    [41, 4],
    [60, 7]
  ]) {
    const matrix = drawMatrix(donors, draw);
    const rows = Int32Array.from(range(donors + 5), (i) => 2 * i);
    const shares = range(count).map((): DonorShare => {
      const change = Float64Array.from(matrix.places, () => (draw() < 0.15 ? NaN : draw()));
      const regression = regressPool(matrix, change)!;
      const covariates = Float64Array.from(matrix.names, () => draw());
      return {regression, rows, covariates, influence: new Float64Array(2 * rows.length)};
    });
    addDonors(shares);
    for (const {regression, covariates, influence} of shares) {
      const weights = solve(regression.factor, covariates.slice(0, regression.factor.size));
      const expected = new Float64Array(influence.length);
      for (let k = 0; k < donors; k++) {
        const own = matrix.values.subarray(k * matrix.names.length, (k + 1) * matrix.names.length);
        const leverage = weights.reduce((sum, weight, c) => sum + weight * own[c], 0);
        if (!Number.isNaN(regression.excess[k])) expected[rows[k]] = -leverage * regression.excess[k];
      }
      influence.forEach((value, row) => expect(value).toBeCloseTo(expected[row], 12));
      expect(influence.some((value) => value !== 0)).toBe(true);
    }
  }
});

test("influences that are shared add up, and one mean’s donors are not another’s", () => {
  const draw = mersenneTwister(6);
  const matrix = drawMatrix(30, draw);
  const make = () => {
    const regression = regressPool(
      matrix,
      Float64Array.from(matrix.places, () => draw())
    )!;
    return {regression, rows: matrix.places, covariates: Float64Array.from(matrix.names, () => draw())};
  };
  const [one, two] = [make(), make()];
  const apart = [one, two].map((share) => ({...share, influence: new Float64Array(35)}));
  addDonors(apart);
  const influence = new Float64Array(35);
  addDonors([one, two].map((share) => ({...share, influence})));
  influence.forEach((value, row) => expect(value).toBeCloseTo(apart[0].influence[row] + apart[1].influence[row], 12));
});
