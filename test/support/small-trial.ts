import {designTrial, type Trial} from "../../src/analysis/comparison/trial.ts";
import type {DonorPool} from "../../src/analysis/comparison/donor-pool.ts";
import type {PhaseData} from "../../src/analysis/comparison/phase-data.ts";
import type {Yearly} from "../../src/analysis/comparison/yearly.ts";
import {mersenneTwister} from "../../src/library/statistics/mersenne-twister.ts";

const years = [2010, 2011, 2012, 2013, 2014, 2015, 2016, 2017, 2018, 2019];

/** A phase of so many schools of which the last few are first treated in 2014, with drawn intake and outcome. */
export function smallTrial(schools: number, treated: number, seed = 1) {
  const draw = mersenneTwister(seed);
  const yearly = (value: (row: number, year: number) => number): Yearly => ({
    years,
    values: Float64Array.from({length: schools * years.length}, (_, i) =>
      value(Math.floor(i / years.length), i % years.length)
    )
  });
  const intake = () => {
    const own = Array.from({length: schools}, () => draw());
    return yearly((row) => own[row]);
  };
  const none = new Float64Array(schools);
  const data: PhaseData = {
    phase: "secondary",
    schools,
    intake: {free_meals: intake(), eal: intake(), log_roll: intake()},
    past: [{measure: "overall_absence_pct", by: yearly(() => draw())}],
    selective: none,
    sixth_form: none,
    region: new Int32Array(schools),
    regions: ["one"],
    authority: new Int32Array(schools),
    governance: yearly(() => 0)
  };
  const rows = Int32Array.from({length: treated}, (_, i) => schools - treated + i);
  const among = new Set(rows);
  const pool: DonorPool = {
    id: "governance",
    eligibleFrom: new Float64Array(schools).fill(-Infinity),
    treatedFrom: Float64Array.from({length: schools}, (_, row) => (among.has(row) ? 2014 : Infinity)),
    isGovernance: true
  };
  const outcome = yearly(() => 50 + 10 * draw());
  const makeTrial = (of: Yearly): Trial =>
    designTrial(data, pool, {cohort: 2014, treated: rows, measure: "ks4_attainment", outcome: of});
  return {data, pool, makeTrial, rows, outcome, yearly};
}
