import {describe, expect, test} from "vitest";
import type {DonorPool} from "../../src/analysis/comparison/donor-pool.ts";
import type {PhaseData} from "../../src/analysis/comparison/phase-data.ts";
import type {Study} from "../../src/analysis/comparison/study.ts";
import type {Yearly} from "../../src/analysis/comparison/yearly.ts";
import {mersenneTwister, normalNumbers} from "../../src/library/statistics/index.ts";
import {estimateCovariances} from "../../src/planner/covariances.ts";

const schools = 3000;
const years = [2011, 2012, 2013, 2014, 2015, 2016, 2017, 2018, 2019];
const planted = {lasting: 25, moving: 9, rho: 0.5, authority: 1.5, free_meals: -0.3};

/** Schools in 60 authorities: a part that lasts, one that fades by half a year, one that an authority shares each year, and free meals. */
function plantedPhase(treatedFrom = Infinity): {study: Study; data: PhaseData; pool: DonorPool} {
  const normal = normalNumbers(mersenneTwister(7));
  const authority = Int32Array.from({length: schools}, (_, row) => row % 60);
  const shared = Array.from({length: 60}, () => years.map(() => Math.sqrt(planted.authority) * normal()));
  const free_meals = Array.from({length: schools}, () => 20 + 8 * normal());
  const values = new Float64Array(schools * years.length);
  for (let row = 0; row < schools; row++) {
    const lasting = Math.sqrt(planted.lasting) * normal();
    let moving = Math.sqrt(planted.moving) * normal();
    years.forEach((_, column) => {
      if (column > 0) moving = planted.rho * moving + Math.sqrt(planted.moving * (1 - planted.rho ** 2)) * normal();
      values[row * years.length + column] =
        50 + column + planted.free_meals * free_meals[row] + lasting + moving + shared[authority[row]][column];
    });
  }
  const constant = (of: (row: number) => number): Yearly => ({
    years,
    values: Float64Array.from({length: schools * years.length}, (_, i) => of(Math.floor(i / years.length)))
  });
  const data: PhaseData = {
    phase: "secondary",
    schools,
    intake: {free_meals: constant((row) => free_meals[row]), eal: constant(() => 5), log_roll: constant(() => 6)},
    past: [],
    selective: new Float64Array(schools),
    sixth_form: new Float64Array(schools),
    region: new Int32Array(schools),
    regions: ["one"],
    authority,
    governance: constant(() => 0)
  };
  const pool: DonorPool = {
    id: "governance",
    eligibleFrom: new Float64Array(schools).fill(-Infinity),
    treatedFrom: new Float64Array(schools).fill(treatedFrom),
    isGovernance: true
  };
  const study = {measure: "ks4_attainment", outcome: {years, values}, unit: 2} as unknown as Study;
  return {study, data, pool};
}

describe("estimateCovariances(study, data, donors)", () => {
  const {study, data, pool} = plantedPhase();
  const found = estimateCovariances(study, data, pool)!;

  test("finds what was planted at every lag, in the unit printed, intake taken out", () => {
    found.covariance.slice(0, years.length).forEach((value, lag) => {
      const shared = lag === 0 ? planted.authority : 0;
      const expected = 4 * (planted.lasting + planted.moving * planted.rho ** lag + shared);
      expect(Math.abs(value! - expected) / expected, `lag ${lag}`).toBeLessThan(0.06);
    });
  });

  test("knows no lag longer than the years, and counts what it rests on", () => {
    expect(found.covariance.slice(years.length)).toEqual([null, null]);
    expect(found.pairs.slice(0, 3)).toEqual([schools * 9, schools * 8, schools * 7]);
    expect([found.schools, found.comparators]).toEqual([schools, schools]);
  });

  test("finds the share of changes that authorities have in common", () => {
    const own = 2 * planted.moving * (1 - planted.rho ** 3);
    const shared = 2 * planted.authority;
    expect(found.authority_share).toBeGreaterThan(0.7 * (shared / (own + shared)));
    expect(found.authority_share).toBeLessThan(1.3 * (shared / (own + shared)));
    expect(found.authority_lag).toBe(3);
  });

  test("leaves out years in which a school has been treated", () => {
    const {study: again, data: same, pool: treated} = plantedPhase(2014);
    const fewer = estimateCovariances(again, same, treated)!;
    expect(fewer.pairs[0]).toBe(schools * 3);
    expect(fewer.covariance[3]).toBeNull();
  });

  test("takes the share of authorities from the lag nearest to three years, and knows none without one", () => {
    const until = (year: number) => {
      const {study: again, data: same, pool: treated} = plantedPhase(year);
      return estimateCovariances(again, same, treated)!;
    };
    expect(until(2013)).toMatchObject({authority_lag: 1});
    expect(until(2013).authority_share).toBeGreaterThan(0.05);
    expect(until(2012)).toMatchObject({authority_lag: null, authority_share: null});
  });

  test("is null where the outcome is intake itself, and where too few schools are known", () => {
    const itself = {...study, outcome: data.intake.free_meals};
    expect(estimateCovariances(itself, data, pool)).toBeNull();
    const few = {...pool, treatedFrom: pool.treatedFrom.map((year, row) => (row < 3 ? year : -Infinity))};
    expect(estimateCovariances(study, data, few)).toBeNull();
  });

  test("is null where free meals are unknown", () => {
    const none = {
      ...data,
      intake: {...data.intake, free_meals: {years, values: new Float64Array(schools * years.length).fill(NaN)}}
    };
    expect(estimateCovariances(study, none, pool)).toBeNull();
  });
});
