import {expect, test} from "vitest";
import {donorSentence, leaveOneOutSentence} from "../../dashboards/components/comparison/comparators.ts";
import {describeChoice} from "../../dashboards/components/comparison/choose-comparators.ts";
import {byDifference, balanceTitle} from "../../dashboards/components/comparison/balance.ts";
import {placeboBars, placeboSentence} from "../../dashboards/components/chart/placebo.ts";
import type {Balance} from "../../src/release/results.ts";
import {measure} from "./example.ts";
import {result} from "./example-result.ts";

const scale = {unit: "percentage points", digits: 1};

const balance: Balance = {
  rows: [
    {covariate: "a", label: "Absence", treated: 5, donors: 4.8, smd: 0.2},
    {covariate: "b", label: "Results", treated: 50, donors: 58, smd: -0.8}
  ],
  largest: -0.8
};

test("who is compared is told with the donor pool and the smallest of its calculations", () => {
  expect(donorSentence(result())).toBe(
    "312 supported schools in 42 partnerships are compared with the donor pool: 1,180 schools of the same phase that had not joined by the year in question. The smallest of its calculations rests on 640."
  );
});

test("a choice is asked for in words", () => {
  const notes = {measures: [measure("higher")], types: [{id: "mat", label: "Multi-academy trusts"}] as never};
  const requested = {measure: "ks2_expected", partnership_type: "mat", phase: "primary", role: "supporter"} as const;
  expect(describeChoice(requested, notes)).toBe(
    "Reading, writing and maths at 11; multi-academy trusts; supporter primary schools"
  );
});

test("balance is told by the largest difference, whichever way it lies", () => {
  expect(balanceTitle(balance)).toBe("Largest difference from the donor pool: 0.80 standard deviations");
  expect(byDifference(balance.rows).map(({label}) => label)).toEqual(["Results", "Absence"]);
});

test("bars that moved as far as the real ones are those wholly beyond them, on either side", () => {
  const draws = {draws: 100, as_far: 7, from: -2, width: 1, counts: [3, 46, 47, 4]};
  expect(placeboBars(draws, -1).map(({asFar}) => asFar)).toEqual([true, false, false, true]);
});

test("placebo partnerships are counted under both assumptions", () => {
  const draws = {draws: 999, as_far: 16, from: 0, width: 1, counts: []};
  expect(placeboSentence({same_trend: draws, same_past: {...draws, as_far: 0}}, " of 9 schools")).toBe(
    "16 of 999 placebo partnerships of 9 schools moved as far, either way, by chance alone if the same trend holds; none if the same past does."
  );
});

test("a result that hangs on one partnership says so", () => {
  const one = {lowest: -0.2, highest: 2.1, changes_verdict: true, partnerships: 42};
  expect(leaveOneOutSentence(one, scale)).toBe(
    "Leaving out one of 42 partnerships at a time, the estimates lie between −0.2 and +2.1 percentage points. Without one of them the words would change: it hangs on that partnership."
  );
  expect(leaveOneOutSentence({...one, changes_verdict: false}, scale)).toMatch(/The words stay the same/);
});
