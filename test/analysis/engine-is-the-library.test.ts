import {randomNormal, randomLcg, range} from "d3";
import {describe, expect, it} from "vitest";
import type {DonorPool} from "../../src/analysis/comparison/donor-pool.ts";
import type {PhaseData} from "../../src/analysis/comparison/phase-data.ts";
import type {Yearly} from "../../src/analysis/comparison/yearly.ts";
import {clusteredError} from "../../src/analysis/effects/estimated.ts";
import {meanExcess} from "../../src/analysis/effects/mean-excess.ts";
import {splitBeforeAfter} from "../../src/analysis/effects/before-after.ts";
import {makeUnits} from "../../src/analysis/effects/units.ts";
import {makeTrials} from "../../src/analysis/expected-change/trials.ts";
import {design} from "../../src/design.ts";
import {callawaySantanna} from "../../src/library/estimators/callaway-santanna/callaway-santanna.ts";
import type {LongPanel} from "../../src/library/panel/long-panel.ts";

const schools = 240;
const years = range(2008, 2022);
const normal = randomNormal.source(randomLcg(0.42))(0, 1);
const series = (make: (row: number, column: number) => number): Yearly => ({
  years,
  values: Float64Array.from({length: schools * years.length}, (_, i) =>
    make(Math.floor(i / years.length), i % years.length)
  )
});
const level = Float64Array.from({length: schools}, () => normal());
const free_meals = series((row) => 20 + 5 * level[row] + normal());
const log_roll = series((row) => 6 + 0.3 * level[row] + 0.1 * normal());
const findCohort = (row: number): number => (row < 60 ? 2014 + (row % 3) : row < 90 ? 2018 : Infinity);
const outcome = series((row, column) => {
  const year = years[column];
  return 50 + 4 * level[row] + 0.2 * column + (year >= findCohort(row) ? 1.5 : 0) + normal();
});
const none = series(() => NaN);
const unknown = new Float64Array(schools).fill(NaN);

const data: PhaseData = {
  phase: "secondary",
  schools,
  intake: {free_meals, log_roll, eal: none},
  past: [],
  selective: unknown,
  sixth_form: unknown,
  region: new Int32Array(schools).fill(-1),
  regions: [],
  authority: new Int32Array(schools),
  governance: none
};
const pool: DonorPool = {
  id: "governance",
  eligibleFrom: new Float64Array(schools).fill(-Infinity),
  treatedFrom: Float64Array.from({length: schools}, (_, row) => findCohort(row)),
  isGovernance: true
};
const treatedRows = range(90);
const makePartnership = (row: number): number => Math.floor(row / 4);
const clusters = {
  of: Int32Array.from({length: schools}, (_, row) => (row < 90 ? schools + makePartnership(row) : row)),
  count: schools + 30
};
const joined = treatedRows.map((row) => ({row, cohort: findCohort(row), partnership: String(makePartnership(row))}));
const treated = new Map(
  [...new Set(joined.map(({cohort}) => cohort))]
    .sort()
    .map((cohort) => [cohort, Int32Array.from(joined.filter((j) => j.cohort === cohort).map(({row}) => row))])
);
const trials = makeTrials(data, pool, treated, {measure: "ks4_attainment", outcome, times: design.event_times});
const units = makeUnits(joined, trials);

const panel: LongPanel = {
  ids: range(schools).map(String),
  unit: Int32Array.from({length: schools * years.length}, (_, i) => Math.floor(i / years.length)),
  period: Int32Array.from({length: schools * years.length}, (_, i) => years[i % years.length]),
  outcome: outcome.values,
  cohort: pool.treatedFrom,
  cluster: clusters.of,
  clusters: clusters.count,
  weights: null,
  covariates: [
    {name: "free_meals", values: free_meals.values},
    {name: "log_roll", values: log_roll.values}
  ]
};

describe.each([
  ["same_trend", false],
  ["same_past", true]
] as const)("the engine’s estimate under %s", (set, laggedOutcome) => {
  const library = callawaySantanna.estimate(panel, {
    aggregate: "group",
    comparators: "not_yet_treated",
    base: design.base,
    method: "reg",
    anticipation: 0,
    squares: true,
    laggedOutcome,
    after: design.effect
  });

  it("is the library’s Callaway–Sant’Anna by outcome regression to 1e-12, each school once", () => {
    const mean = meanExcess(units, {set, times: design.effect, schools})!;
    const [overall] = library.effects;
    expect(Math.abs(mean.estimate - overall.estimate)).toBeLessThan(1e-12 * Math.max(1, Math.abs(mean.estimate)));
    expect(mean.units).toHaveLength(90);
    for (let row = 0; row < schools; row++) {
      expect(Math.abs(mean.influence[row] - overall.influence![row]), `school ${row}`).toBeLessThan(1e-12);
    }
  });

  it("is the library’s at every event time, its error from the same influence function", () => {
    for (const effect of library.effects.slice(1)) {
      const e = Number(effect.term);
      if (e < design.event_times[0] || e > design.event_times[1]) continue;
      const mean = meanExcess(units, {set, times: [e, e], schools})!;
      expect(Math.abs(mean.estimate - effect.estimate), `event time ${e}`).toBeLessThan(1e-11);
      const totals = new Float64Array(clusters.count);
      effect.influence!.forEach((value, row) => (totals[clusters.of[row]] += value));
      const groups = new Set(mean.units.map(({row}) => clusters.of[row])).size;
      const se = Math.sqrt((totals.reduce((sum, x) => sum + x * x, 0) * groups) / (groups - 1));
      expect(Math.abs(clusteredError(mean, clusters).se - se)).toBeLessThan(1e-11);
    }
  });
});

it("before–after is the return, the expected change and the effect under either assumption", () => {
  const parts = splitBeforeAfter(units, 2)!;
  for (const set of ["same_trend", "same_past"] as const) {
    expect(parts.return + parts.expected[set] + parts.effect[set]).toBeCloseTo(parts.before_after, 10);
  }
});
