import {covariateLabels} from "../../src/analysis/comparison/covariate-labels.ts";
import type {DonorPool} from "../../src/analysis/comparison/donor-pool.ts";
import type {PhaseData} from "../../src/analysis/comparison/phase-data.ts";
import type {RoleJoined} from "../../src/analysis/comparison/role-joined.ts";
import type {Study} from "../../src/analysis/comparison/study.ts";
import {clearSide} from "../../src/analysis/effects/bracket.ts";
import {estimate} from "../../src/analysis/effects/specification.ts";
import {makeUnits} from "../../src/analysis/effects/units.ts";
import {partnershipOutcomes} from "../../src/analysis/evidence/partnership-outcome.ts";
import {measureTrials} from "../../src/analysis/evidence/robustness.ts";
import {planTrials} from "../../src/analysis/expected-change/plan-trials.ts";
import {makeTrials} from "../../src/analysis/expected-change/trials.ts";
import {wholeResult} from "../../src/analysis/result.ts";
import {makeId} from "../../src/analysis/effects/specify.ts";
import {hashSeed} from "../../src/analysis/comparison/seed.ts";
import {design} from "../../src/design.ts";
import {UserError} from "../../src/library/errors.ts";
import {assignClusters} from "../../src/analysis/comparison/assign-clusters.ts";
import {mersenneTwister} from "../../src/library/statistics/mersenne-twister.ts";
import type {Direction, Effect} from "../../src/release/results.ts";
import {readPhase} from "../estimates/read-phase.ts";
import {readPool} from "../estimates/read-pools.ts";
import {readStudy} from "../estimates/read-study.ts";
import type {Warehouse} from "../warehouse.ts";
import {byCohort, drawPartnerships, selectKnown} from "./calibration-draws.ts";
import {cases, type PlaceboCase} from "./calibration-cases.ts";

/** What came out of all draws of a case: each effect, and how many of them were reported as better or worse. */
export interface PlaceboResults {
  effects: Effect[];
  claims: number;
}

/** A placebo with its results; null where there are too few schools to draw from. */
export interface CaseResults {
  placebo: PlaceboCase;
  results: PlaceboResults | null;
}

/** One measure in the schools of a phase. Those ever in a form of governance that is studied are neither drawn nor compared with. */
interface Ground {
  data: PhaseData;
  pool: DonorPool;
  free: Int32Array;
  study: Study;
  /** First treated years that have a trial. */
  cohorts: readonly number[];
}

async function readGround(warehouse: Warehouse, {phase, measure}: PlaceboCase): Promise<Ground> {
  const schools = await readPhase(warehouse, phase);
  const study = await readStudy(warehouse, measure, schools);
  if (!study)
    throw new UserError(`no ${measure} of ${phase} schools`, {
      fix: "give --warehouse one made from files that have it"
    });
  const read = await readPool(warehouse, "governance", schools);
  const free = Int32Array.from(schools.ids.keys()).filter((row) => read.treatedFrom[row] === Infinity);
  const pool = {...read, treatedFrom: read.treatedFrom.map((from) => (from === Infinity ? Infinity : -Infinity))};
  const {data} = schools;
  return {data, pool, free, study, cohorts: listCohorts({data, pool, free, study})};
}

/** Schools of which enough has to be known in a year for it to be a year of joining: as many as the largest case draws. */
const ENOUGH = 300;

/** Years in which joining has results and free meals before, and results since. */
function listCohorts({data, pool, free, study: {measure, outcome}}: Omit<Ground, "cohorts">): number[] {
  const treated = new Map<number, Int32Array>();
  for (const cohort of outcome.years) {
    const known = selectKnown(data, free, {cohort, outcome});
    if (known.length >= ENOUGH) treated.set(cohort, known.subarray(0, 30));
  }
  return [...makeTrials(data, pool, treated, {measure, outcome, times: design.effect}).keys()];
}

/**
 * Draws placebo partnerships and estimates what they added, with the interval and verdict that a page of that size prints: of one
 * partnership its own page, of several that of a role. Null where too few schools are there to draw from.
 */
export function drawOften(
  {data, pool, free, study, cohorts}: Ground,
  placebo: PlaceboCase,
  {draws, seed}: {draws: number; seed: number}
): PlaceboResults | null {
  if (!cohorts.length) return null;
  const results: PlaceboResults = {effects: [], claims: 0};
  const source = mersenneTwister(seed);
  for (let draw = 0; draw < draws; draw++) {
    const joined = drawPartnerships(data, free, {...placebo, cohorts, by: study}, source);
    if (!joined) return null;
    const treatedFrom = pool.treatedFrom.slice();
    for (const {row, cohort} of joined) treatedFrom[row] = cohort;
    const role = makePlaceboRole(joined, {draw, schools: data.schools});
    const setting = {data, pool: {...pool, treatedFrom}, role, study};
    const stated = placebo.partnerships === 1 ? estimatePartnership(setting) : estimateRole(setting);
    if (!stated) continue;
    results.effects.push(stated.effect);
    if (claims(stated.verdict)) results.claims++;
  }
  return results;
}

interface Stated {
  effect: Effect;
  verdict: Direction | null;
}
type Setting = Pick<Parameters<typeof wholeResult>[0], "data" | "pool" | "role" | "study">;

function estimatePartnership({data, pool, role, study}: Setting): Stated | null {
  const trials = planTrials(data, pool, byCohort(role.joined), study);
  const {effect, verdict} = partnershipOutcomes(study, role, {trials, authority: data.authority})[0].outcome;
  return effect && {effect, verdict};
}

/** The verdict is worked out only where it may be a claim. */
function estimateRole({data, pool, role, study}: Setting): Stated | null {
  const {measure, outcome, unit} = study;
  const treated = byCohort(role.joined);
  const found = estimate({
    units: makeUnits(role.joined, makeTrials(data, pool, treated, {measure, outcome, times: design.effect})),
    times: design.effect,
    schools: data.schools,
    clusters: role.clusters,
    unit,
    seed: hashSeed(makeId(study, role, null), design.draws.seed)
  });
  if (!found) return null;
  const {effect} = found;
  if (clearSide(effect) === 0) return {effect, verdict: null};
  const trials = measureTrials(data, pool, {treated, roles: [role]}, study);
  const run = {plan: "", made: ""};
  return {effect, verdict: wholeResult({data, pool, role, study, trials, run, labels: covariateLabels}).result.verdict};
}

const claims = (verdict: Direction | null): boolean =>
  verdict !== null && ["better", "worse", "higher", "lower"].includes(verdict);

/** Its type is named by the draw, of which seeds of placebo draws follow. */
const makePlaceboRole = (
  joined: RoleJoined["joined"],
  {draw, schools}: {draw: number; schools: number}
): RoleJoined => ({
  partnership_type: `placebo ${draw}`,
  role: "supported",
  joined,
  ofBodies: joined,
  clusters: assignClusters(schools, joined),
  leftFrom: new Float64Array(schools).fill(Infinity),
  cost: new Float64Array(schools).fill(NaN),
  unpublished: new Set(),
  overlapping: new Set(),
  parts: [],
  evidence: "A"
});

export interface CalibrationOptions {
  draws: number;
  seed: number;
  only?: readonly PlaceboCase[];
  /** After each case. */
  progress?: (caseResults: CaseResults, seconds: number) => void;
}

/** Every case with its results, each with draws of its own from the same seed. */
export async function calibrate(
  warehouse: Warehouse,
  {draws, seed, only = cases, progress = () => undefined}: CalibrationOptions
): Promise<CaseResults[]> {
  const grounds = new Map<string, Ground>();
  const all: CaseResults[] = [];
  for (const placebo of only) {
    const key = `${placebo.phase} ${placebo.measure}`;
    const ground = grounds.get(key) ?? (await readGround(warehouse, placebo));
    grounds.set(key, ground);
    const start = performance.now();
    const caseResults = {placebo, results: drawOften(ground, placebo, {draws, seed})};
    all.push(caseResults);
    progress(caseResults, (performance.now() - start) / 1000);
  }
  return all;
}
