import {describe, expect, it} from "vitest";
import {computeTargets} from "../../pipelines/validation/truth-targets.ts";
import type {Yearly} from "../../src/analysis/comparison/yearly.ts";
import {meanExcess} from "../../src/analysis/effects/mean-excess.ts";
import {makeUnits} from "../../src/analysis/effects/units.ts";
import {computeExcess} from "../../src/analysis/expected-change/trial-excess.ts";
import {smallTrial} from "../support/small-trial.ts";

const {makeTrial, rows, outcome, yearly} = smallTrial(80, 12);
const joined = [...rows].map((row) => ({row, cohort: 2014, partnership: String(row)}));
const add = (a: Yearly, b: Yearly): Yearly => ({
  years: a.years,
  values: a.values.map((value, i) => value + b.values[i])
});
const times = [0, 4] as const;

/** Treated schools gain 1, 2, … by year since; two donors of every five gain half of that, and treated ones had a pre-treatment dip before. */
const own = yearly((row, year) => (row >= 68 && year >= 4 ? year - 3 : 0));
const all = yearly((row, year) =>
  row >= 68 ? (year >= 4 ? year - 3 : year === 2 ? -1 : 0) : row % 5 < 2 && year >= 4 ? (year - 3) / 2 : 0
);

describe("computeTargets(units, times, {planted, kind, outcome})", () => {
  const makeEstimate = (of: Yearly) => {
    const excess = computeExcess(makeTrial(of), of, [-5, 5])!;
    const units = makeUnits(joined, new Map([[2014, excess]]));
    return {units, estimate: meanExcess(units, {set: "same_trend", times, schools: 80})!.estimate};
  };
  const planted = {all, by: new Map([["federation", own]])};

  it("gives what was planted in the schools behind an effect, each once, over the years it holds", () => {
    const {units} = makeEstimate(outcome);
    expect(computeTargets(units, times, {planted, partnership_type: "federation", outcome}).planted).toBeCloseTo(3, 12);
    expect(computeTargets(units, times, {planted, partnership_type: "umbrella_trust", outcome}).planted).toBe(0);
  });

  it("gives what the same comparison finds without noise: by how much planting moves the estimate", () => {
    const {units, estimate} = makeEstimate(add(outcome, all));
    const {noiseless} = computeTargets(units, times, {planted, partnership_type: "federation", outcome});
    expect(noiseless.same_trend).toBeCloseTo(estimate - makeEstimate(outcome).estimate, 10);
    expect(noiseless.same_trend).not.toBeCloseTo(3, 1);
  });

  it("counts a school over the years in which it has the outcome, as the estimate does", () => {
    const gap: Yearly = {
      years: outcome.years,
      values: outcome.values.map((v, i) => (i % 10 > 6 && i >= 74 * 10 ? NaN : v))
    };
    const {units} = makeEstimate(gap);
    // Six schools over five years, six over the first three.
    expect(computeTargets(units, times, {planted, partnership_type: "federation", outcome: gap}).planted).toBeCloseTo(
      (3 + 2) / 2,
      12
    );
  });
});
