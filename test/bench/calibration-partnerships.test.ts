import {randomLcg, range} from "d3";
import {describe, expect, it} from "vitest";
import {drawPartnerships, type FakePlan} from "../../pipelines/bench/calibration-partnerships.ts";

const years = range(2008, 2018);
const schools = 120;
/** A school’s own number in every year. */
const outcome = {
  years,
  values: Float64Array.from({length: schools * years.length}, (_, i) => Math.floor(i / years.length))
};
const plan: FakePlan = {
  partnerships: 4,
  schools: 3,
  cohorts: [2013, 2014],
  pick: "by lot",
  by: {measure: "number", outcome, good: 1},
  authority: Int32Array.from(range(schools), (row) => row % 10)
};
/** The first twenty schools joined something real. */
const treatedFrom = Float64Array.from({length: schools}, (_, row) => (row < 20 ? 2010 : Infinity));

describe("drawPartnerships(treatedFrom, plan, source)", () => {
  it("draws so many partnerships of so many schools, a cohort each, none of them twice or joined to anything real", () => {
    const joining = drawPartnerships(treatedFrom, plan, randomLcg(1))!;
    expect(joining.joiners).toHaveLength(12);
    expect(new Set(joining.joiners.map(({row}) => row)).size).toBe(12);
    expect(joining.joiners.every(({row}) => treatedFrom[row] === Infinity)).toBe(true);
    for (const {partnership, cohort} of joining.joiners) expect(cohort).toBe(plan.cohorts[Number(partnership) % 2]);
  });

  it("leaves real joiners the years in which they joined, and gives fake ones theirs", () => {
    const joining = drawPartnerships(treatedFrom, plan, randomLcg(1))!;
    expect(joining.treatedFrom.subarray(0, 20)).toEqual(treatedFrom.subarray(0, 20));
    for (const {row, cohort} of joining.joiners) expect(joining.treatedFrom[row]).toBe(cohort);
  });

  it("draws all schools of a partnership from one authority, which has as many left", () => {
    const own = drawPartnerships(treatedFrom, {...plan, pick: "one authority"}, randomLcg(4))!;
    expect(own.joiners).toHaveLength(12);
    for (const partnership of range(4).map(String)) {
      const places = own.joiners.filter((one) => one.partnership === partnership).map(({row}) => row % 10);
      expect(new Set(places).size).toBe(1);
    }
    const unknown = {...plan, pick: "one authority" as const, authority: new Int32Array(schools).fill(-1)};
    expect(drawPartnerships(treatedFrom, unknown, randomLcg(4))).toBeNull();
  });

  it("takes the lowest third of those joining in a year, told by results from all of them", () => {
    const {joiners, told, origin} = drawPartnerships(treatedFrom, {...plan, pick: "lowest third"}, randomLcg(2))!;
    const results = told!.joiners;
    expect(results).toHaveLength(36);
    expect([...origin]).toEqual(joiners.map(() => 1));
    for (const cohort of plan.cohorts) {
      const rows = results.filter((one) => one.cohort === cohort).map(({row}) => row);
      const lowest = rows.sort((a, b) => a - b).slice(0, rows.length / 3);
      expect(joiners.filter((one) => one.cohort === cohort).map(({row}) => row)).toEqual(lowest);
    }
  });

  it("takes the worst of eight after a bad year: the highest where low is good", () => {
    const worst = (good: 1 | -1) =>
      drawPartnerships(treatedFrom, {...plan, pick: "bad year", by: {measure: "number", outcome, good}}, randomLcg(3))!
        .joiners;
    const mean = (rows: readonly {row: number}[]) => rows.reduce((sum, {row}) => sum + row, 0) / rows.length;
    // Rows 20 to 119 are free: the mean lowest of eight lies near 20 + 100 ÷ 9, the highest as far from 119.
    expect(mean(worst(1))).toBeLessThan(50);
    expect(mean(worst(-1))).toBeGreaterThan(90);
  });

  it("is null where too few schools are left to draw from", () => {
    expect(drawPartnerships(treatedFrom, {...plan, partnerships: 40}, randomLcg(1))).toBeNull();
  });
});
