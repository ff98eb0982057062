import {afterEach, expect, test} from "vitest";
import {design} from "../../../src/design.ts";
import {computeExcess} from "../../../src/analysis/expected-change/trial-excess.ts";
import {withoutCovariate} from "../../../src/analysis/expected-change/without-covariate.ts";
import {putInForce} from "../../../src/plan/in-force.ts";
import {smallTrial} from "../../support/small-trial.ts";

let restore = () => {};
afterEach(() => restore());

const isOther = (entry: string) => (of: string) => of.replace("²", "") !== entry;

function expectAlike(found: Float64Array, wanted: Float64Array): void {
  const unknown = (values: Float64Array) => [...values].map((value) => Number.isNaN(value));
  expect(unknown(found)).toEqual(unknown(wanted));
  expect(wanted.some((value) => !Number.isNaN(value))).toBe(true);
  wanted.forEach((value, i) => !Number.isNaN(value) && expect(found[i]).toBeCloseTo(value, 10));
}

/** The plan without an entry of its covariates. */
function leaveOutOfPlan(entry: string): void {
  const {same_trend, same_past} = design.covariates;
  const covariates = {
    ...design.covariates,
    same_trend: same_trend.filter(isOther(entry)),
    same_past: same_past.filter(isOther(entry))
  };
  restore = putInForce({...structuredClone(design), covariates});
}

test.each([
  ["eal", []],
  ["past", []],
  ["log_roll", [3, 4, 90]],
  ["past", [5, 97]]
] as const)("trials without %s, which is missing of schools %j, are those of a plan without it", (entry, missing) => {
  const {data, makeTrial, outcome} = smallTrial(100, 5, 7);
  const series = entry === "past" ? data.past[0].by : data.intake[entry];
  for (const row of missing) series.values.fill(NaN, row * series.years.length, (row + 1) * series.years.length);
  const main = computeExcess(makeTrial(outcome), outcome, [-5, 5])!;
  const found = withoutCovariate(new Map([[2014, main]]), entry, {outcome, times: [0, 4]}).get(2014)!;
  leaveOutOfPlan(entry);
  const wanted = computeExcess(makeTrial(outcome), outcome, [0, 4])!;
  expect(found.from).toBe(0);
  for (const set of ["same_trend", "same_past"] as const) {
    wanted.regressions[set].forEach((regression, e) => {
      expect(found.regressions[set][e]!.matrix.names).toEqual(regression!.matrix.names);
      expect(found.regressions[set][e]!.donors).toBe(regression!.donors);
      expectAlike(found.regressions[set][e]!.excess, regression!.excess);
    });
    wanted.excess[set].forEach((values, e) => expectAlike(found.excess[set][e], values));
  }
});

test("another covariate’s absence does not count, and the effect without one is another effect", () => {
  const {makeTrial, outcome} = smallTrial(100, 5, 7);
  const main = computeExcess(makeTrial(outcome), outcome, [-5, 5])!;
  const found = withoutCovariate(new Map([[2014, main]]), "eal", {outcome, times: [0, 4]}).get(2014)!;
  expect(found.excess.same_trend[0][4]).not.toBe(main.excess.same_trend[5][4]);
});
