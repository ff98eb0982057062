import {mean, range} from "d3";
import {describe, expect, it} from "vitest";
import {
  byCohort,
  drawPartnerships,
  selectKnown,
  type PlaceboPlan
} from "../../pipelines/validation/calibration-draws.ts";
import {valueAt} from "../../src/analysis/comparison/yearly.ts";
import {mersenneTwister} from "../../src/library/statistics/mersenne-twister.ts";
import {smallTrial} from "../support/small-trial.ts";

const {data, outcome} = smallTrial(300, 1);
const free = Int32Array.from(range(200));
const plan: PlaceboPlan = {
  partnerships: 4,
  schools: 3,
  cohorts: [2014, 2015],
  pick: "by lot",
  by: {outcome, better: "higher"}
};
const draw = (changes: Partial<PlaceboPlan> = {}, seed = 1) =>
  drawPartnerships(data, free, {...plan, ...changes}, mersenneTwister(seed));

describe("drawPartnerships(data, free, plan, source)", () => {
  it("draws partnerships of the sizes asked for among free schools, each school once, dealt into years in turn", () => {
    const joined = draw()!;
    expect(joined.map(({partnership}) => partnership)).toEqual(range(12).map((i) => String(Math.floor(i / 3))));
    const started = range(4).map((partnership) => joined[3 * partnership].cohort);
    expect([started, started.toReversed()]).toContainEqual([2014, 2015, 2014, 2015]);
    expect(new Set(joined.map(({row}) => row)).size).toBe(12);
    expect(joined.every(({row}) => row < 200)).toBe(true);
    expect(byCohort(joined).get(2014)).toHaveLength(6);
    expect(byCohort(joined).get(2015)).toHaveLength(6);
  });

  it("is the same for the same source, and another for another", () => {
    expect(draw()).toEqual(draw());
    expect(draw({}, 2)).not.toEqual(draw());
  });

  it("draws from the lowest third of the base, and after the worst year of eight", () => {
    const of = (pick: PlaceboPlan["pick"], better: "higher" | "lower", e: number) =>
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

  it("begins with every year of joining, by lot", () => {
    const years = new Set(range(20).map((seed) => draw({partnerships: 1}, seed + 1)![0].cohort));
    expect([...years].sort()).toEqual([2014, 2015]);
  });

  it("draws the schools of a partnership within one authority", () => {
    const authority = Int32Array.from(range(300), (row) => (row < 190 ? row % 40 : -1));
    const joined = drawPartnerships({...data, authority}, free, {...plan, pick: "one authority"}, mersenneTwister(1))!;
    const places = range(4).map(
      (partnership) => new Set(joined.slice(3 * partnership, 3 * partnership + 3).map(({row}) => authority[row]))
    );
    expect(places.map(({size}) => size)).toEqual([1, 1, 1, 1]);
    expect(places.some((place) => place.has(-1))).toBe(false);
  });

  it("draws no school of which not enough is known", () => {
    const values = outcome.values.slice();
    for (let row = 0; row < 100; row++) values.fill(NaN, row * 10, row * 10 + 10);
    const known = {years: outcome.years, values};
    const joined = draw({by: {outcome: known, better: "higher"}})!;
    expect(joined.every(({row}) => row >= 100)).toBe(true);
    expect(selectKnown(data, free, {cohort: 2014, outcome: known})).toHaveLength(100);
  });

  it("gives nothing where there are too few schools", () => {
    expect(draw({partnerships: 100})).toBeNull();
  });
});
