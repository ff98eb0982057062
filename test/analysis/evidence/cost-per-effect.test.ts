import {describe, expect, it} from "vitest";
import {sumCost} from "../../../src/analysis/evidence/cost-per-effect.ts";

const terms = {better: "higher", unit: "percentage points", currency_year: 2024} as const;
const rows = [
  {school: 1, cost: 10_000, pupils: 200},
  {school: 1, cost: 14_000, pupils: 200},
  {school: 2, cost: 12_000, pupils: null}
];
const clear = {estimate: 2, se: 0.2, degrees: Infinity};

describe("sumCost(effect, school_years, terms)", () => {
  it("is the mean over school-years, and per pupil where the roll is known", () => {
    expect(sumCost(clear, rows, terms)).toMatchObject({
      schools_with_cost: 2,
      per_school_year: 12_000,
      per_pupil_year: 60,
      currency_year: 2024
    });
  });

  it("has an interval about what a unit of effect cost", () => {
    const {value, low, high} = sumCost(clear, rows, terms)!.per_unit!;
    expect(value).toBe(6000);
    expect(low! < 6000 && high! > 6000).toBe(true);
  });

  it("has no limits where there may be no effect, and says so", () => {
    const cost = sumCost({...clear, se: 2}, rows, terms)!;
    expect(cost.per_unit).toEqual({value: 6000, low: null, high: null});
    expect(cost.words).toContain("no upper limit");
  });

  it("prices a fall where lower is better, and nothing where it got worse or neither is", () => {
    const priced = (estimate: number, better: "higher" | "lower" | "neither") =>
      sumCost({...clear, estimate}, rows, {...terms, better})!.per_unit?.value ?? null;
    expect([priced(-2, "lower"), priced(2, "lower"), priced(2, "neither")]).toEqual([6000, null, null]);
  });

  it("is told in pounds of two figures, with the interval and the schools", () => {
    expect(sumCost(clear, rows, terms)!.words).toMatch(
      /^Taking part cost £12,000 a school a year, or £60 a pupil \(2 schools with a known cost\)\. An improvement of 1 percentage point cost £6,000 a school a year \(95% interval £[\d,]+ to £[\d,]+\)\.$/
    );
  });

  it("is null where no cost is known", () => {
    expect(sumCost(clear, [], terms)).toBeNull();
  });
});
