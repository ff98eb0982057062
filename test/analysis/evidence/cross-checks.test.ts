import {range} from "d3";
import {describe, expect, test} from "vitest";
import type {DonorPool} from "../../../src/analysis/comparison/donor-pool.ts";
import type {PhaseData} from "../../../src/analysis/comparison/phase-data.ts";
import type {RoleJoined} from "../../../src/analysis/comparison/role-joined.ts";
import type {Study} from "../../../src/analysis/comparison/study.ts";
import type {Unit} from "../../../src/analysis/effects/units.ts";
import {crossChecks, sideWith} from "../../../src/analysis/evidence/cross-checks.ts";
import {assignClusters} from "../../../src/analysis/comparison/assign-clusters.ts";
import {mersenneTwister} from "../../../src/library/statistics/mersenne-twister.ts";
import {madeEffect} from "../../support/made-result.ts";

const years = range(2008, 2020);
const source = mersenneTwister(7);
const noise = () => source() + source() + source() - 1.5;

/** Schools of which the first have joined in 2014 or 2015, with 2 more a year since, and years and schools of their own level. */
function madeEngland(joined: number, others: number) {
  const schools = joined + others;
  const cohort = (row: number) => (row < joined ? 2014 + (row % 2) : Infinity);
  const level = range(schools).map(() => 5 * noise());
  const values = Float64Array.from(
    range(schools).flatMap((row) =>
      years.map((year) => level[row] + 0.3 * (year - 2008) + (year >= cohort(row) ? 2 : 0) + 0.2 * noise())
    )
  );
  const yearly = (make: () => number) => ({years, values: Float64Array.from(values, make)});
  const outcome = {years, values};
  const members = range(joined).map((row) => ({row, cohort: cohort(row), partnership: `p${row % 12}`}));
  const role = {joined: members, clusters: assignClusters(schools, members)} as unknown as RoleJoined;
  const study = {measure: "ks4_attainment", phase: "secondary", outcome, unit: 1} as unknown as Study;
  const data = {intake: {free_meals: yearly(() => 20 + noise()), eal: yearly(noise), log_roll: yearly(noise)}};
  const pool: DonorPool = {
    id: "made",
    eligibleFrom: new Float64Array(schools).fill(-Infinity),
    treatedFrom: Float64Array.from(range(schools), cohort),
    isGovernance: false
  };
  const behind = members.map(
    (member) => ({...member, at: 0, trial: {trial: {cohort: member.cohort}}}) as unknown as Unit
  );
  return {behind, terms: {study, role, pool, data: data as unknown as PhaseData, seed: 1}};
}

const effect = madeEffect(1.9, 2.3, 1.5, 2.8);

describe("other estimators of the library", () => {
  const {behind, terms} = madeEngland(48, 200);
  const found = crossChecks(behind, effect, terms);

  test("find an effect that is there, with an interval", () => {
    expect(found).toHaveLength(4);
    for (const {estimate, group, absent} of found) {
      expect(group).toBe("estimator");
      expect(absent).toBeNull();
      expect(estimate!.value).toBeCloseTo(2, 0);
      expect(estimate!.low!).toBeLessThan(estimate!.value);
      expect(estimate!.high!).toBeGreaterThan(estimate!.value);
    }
  });

  test("give the same twice", () => expect(crossChecks(behind, effect, terms)).toEqual(found));

  test("of few schools it is synthetic difference in differences, a point alone", () => {
    const few = madeEngland(6, 120);
    const [only, ...more] = crossChecks(few.behind, effect, few.terms);
    expect(more).toEqual([]);
    expect(only.label).toContain("Synthetic difference");
    expect(only.estimate!.value).toBeCloseTo(2, 0);
    expect(only.estimate!.low).toBeNull();
  });

  test("say so where nobody may serve throughout", () => {
    const closed = {...terms, pool: {...terms.pool, eligibleFrom: terms.pool.eligibleFrom.map(() => 2012)}};
    expect(crossChecks(behind, effect, closed)).toMatchObject([
      {estimate: null, absent: expect.stringContaining("No school")}
    ]);
  });
});

test("an estimate sides with the assumption it is nearer to, and with neither outside the printed interval", () => {
  const [a, b] = [effect.same_trend.value, effect.same_past.value];
  expect(sideWith(a + 0.1 * (b - a), effect)).toBe("same_trend");
  expect(sideWith(b - 0.1 * (b - a), effect)).toBe("same_past");
  expect(sideWith(effect.high! + 1, effect)).toBe("neither");
});
