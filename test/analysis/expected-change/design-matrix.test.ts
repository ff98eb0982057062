import {expect, test} from "vitest";
import type {Trial} from "../../../src/analysis/comparison/trial.ts";
import {designMatrix} from "../../../src/analysis/expected-change/design-matrix.ts";
import {regressPool} from "../../../src/analysis/expected-change/pool-regression.ts";
import {mersenneTwister} from "../../../src/library/statistics/mersenne-twister.ts";
import {designDonors} from "../../../src/library/estimators/outcome-regression/donor-design.ts";

const donors = 60;
const rounding = (i: number) => (i % 2 ? 0.1 + 0.2 : 0.3);

/** Sixty donors whose first languages differ by rounding alone, and two treated schools: one of whom they differ in truth. */
function regress() {
  const draw = mersenneTwister(1);
  const make = (value: (i: number) => number) => Float64Array.from({length: donors + 2}, (_, i) => value(i));
  const own = make(() => 50 + 10 * draw());
  const trial = {
    rows: Int32Array.from(own.keys()),
    donors,
    own,
    covariates: {
      same_trend: [
        {name: "free_meals", values: make(() => 20 + 10 * draw())},
        {name: "eal", values: make((i) => (i === donors ? 5 : rounding(i)))}
      ],
      same_past: []
    }
  } as unknown as Trial;
  const matrix = designMatrix(trial, "same_trend", own);
  return regressPool(
    matrix,
    make(() => draw())
  )!;
}

test("a covariate that is constant but for rounding is left out", () => {
  expect(regress().dropped).toEqual(["eal"]);
});

test("nothing is expected of a treated school that differs from all donors in it, and of others as ever", () => {
  const {expected} = regress();
  expect(expected[0]).toBeNaN();
  expect(Math.abs(expected[1])).toBeLessThan(2);
});

test("nor does the library keep it", () => {
  const values = Float64Array.from({length: donors + 1}, (_, i) => (i === donors ? 5 : rounding(i)));
  const design = designDonors([{name: "eal", values}], {rows: donors + 1, donors});
  const column = [...design.values].filter((_, at) => at % 2 === 1);
  expect(column.slice(0, donors).every((value) => value === 0)).toBe(true);
  expect(column[donors]).toBeCloseTo(4.7, 12);
});
