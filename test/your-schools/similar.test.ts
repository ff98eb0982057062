import {expect, test} from "vitest";
import type {PhaseData} from "../../src/analysis/comparison/phase-data.ts";
import type {Yearly} from "../../src/analysis/comparison/yearly.ts";
import {findSimilar} from "../../src/your-schools/similar.ts";

const YEARS = [2011, 2012, 2013, 2014, 2015, 2016, 2017, 2018, 2019];
const SCHOOLS = 6;

const yearly = (value: (row: number, year: number) => number): Yearly => ({
  years: YEARS,
  values: Float64Array.from({length: SCHOOLS * YEARS.length}, (_, i) =>
    value(Math.floor(i / YEARS.length), YEARS[i % YEARS.length])
  )
});

/** Six schools in a row, each one point apart; free meals of the first are known from 2015 to 2017 alone, of the last never. */
const data: PhaseData = {
  phase: "secondary",
  schools: SCHOOLS,
  intake: {
    free_meals: yearly((row, year) => (row === 5 || (row === 0 && (year < 2015 || year > 2017)) ? NaN : 10 + row)),
    eal: yearly((row) => row),
    log_roll: yearly(() => 6)
  },
  past: [{measure: "ks4_attainment", by: yearly((row) => 50 + row)}],
  selective: new Float64Array(SCHOOLS),
  sixth_form: new Float64Array(SCHOOLS),
  region: new Int32Array(SCHOOLS),
  regions: ["London"],
  authority: new Int32Array(SCHOOLS),
  governance: yearly(() => 0)
};

const find = (row: number, cohort: number | null) => findSimilar(data, new Map([[row, cohort]])).get(row)!;

test("the base years before joining say which schools are most like one", () => {
  const {rows, years, absent} = find(2, 2015);
  expect(rows.slice(0, 2).toSorted()).toEqual([1, 3]);
  expect([years, absent]).toEqual([[2011, 2013], null]);
});

test("a school in nothing is looked at in its newest years", () => {
  expect(find(2, null).years).toEqual([2017, 2019]);
});

test("where the base years know too little of it, the newest years that know enough do", () => {
  const {rows, years, absent} = find(0, 2015);
  expect(rows[0]).toBe(1);
  expect([years, absent]).toEqual([[2017, 2019], null]);
});

test("where no year knows enough, none are named, and the reason is one line", () => {
  expect(find(5, 2015)).toEqual({
    rows: [],
    years: null,
    absent: "free meals or earlier results are in no file of this release"
  });
});
