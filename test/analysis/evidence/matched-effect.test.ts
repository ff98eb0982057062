import {range} from "d3";
import {expect, test} from "vitest";
import type {RoleJoined} from "../../../src/analysis/comparison/role-joined.ts";
import type {Study} from "../../../src/analysis/comparison/study.ts";
import {assignClusters} from "../../../src/analysis/comparison/assign-clusters.ts";
import type {Unit} from "../../../src/analysis/effects/units.ts";
import type {CrossCheckTerms} from "../../../src/analysis/evidence/cross-check-panel.ts";
import {matchedEffect} from "../../../src/analysis/evidence/matched-effect.ts";
import {mersenneTwister} from "../../../src/library/statistics/mersenne-twister.ts";

const years = range(2008, 2020);
const joined = 60;
const schools = joined + 300;
const findCohort = (row: number): number => (row < joined ? 2013 + (row % 3) : Infinity);

/** Results rise by one a year in all schools that join and a third of the others, with 2 more since joining. */
function madeTerms(seed: number): {behind: Unit[]; terms: CrossCheckTerms} {
  const source = mersenneTwister(seed);
  const noise = () => source() + source() + source() - 1.5;
  const values = Float64Array.from(
    range(schools).flatMap((row) => {
      const level = 3 * noise();
      const rises = row < joined || row % 3 === 0;
      return years.map((year) => level + (rises ? year - 2008 : 0) + (year >= findCohort(row) ? 2 : 0) + 0.2 * noise());
    })
  );
  const members = range(joined).map((row) => ({row, cohort: findCohort(row), partnership: `p${row % 12}`}));
  const behind = members.map(({row, cohort}) => ({row, at: 0, trial: {trial: {cohort}}}) as unknown as Unit);
  const terms = {
    study: {outcome: {years, values}, unit: 1} as unknown as Study,
    role: {joined: members, clusters: assignClusters(schools, members)} as unknown as RoleJoined,
    pool: {
      id: "made",
      eligibleFrom: new Float64Array(schools).fill(-Infinity),
      treatedFrom: Float64Array.from(range(schools), findCohort),
      isGovernance: false
    },
    data: {} as CrossCheckTerms["data"],
    seed: 1
  };
  return {behind, terms};
}

test("matched on their path, schools that were rising anyway show what was planted and no more", () => {
  const {behind, terms} = madeTerms(5);
  const found = matchedEffect(behind, terms)!;
  expect(found.estimate).toBeCloseTo(2, 1);
  expect([...found.treated].sort((a, b) => a - b)).toEqual(range(joined));
});

test("the error is as large as the estimate varies between samples", () => {
  const drawn = range(1, 41).map((seed) => {
    const {behind, terms} = madeTerms(seed);
    return matchedEffect(behind, terms)!;
  });
  const covered = drawn.filter(({estimate, influence}) => {
    const se = Math.hypot(...influence);
    return Math.abs(estimate - 2) <= 2 * se;
  });
  expect(covered.length).toBeGreaterThanOrEqual(35);
  expect(drawn.every(({estimate, influence}) => Math.hypot(...influence) < Math.abs(estimate) / 20)).toBe(true);
});

test("without donors that have every year before there is none", () => {
  const {behind, terms} = madeTerms(5);
  const pool = {...terms.pool, treatedFrom: terms.pool.treatedFrom.map(() => 2014)};
  expect(matchedEffect(behind, {...terms, pool})).toBeNull();
});
