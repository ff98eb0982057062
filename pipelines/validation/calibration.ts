import {covariateLabels} from "../../src/analysis/comparison/covariate-labels.ts";
import type {DonorPool} from "../../src/analysis/comparison/donor-pool.ts";
import type {PhaseData} from "../../src/analysis/comparison/phase-data.ts";
import type {RoleJoined} from "../../src/analysis/comparison/role-joined.ts";
import type {Study} from "../../src/analysis/comparison/study.ts";
import {clearSide} from "../../src/analysis/effects/bracket.ts";
import {estimate} from "../../src/analysis/effects/specification.ts";
import {unitsOf} from "../../src/analysis/effects/units.ts";
import {partnershipOutcomes} from "../../src/analysis/evidence/partnership-outcome.ts";
import {measureTrials} from "../../src/analysis/evidence/robustness.ts";
import {trialsOf} from "../../src/analysis/expected-change/trials.ts";
import {idOf, wholeResult} from "../../src/analysis/result.ts";
import {seedOf} from "../../src/analysis/comparison/seed.ts";
import {design} from "../../src/design.ts";
import {UserError} from "../../src/library/errors.ts";
import {assignClusters} from "../../src/analysis/comparison/assign-clusters.ts";
import {mersenneTwister} from "../../src/library/statistics/mersenne-twister.ts";
import type {Direction, Effect} from "../../src/release/results.ts";
import {readPhase} from "../estimates/read-phase.ts";
import {readPool} from "../estimates/read-pools.ts";
import {readStudy} from "../estimates/read-study.ts";
import type {Warehouse} from "../warehouse.ts";
import {byCohort, drawPartnerships, knownAt} from "./calibration-draws.ts";
import {questions, type Question} from "./calibration-questions.ts";

/** What came out of all draws of a question: each effect, and how many of them were told as better or worse. */
export interface Answer {
  effects: Effect[];
  claims: number;
}

/** A question with its answer; null where there are too few schools to draw from. */
export interface Answered {
  question: Question;
  answer: Answer | null;
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

async function readGround(warehouse: Warehouse, {phase, measure}: Question): Promise<Ground> {
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
  return {data, pool, free, study, cohorts: cohortsWithTrials({data, pool, free, study})};
}

/** Schools of which enough has to be known in a year for it to be a year of joining: as many as the largest question draws. */
const ENOUGH = 300;

/** Years in which joining has results and free meals before, and results since. */
function cohortsWithTrials({data, pool, free, study: {measure, outcome}}: Omit<Ground, "cohorts">): number[] {
  const treated = new Map<number, Int32Array>();
  for (const cohort of outcome.years) {
    const known = knownAt(data, free, {cohort, outcome});
    if (known.length >= ENOUGH) treated.set(cohort, known.subarray(0, 30));
  }
  return [...trialsOf(data, pool, treated, {measure, outcome, times: design.effect}).keys()];
}

/**
 * Draws fake partnerships and estimates what they added, with the interval and verdict that a page of that size prints: of one
 * partnership its own page, of several that of a role. Null where too few schools are there to draw from.
 */
export function askOften(
  {data, pool, free, study, cohorts}: Ground,
  question: Question,
  {draws, seed}: {draws: number; seed: number}
): Answer | null {
  if (!cohorts.length) return null;
  const answer: Answer = {effects: [], claims: 0};
  const source = mersenneTwister(seed);
  for (let draw = 0; draw < draws; draw++) {
    const joined = drawPartnerships(data, free, {...question, cohorts, by: study}, source);
    if (!joined) return null;
    const treatedFrom = pool.treatedFrom.slice();
    for (const {row, cohort} of joined) treatedFrom[row] = cohort;
    const role = fakeRole(joined, {draw, schools: data.schools});
    const setting = {data, pool: {...pool, treatedFrom}, role, study};
    const told = question.partnerships === 1 ? tellPartnership(setting) : tellRole(setting);
    if (!told) continue;
    answer.effects.push(told.effect);
    if (claims(told.verdict)) answer.claims++;
  }
  return answer;
}

interface Told {
  effect: Effect;
  verdict: Direction | null;
}
type Fake = Pick<Parameters<typeof wholeResult>[0], "data" | "pool" | "role" | "study">;

function tellPartnership({data, pool, role, study}: Fake): Told | null {
  const {measure, outcome} = study;
  const trials = trialsOf(data, pool, byCohort(role.joined), {measure, outcome, times: design.event_times});
  const {effect, verdict} = partnershipOutcomes(study, role, {trials, authority: data.authority})[0]!.outcome;
  return effect && {effect, verdict};
}

/** The verdict is worked out only where it may be a claim. */
function tellRole({data, pool, role, study}: Fake): Told | null {
  const {measure, outcome, unit} = study;
  const treated = byCohort(role.joined);
  const found = estimate({
    units: unitsOf(role.joined, trialsOf(data, pool, treated, {measure, outcome, times: design.effect})),
    times: design.effect,
    schools: data.schools,
    clusters: role.clusters,
    unit,
    seed: seedOf(idOf(study, role, null), design.draws.seed)
  });
  if (!found) return null;
  const {effect} = found;
  if (clearSide(effect) === 0) return {effect, verdict: null};
  const trials = measureTrials(data, pool, treated, study);
  const run = {plan: "", made: ""};
  return {effect, verdict: wholeResult({data, pool, role, study, trials, run, labels: covariateLabels}).result.verdict};
}

const claims = (verdict: Direction | null): boolean =>
  verdict !== null && ["better", "worse", "higher", "lower"].includes(verdict);

/** Its kind is named by the draw, of which seeds of placebo draws follow. */
const fakeRole = (joined: RoleJoined["joined"], {draw, schools}: {draw: number; schools: number}): RoleJoined => ({
  kind: `fake ${draw}`,
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
  asked?: readonly Question[];
  /** After each question. */
  progress?: (answered: Answered, seconds: number) => void;
}

/** Every question with its answers, each with draws of its own from the same seed. */
export async function calibrate(
  warehouse: Warehouse,
  {draws, seed, asked = questions, progress = () => undefined}: CalibrationOptions
): Promise<Answered[]> {
  const grounds = new Map<string, Ground>();
  const all: Answered[] = [];
  for (const question of asked) {
    const key = `${question.phase} ${question.measure}`;
    const ground = grounds.get(key) ?? (await readGround(warehouse, question));
    grounds.set(key, ground);
    const start = performance.now();
    const answered = {question, answer: askOften(ground, question, {draws, seed})};
    all.push(answered);
    progress(answered, (performance.now() - start) / 1000);
  }
  return all;
}
