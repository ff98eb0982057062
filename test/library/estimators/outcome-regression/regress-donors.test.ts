import {describe, expect, it} from "vitest";
import {designDonors} from "../../../../src/library/estimators/outcome-regression/donor-design.ts";
import {donorInfluence} from "../../../../src/library/estimators/outcome-regression/donor-influence.ts";
import {regressDonors} from "../../../../src/library/estimators/outcome-regression/regress-donors.ts";
import {mersenneTwister} from "../../../../src/library/statistics/mersenne-twister.ts";
import {numbers, readTable, texts} from "../../../../pipelines/read/table.ts";
import {slowLeastSquares} from "../../../support/slow-pool-regression.ts";

/** Donors first; covariates far from zero, their squares uncentred, which is as near collinear as people make them. */
function madeCell({donors = 120, treated = 15, seed = 1} = {}) {
  const uniform = mersenneTwister(seed);
  const rows = donors + treated;
  const column = (of: () => number) => Float64Array.from({length: rows}, of);
  const fsm = column(() => 60 * uniform());
  const roll = column(() => 4 + 3 * uniform());
  const change = column(() => 10 * uniform() - 5).map((value, i) => value + 0.1 * fsm[i] - roll[i]);
  const covariates = [
    {name: "fsm", values: fsm},
    {name: "roll", values: roll},
    {name: "fsm²", values: fsm.map((x) => x * x)},
    {name: "roll²", values: roll.map((x) => x * x)}
  ];
  return {donors, rows, covariates, change};
}

const regressed = ({donors, rows, covariates, change}: ReturnType<typeof madeCell>) => {
  const design = designDonors(covariates, {rows, donors});
  const regression = regressDonors(design, change);
  if (!regression) throw new Error("too few donors");
  return {design, regression};
};

describe("regressPool(design, change)", () => {
  it.each([1, 2, 3, 4, 5])("is at 1e-12 what reflections in plain loops make of it (seed %i)", (seed) => {
    const cell = madeCell({seed});
    const {design, regression} = regressed(cell);
    const width = design.names.length;
    const plain = Array.from({length: cell.rows}, (_, i) => [...design.values.subarray(i * width, (i + 1) * width)]);
    const beta = slowLeastSquares(plain.slice(0, cell.donors), [...cell.change.subarray(0, cell.donors)]);
    beta.forEach((value, j) => expect(Math.abs(regression.coefficients[j] / value - 1)).toBeLessThan(1e-12));
    const raw = slowLeastSquares(
      Array.from({length: cell.donors}, (_, i) => [1, ...cell.covariates.map(({values}) => values[i])]),
      [...cell.change.subarray(0, cell.donors)]
    );
    for (let i = 0; i < cell.rows; i++) {
      const standardised = plain[i].reduce((sum, value, j) => sum + value * beta[j], 0);
      expect(Math.abs(regression.expected[i] - standardised)).toBeLessThan(1e-12 * Math.max(1, Math.abs(standardised)));
      const own = cell.covariates.reduce((sum, {values}, j) => sum + values[i] * raw[j + 1], raw[0]);
      expect(Math.abs(regression.expected[i] - own)).toBeLessThan(1e-11 * Math.max(1, Math.abs(own)));
    }
  });

  it("leaves residuals at right angles to every regressor, and (X′X)⁻¹ is the inverse", () => {
    const cell = madeCell();
    const {design, regression} = regressed(cell);
    const width = design.names.length;
    for (let j = 0; j < width; j++) {
      let along = 0;
      const row = new Float64Array(width);
      for (let i = 0; i < cell.donors; i++) {
        along += design.values[i * width + j] * regression.excess[i];
        for (let k = 0; k < width; k++) row[k] += design.values[i * width + j] * design.values[i * width + k];
      }
      expect(Math.abs(along)).toBeLessThan(1e-11);
      for (let k = 0; k < width; k++) {
        let sum = 0;
        for (let l = 0; l < width; l++) sum += row[l] * regression.inverse[l * width + k];
        expect(sum).toBeCloseTo(j === k ? 1 : 0, 10);
      }
    }
  });

  it("does not count donors without a change, and has no excess for treated units without one", () => {
    const cell = madeCell();
    const change = cell.change.slice();
    change[3] = change[40] = change[cell.donors + 2] = NaN;
    const {regression} = regressed({...cell, change});
    const kept = Array.from(change.keys()).filter((i) => i !== 3 && i !== 40);
    const without = regressed({
      donors: cell.donors - 2,
      rows: kept.length,
      change: Float64Array.from(kept, (i) => change[i]),
      covariates: cell.covariates.map(({name, values}) => ({name, values: Float64Array.from(kept, (i) => values[i])}))
    }).regression;
    expect(regression.donors).toBe(cell.donors - 2);
    expect(regression.excess[cell.donors + 2]).toBeNaN();
    for (const [k, i] of kept.entries()) {
      if (i !== cell.donors + 2) expect(regression.excess[i]).toBeCloseTo(without.excess[k], 11);
    }
  });

  it.each([
    [15, []],
    [14, ["roll²"]],
    [11, ["roll²", "fsm²"]],
    [8, ["roll²", "fsm²", "roll"]],
    [3, ["roll²", "fsm²", "roll", "fsm"]]
  ])("with %i donors leaves out, from the last: %j", (donors, names) => {
    const {regression} = regressed(madeCell({donors}));
    expect(regression.leftOut).toEqual(names.map((name) => ({name, why: "few"})));
    if (donors > 3) return;
    const {change} = madeCell({donors});
    expect(regression.expected[donors]).toBeCloseTo((change[0] + change[1] + change[2]) / 3, 12);
  });

  it("is null with fewer than three donors", () => {
    const {covariates, rows, change} = madeCell({donors: 2});
    expect(regressDonors(designDonors(covariates, {rows, donors: 2}), change)).toBeNull();
  });

  it("leaves out a covariate that is made up of others, names it, and answers as without it", () => {
    const cell = madeCell();
    const twice = [cell.covariates[0], {name: "again", values: cell.covariates[0].values.map((x) => 7 - 3 * x)}];
    const {regression} = regressed({...cell, covariates: [...twice, cell.covariates[1]]});
    const plain = regressed({...cell, covariates: cell.covariates.slice(0, 2)}).regression;
    expect(regression.leftOut).toEqual([{name: "again", why: "collinear"}]);
    regression.excess.forEach((value, i) => expect(value).toBeCloseTo(plain.excess[i], 11));
  });

  it("leaves out a covariate that is constant among the donors, and the treated unit that differs in it", () => {
    const cell = madeCell();
    const values = new Float64Array(cell.rows).fill(0.1);
    values[cell.donors] = 1;
    const {regression} = regressed({...cell, covariates: [...cell.covariates, {name: "north", values}]});
    expect(regression.leftOut).toEqual([{name: "north", why: "collinear"}]);
    expect(regression.excess[cell.donors]).toBeNaN();
    expect(regression.excess[cell.donors + 1]).toBeCloseTo(regressed(cell).regression.excess[cell.donors + 1], 11);
  });

  it("counts a donor of weight two as two", () => {
    const cell = madeCell();
    const design = designDonors(cell.covariates, cell);
    const weights = Float64Array.from({length: cell.rows}, (_, i) => (i === 0 ? 2 : 1));
    const weighted = regressDonors(design, cell.change, {donorsPerCoefficient: 3, weights});
    const order = [0, ...cell.change.keys()];
    const twice = regressed({
      donors: cell.donors + 1,
      rows: cell.rows + 1,
      change: Float64Array.from(order, (i) => cell.change[i]),
      covariates: cell.covariates.map(({name, values}) => ({name, values: Float64Array.from(order, (i) => values[i])}))
    });
    order.forEach((i, k) => expect(weighted?.excess[i]).toBeCloseTo(twice.regression.excess[k], 11));
  });
});

describe("answers of base R for one cell (test/reference/pool_kernel/make.R)", () => {
  it.each(["none", "plain", "squares"])("excesses, influences, spread and errors: %s", async (set) => {
    const table = await readTable("test/reference/pool_kernel/cell.csv");
    const expected = await readTable("test/reference/pool_kernel/expected.csv");
    const answers = new Map(
      texts(expected, "what").flatMap((what, i) =>
        texts(expected, "set")[i] === set ? [[what, numbers(expected, "value")[i]] as const] : []
      )
    );
    const treated = numbers(table, "treated");
    const order = [...treated.keys()].sort((a, b) => treated[a] - treated[b]);
    const selected = (column: string) => Float64Array.from(order, (i) => numbers(table, column)[i]);
    const [x1, x2] = [selected("x1"), selected("x2")];
    const covariates = [
      {name: "x1", values: x1},
      {name: "x2", values: x2},
      {name: "x1²", values: x1.map((x) => x * x)},
      {name: "x2²", values: x2.map((x) => x * x)}
    ].slice(0, {none: 0, plain: 2, squares: 4}[set]);
    const [before, after] = [selected("before"), selected("after")];
    const change = after.map((value, i) => value - before[i]);
    const donors = treated.filter((one) => one === 0).length;
    const {design, regression} = regressed({donors, rows: order.length, covariates, change});
    const number = order.length - donors;
    const shares = Float64Array.from(order, (_, i) => (i < donors ? 0 : 1 / number));
    const influence = donorInfluence(design, regression, shares);
    const att = regression.excess.subarray(donors).reduce((sum, value) => sum + value / number, 0);
    const own = regression.excess.subarray(donors).map((value) => (value - att) / number);
    const all = [...influence, ...own];
    const near = (what: string, value: number) =>
      expect(Math.abs(value - (answers.get(what) ?? NaN)), what).toBeLessThan(1e-11);
    near("att", att);
    near("se", Math.hypot(...all));
    near("spread", regression.spread);
    order.forEach((i, k) => near(`excess ${i + 1}`, regression.excess[k]));
    order.forEach((i, k) => near(`influence ${i + 1}`, all[k]));
  });
});
