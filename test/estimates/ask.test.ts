import {expect, test} from "vitest";
import type {DonorPool} from "../../src/analysis/comparison/donor-pool.ts";
import type {PhaseData} from "../../src/analysis/comparison/phase-data.ts";
import type {Yearly} from "../../src/analysis/comparison/yearly.ts";
import {openAnswers} from "../../pipelines/cache/kept-answers.ts";
import {askThreads} from "../../pipelines/estimates/ask.ts";
import {findSimilar} from "../../pipelines/estimates/similar.ts";
import {estimateSpread} from "../../pipelines/estimates/spread.ts";
import {startWorkers, type Workers} from "../../pipelines/estimates/work.ts";
import {design} from "../../src/design.ts";
import {emptyFolder} from "../support/published-files.ts";

const schools = 30;
const years = [2016, 2017, 2018, 2019];
const slope = (by: number): Yearly => ({
  years,
  values: Float64Array.from({length: schools * years.length}, (_, i) => 40 + by * Math.floor(i / years.length))
});
const data: PhaseData = {
  phase: "secondary",
  schools,
  intake: {free_meals: slope(1), eal: slope(0.5), log_roll: slope(0)},
  past: [{measure: "attainment8", by: slope(-1)}],
  selective: new Float64Array(schools),
  sixth_form: new Float64Array(schools),
  region: new Int32Array(schools),
  regions: ["North East"],
  authority: new Int32Array(schools),
  governance: {years: [0], values: new Float64Array(schools)}
};
const pool: DonorPool = {
  id: "governance",
  eligibleFrom: new Float64Array(schools).fill(-Infinity),
  treatedFrom: new Float64Array(schools).fill(Infinity),
  isGovernance: true
};
const first = new Float64Array(schools).fill(NaN);
first[3] = 2019;
const run = {plan: "", made: new Date(0), newest: 2019} as unknown as Parameters<typeof askThreads>[2]["run"];

test("a thread answers what the function would, and a later run reads the answer", async () => {
  const folder = await emptyFolder();
  const said: string[] = [];
  const answer = async (threads: Pick<Workers, "run">) => {
    const kept = await openAnswers(folder);
    const progress = (done: number, what: string) => said.push(`${done} ${what}`);
    const ask = askThreads(kept, threads as Workers, {run, progress});
    const similar = String(await (await ask.similar({data, first}, "similar").answer)());
    const spread = String(await (await ask.spread({data, pool, studies: []}, "spread").answer)());
    return {similar, spread, ...(await kept.close())};
  };
  const threads = startWorkers(1);
  const made = await answer(threads).finally(() => threads.close());
  expect(made).toEqual({
    similar: findSimilar({data, first, plan: design}),
    spread: estimateSpread({data, pool, studies: [], plan: design}),
    made: 2,
    reused: 0
  });
  const found = JSON.parse(made.similar) as {row: number; cohort: number | null; rows: number[]}[];
  expect(found.find(({row}) => row === 3)).toMatchObject({cohort: 2019});
  expect(found.find(({row}) => row === 0)).toMatchObject({cohort: null, rows: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]});
  const idle = {run: () => Promise.reject(new Error("asked again"))};
  expect(await answer(idle)).toEqual({...made, made: 0, reused: 2});
  expect(said).toEqual(["1 similar", "2 spread", "1 similar", "2 spread"]);
});
