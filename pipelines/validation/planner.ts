import {designMatrix} from "../../src/analysis/expected-change/design-matrix.ts";
import {regressPool} from "../../src/analysis/expected-change/pool-regression.ts";
import type {DonorPool} from "../../src/analysis/comparison/donor-pool.ts";
import type {PhaseData} from "../../src/analysis/comparison/phase-data.ts";
import type {Study} from "../../src/analysis/comparison/study.ts";
import {designTrial} from "../../src/analysis/comparison/trial.ts";
import {valueAt, type Window, type Yearly} from "../../src/analysis/comparison/yearly.ts";
import {design} from "../../src/design.ts";
import {simulateInPanel} from "../../src/library/inference/index.ts";
import {contrastVariance} from "../../src/planner/contrast-variance.ts";
import {seeSupported} from "../../src/planner/programme.ts";
import type {VarianceRow} from "../../src/release/variances.ts";
import {measures} from "../../src/vocabulary/measures.ts";
import {readPhase} from "../estimates/read-phase.ts";
import {readPool} from "../estimates/read-pools.ts";
import {readStudy} from "../estimates/read-study.ts";
import {estimateVariances} from "../release/variances.ts";
import {quote, rows, type Warehouse} from "../warehouse.ts";
import {rounded, type Found} from "./truth-page.ts";

const SEED = 1;
const PAIRS = 40;
const YEARS = {before: 3, after: 3};
const BASE: Window = [-4, -2];
const SINCE: Window = [0, 2];
/** In per cent of what the panel gives: beyond it a line fails. */
const ALLOWED = 15;

/**
 * The planner held to the panel that it plans with: the spread of one year’s change by its covariances next to that of
 * the release’s own regressions, and its standard error of 40 pairs next to that of placebo programmes, drawn from schools that
 * nobody helped, each school’s change less what the regression on its intake expects.
 */
export async function checkPlanner(
  warehouse: Warehouse,
  {draws, command}: {draws: number; command: string}
): Promise<Found> {
  const lines: (string | number | null)[][] = [];
  const variances = await estimateVariances(warehouse);
  for (const phase of ["primary", "secondary"] as const) {
    const schools = await readPhase(warehouse, phase);
    const pool = await readPool(warehouse, "governance", schools);
    for (const measure of design.families.headline[phase]) {
      const row = variances.find((one) => one.phase === phase && one.measure === measure);
      const study = row && (await readStudy(warehouse, measure, schools));
      if (row && study) lines.push(await compareOutcome(warehouse, row, {study, data: schools.data, pool, draws}));
    }
  }
  const fails = lines.flatMap((line) =>
    [line[5], line[8]].some((difference) => typeof difference === "number" && Math.abs(difference) > ALLOWED)
      ? [`${String(line[0])}, ${String(line[1])}: more than ${ALLOWED}% from the panel`]
      : []
  );
  const largest = Math.max(...lines.map((line) => Math.abs(Number(line[8] ?? 0))));
  return {
    id: "planner",
    title: "The planner of programmes, held to the panel",
    summary: `Of ${lines.length} outcomes, the planner’s standard error of ${PAIRS} pairs lies within ${largest}% of that of ${draws} placebo programmes.`,
    command,
    columns: [
      {name: "phase", numeric: false},
      {name: "outcome", numeric: false},
      {name: "unit", numeric: false},
      {name: "spread of the first year’s change, planner", numeric: true},
      {name: "regressions of the release", numeric: true},
      {name: "difference, %", numeric: true},
      {name: `standard error of ${PAIRS} pairs, planner`, numeric: true},
      {name: "placebo programmes", numeric: true},
      {name: "difference in standard errors, %", numeric: true},
      {name: "how often its effect is seen, %", numeric: true},
      {name: "schools compared with", numeric: true}
    ],
    rows: lines,
    fails,
    notes: [
      `Three years before and three since, same trend; ${PAIRS} schools and as many others as there are, drawn anew each time from one joining year.`,
      "The formulas are held to the answers of PowerUpR by the reference set power_mdes, and to their papers by tests of the planner."
    ]
  };
}

async function compareOutcome(
  warehouse: Warehouse,
  row: VarianceRow,
  {study, data, pool, draws}: {study: Study; data: PhaseData; pool: DonorPool; draws: number}
): Promise<(string | number | null)[]> {
  const first = contrastVariance(row.covariance, {before: YEARS.before, after: 1});
  const [residual] = await rows<{sd: number | null}>(
    warehouse,
    `select sqrt(sum(donors * residual_sd ** 2 order by cohort) / sum(donors order by cohort)) as sd from expected_change
     where pool = ${quote(pool.id)} and phase = ${quote(row.phase)} and measure = ${quote(row.measure)}
       and event_time = 0 and assumption = 'same_trend'`
  );
  const released = residual.sd === null ? null : residual.sd * Math.abs(study.unit);
  const predicted = first && Math.sqrt(first.same_trend);
  const head = [
    ...[row.phase, measures[row.measure].label, row.unit],
    ...[rounded(predicted, 3), rounded(released, 3), percentApart(predicted, released)]
  ];
  const changes = excessesByStart(study, data, pool);
  const sizes = [...changes.values()].map(({length}) => length).filter((length) => length >= PAIRS + 20);
  if (sizes.length === 0) return [...head, null, null, null, null, null];
  const comparators = Math.min(...sizes) - PAIRS;
  const large = new Map([...changes].filter(([, values]) => values.length >= PAIRS + 20));
  const terms = {power: design.power, alpha: 1 - design.confidence};
  const simulated = simulateInPanel(
    large,
    {units: PAIRS, clusters: PAIRS, comparators, intraclass: 0, ...terms},
    {draws, seed: SEED}
  );
  const sight = seeSupported({schools: PAIRS, helpers: PAIRS, comparators, ...YEARS}, row);
  const planned = sight && sight.unmeasured.length === 0 ? sight.se.same_trend : null;
  return [
    ...head,
    ...[rounded(planned, 3), rounded(simulated.se, 3), percentApart(planned, simulated.se)],
    ...[rounded(100 * simulated.power, 1), comparators]
  ];
}

const percentApart = (ours: number | null, theirs: number | null): number | null =>
  ours === null || theirs === null ? null : rounded(100 * (ours / theirs - 1), 1);

/** By joining year: of every school that nobody had helped its change from base to after, less what its intake lets one expect, in the unit printed. */
function excessesByStart(study: Study, data: PhaseData, pool: DonorPool): Map<number, Float64Array> {
  const found = new Map<number, Float64Array>();
  for (const cohort of study.outcome.years) {
    const treated = Int32Array.from(
      Array.from(pool.treatedFrom, (_, row) => row).filter((row) => pool.treatedFrom[row] > cohort + SINCE[1])
    );
    const trial = designTrial(data, pool, {cohort, treated, measure: study.measure, outcome: study.outcome});
    const all = {...trial, donors: trial.rows.length};
    if (!trial.meetsFloor) continue;
    const own = Float64Array.from(trial.rows, (row) =>
      pool.eligibleFrom[row] <= cohort && pool.treatedFrom[row] > cohort + SINCE[1]
        ? wholeMean(study.outcome, row, cohort, BASE)
        : NaN
    );
    const matrix = designMatrix(all, "same_trend", own);
    const change = own.map((base, i) => wholeMean(study.outcome, trial.rows[i], cohort, SINCE) - base);
    const regression = regressPool(matrix, change);
    const excess = regression?.excess.filter((value) => !Number.isNaN(value)) ?? [];
    if (excess.length > 2)
      found.set(
        cohort,
        Float64Array.from(excess, (value) => value * Math.abs(study.unit))
      );
  }
  return found;
}

/** The mean over a window of which every year is known; NaN otherwise. */
function wholeMean(outcome: Yearly, row: number, cohort: number, [from, to]: Window): number {
  let sum = 0;
  for (let e = from; e <= to; e++) sum += valueAt(outcome, row, cohort + e);
  return sum / (to - from + 1);
}
