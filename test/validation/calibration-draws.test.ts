import {mean, range} from "d3";
import {describe, expect, it} from "vitest";
import {byCohort, drawPartnerships, type FakePlan} from "../../pipelines/validation/calibration-draws.ts";
import {valueAt} from "../../src/analysis/comparison/yearly.ts";
import {mersenneTwister} from "../../src/library/statistics/mersenne-twister.ts";
import {smallTrial} from "../support/small-trial.ts";

const {data, outcome} = smallTrial(300, 1);
const free = Int32Array.from(range(200));
const plan: FakePlan = {
  partnerships: 4,
  schools: 3,
  cohorts: [2014, 2015],
  pick: "by lot",
  by: {outcome, better: "higher"}
};
const draw = (changes: Partial<FakePlan> = {}, seed = 1) =>
  drawPartnerships(data, free, {...plan, ...changes}, mersenneTwister(seed));

describe("drawPartnerships(data, free, plan, source)", () => {
  it("draws partnerships of the sizes asked for among free schools, each school once, dealt into years in turn", () => {
    const joined = draw()!;
    expect(joined.map(({partnership, cohort}) => `${partnership} ${cohort}`)).toEqual(
      range(12).map((i) => `${Math.floor(i / 3)} ${2014 + (Math.floor(i / 3) % 2)}`)
    );
    expect(new Set(joined.map(({row}) => row)).size).toBe(12);
    expect(joined.every(({row}) => row < 200)).toBe(true);
    expect([...byCohort(joined)].map(([g, rows]) => [g, rows.length])).toEqual([
      [2014, 6],
      [2015, 6]
    ]);
  });

  it("is the same for the same source, and another for another", () => {
    expect(draw()).toEqual(draw());
    expect(draw({}, 2)).not.toEqual(draw());
  });

  it("draws from the lowest third of the base, and after the worst year of eight", () => {
    const of = (pick: FakePlan["pick"], better: "higher" | "lower", e: number) =>
      mean(range(20), (seed) => {
        const joined = draw({pick, by: {outcome, better}}, seed + 1)!;
        return mean(joined, ({row, cohort}) => valueAt(outcome, row, cohort + e));
      })!;
    expect(of("by lot", "higher", -3)).toBeCloseTo(55, 0);
    expect(of("lowest third", "higher", -3)).toBeLessThan(54);
    expect(of("lowest third", "lower", -3)).toBeGreaterThan(56);
    expect(of("bad year", "higher", -1)).toBeLessThan(52);
    expect(of("bad year", "higher", -3)).toBeCloseTo(55, 0);
  });

  it("gives nothing where there are too few schools", () => {
    expect(draw({partnerships: 100})).toBeNull();
  });
});
