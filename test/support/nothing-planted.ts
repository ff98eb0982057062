import {randomLcg, randomNormal, range} from "d3";
import type {DonorPool} from "../../src/analysis/comparison/donor-pool.ts";
import type {PhaseData} from "../../src/analysis/comparison/phase-data.ts";
import type {Window, Yearly} from "../../src/analysis/comparison/yearly.ts";
import {meanExcess} from "../../src/analysis/effects/mean-excess.ts";
import {makeUnits} from "../../src/analysis/effects/units.ts";
import {makeTrials} from "../../src/analysis/expected-change/trials.ts";

const years = range(2008, 2016);
export const cohort = 2012;
const partnerships = 6;
const treated = 4 * partnerships;

/**
 * Six partnerships of four schools among so many donors, with nothing added. The free meals of the treated lie so many
 * standard deviations apart from the donors’: the further, the more of the estimate’s error is the regression’s.
 */
export function drawNothing(seed: number, {donors, apart}: {donors: number; apart: number}) {
  const normal = randomNormal.source(randomLcg(seed))(0, 1);
  const schools = treated + donors;
  const series = (make: (row: number) => number): Yearly => ({
    years,
    values: Float64Array.from({length: schools * years.length}, (_, i) => make(Math.floor(i / years.length)))
  });
  const level = Float64Array.from({length: schools}, (_, row) => normal() + (row < treated ? apart : 0));
  const none = series(() => NaN);
  const unknown = new Float64Array(schools).fill(NaN);
  const data: PhaseData = {
    phase: "secondary",
    schools,
    intake: {free_meals: series((row) => 20 + 5 * level[row]), log_roll: none, eal: none},
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
    treatedFrom: Float64Array.from({length: schools}, (_, row) => (row < treated ? cohort : Infinity)),
    isGovernance: true
  };
  const outcome = series(() => normal());
  const joined = range(treated).map((row) => ({row, cohort, partnership: String(row % partnerships)}));
  const clusters = {
    of: Int32Array.from(range(schools), (row) => (row < treated ? schools + (row % partnerships) : row)),
    count: schools + partnerships
  };
  const rows = new Map([[cohort, Int32Array.from(range(treated))]]);
  const times: Window = [0, 0];
  const trials = makeTrials(data, pool, rows, {measure: "ks4_attainment", outcome, times});
  const found = meanExcess(makeUnits(joined, trials), {set: "same_trend", times, schools})!;
  return {found, data, outcome, treated, terms: {clusters, set: "same_trend", times} as const};
}
