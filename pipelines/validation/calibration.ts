import {deviation, mean} from "d3";
import {covariateLabels} from "../../src/analysis/comparison/covariate-labels.ts";
import type {DonorPool} from "../../src/analysis/comparison/donor-pool.ts";
import type {RoleJoined} from "../../src/analysis/comparison/role-joined.ts";
import type {Study} from "../../src/analysis/comparison/study.ts";
import {clearSide} from "../../src/analysis/effects/bracket.ts";
import {estimate} from "../../src/analysis/effects/specification.ts";
import {unitsOf} from "../../src/analysis/effects/units.ts";
import {measureTrials} from "../../src/analysis/evidence/robustness.ts";
import {wholeResult} from "../../src/analysis/result.ts";
import {design} from "../../src/design.ts";
import {UserError} from "../../src/library/errors.ts";
import {assignClusters} from "../../src/library/inference/clusters.ts";
import {measures} from "../../src/vocabulary/measures.ts";
import type {Phase} from "../../src/release/release.ts";
import type {Effect} from "../../src/release/results.ts";
import {mersenneTwister} from "../../src/library/statistics/mersenne-twister.ts";
import {readPhase, type PhaseSchools} from "../estimates/read-phase.ts";
import {readPool} from "../estimates/read-pools.ts";
import {readStudy} from "../estimates/read-study.ts";
import type {Warehouse} from "../warehouse.ts";
import {byCohort, drawPartnerships, type FakePlan, type Pick as PickedHow} from "./calibration-draws.ts";
import {rounded, type Found} from "./truth-note.ts";

/** The shares, in per cent, in which an interval may leave out zero by lot, and the most in which results may claim however schools were picked (METHOD §12). */
const standard = {least: 3, most: 7, claims: 5};

/** What is asked of fake partnerships. `of`: the measure whose lowest third or bad year it is. */
export interface Question {
  phase: Phase;
  measures: readonly string[];
  cohorts: readonly number[];
  partnerships: number;
  schools: number;
  pick: PickedHow;
  of: string;
}

/** Years in which outcomes of the files have a base window before and years after. */
const clocks = [
  {
    phase: "secondary",
    measures: ["suspension_rate", "permanent_exclusion_rate"],
    cohorts: [2011, 2012, 2013, 2014, 2015]
  },
  {phase: "secondary", measures: ["ks4_attainment"], cohorts: [2017, 2018]}
] as const satisfies readonly Pick<Question, "phase" | "measures" | "cohorts">[];
const sizes = [
  [1, 5],
  [5, 3],
  [20, 3],
  [100, 3]
] as const;

/** Every question, in the order of the table: 5, 15, 60 and 300 schools, and how they came to be picked. */
export const questions: readonly Question[] = clocks.flatMap((clock) =>
  (["by lot", "lowest third", "bad year"] as const).flatMap((pick) =>
    sizes.map(([partnerships, schools]) => ({
      ...clock,
      partnerships,
      schools,
      pick,
      of: clock.measures[0]
    }))
  )
);

/** What came out of all draws of a question for one measure. */
export interface Answer {
  measure: string;
  effects: Effect[];
  claims: number;
}

interface Country {
  schools: PhaseSchools;
  pool: DonorPool;
  free: Int32Array;
  studies: readonly Study[];
}

/** Schools of a phase; those ever in a form of governance that is studied are neither drawn nor compared with. */
export async function readCountry(
  warehouse: Warehouse,
  {phase, measures: asked}: Pick<Question, "phase" | "measures">
): Promise<Country> {
  const schools = await readPhase(warehouse, phase);
  const pool = await readPool(warehouse, "governance", schools);
  const free = Int32Array.from(schools.ids.keys()).filter((row) => pool.treatedFrom[row] === Infinity);
  const treatedFrom = pool.treatedFrom.map((from) => (from === Infinity ? Infinity : -Infinity));
  const studies: Study[] = [];
  for (const measure of asked) {
    const study = await readStudy(warehouse, measure, schools);
    if (!study)
      throw new UserError(`no ${measure} of ${phase} schools`, {
        fix: "give --warehouse one made from files that have it"
      });
    studies.push(study);
  }
  return {schools, pool: {...pool, treatedFrom}, free, studies};
}

/** Draws fake partnerships and estimates what they added, with the interval and verdict that a page of that size prints. Null where too few schools are there to draw from. */
export function askOften(
  {schools: {data, ids}, pool, free, studies}: Country,
  question: Question,
  {draws, seed}: {draws: number; seed: number}
): Answer[] | null {
  const by = studies.find(({measure}) => measure === question.of)!;
  const plan: FakePlan = {...question, by};
  const answers = studies.map(({measure}): Answer => ({
    measure,
    effects: [],
    claims: 0
  }));
  const source = mersenneTwister(seed);
  for (let draw = 0; draw < draws; draw++) {
    const joined = drawPartnerships(data, free, plan, source);
    if (!joined) return null;
    const role = roleOf(joined, ids.length);
    const treatedFrom = pool.treatedFrom.slice();
    for (const {row, cohort} of joined) treatedFrom[row] = cohort;
    const own = {...pool, treatedFrom};
    studies.forEach((study, s) => {
      const trials = measureTrials(data, own, byCohort(joined), study);
      const found = estimate({
        units: unitsOf(joined, trials.main),
        times: design.effect,
        schools: ids.length,
        clusters: role.clusters,
        unit: study.unit,
        seed: draw + 1
      });
      if (!found) return;
      answers[s]!.effects.push(found.effect);
      if (clearSide(found.effect) === 0) return;
      const run = {plan: "", made: ""};
      const {verdict} = wholeResult({
        data,
        pool: own,
        role,
        study,
        trials,
        run,
        labels: covariateLabels
      }).result;
      if (verdict && ["better", "worse", "higher", "lower"].includes(verdict)) answers[s]!.claims++;
    });
  }
  return answers;
}

const roleOf = (joined: RoleJoined["joined"], schools: number): RoleJoined => ({
  kind: "multi_academy_trust",
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

/** Every question with its answers; null where there are too few schools to draw from. */
export async function calibrate(
  warehouse: Warehouse,
  {
    draws,
    seed,
    asked = questions,
    log = () => undefined
  }: {
    draws: number;
    seed: number;
    asked?: readonly Question[];
    log?: (line: string) => void;
  }
): Promise<{question: Question; answers: Answer[] | null}[]> {
  const countries = new Map<string, Country>();
  const all: {question: Question; answers: Answer[] | null}[] = [];
  for (const question of asked) {
    const key = [question.phase, ...question.measures].join();
    const country = countries.get(key) ?? (await readCountry(warehouse, question));
    countries.set(key, country);
    const start = performance.now();
    const one = {
      question,
      answers: askOften(country, question, {draws, seed})
    };
    all.push(one);
    for (const row of rowsOf(one)) log(`${row.join("  ")}  (${((performance.now() - start) / 1000).toFixed(0)} s)`);
  }
  return all;
}

type Row = (string | number | null)[];

function rowsOf({question, answers}: {question: Question; answers: Answer[] | null}): Row[] {
  const {partnerships, schools, pick, of, phase} = question;
  const picked = pick === "by lot" ? pick : `${pick}: ${measures[of]!.label}`;
  const head = [partnerships * schools, partnerships, picked, phase];
  if (!answers)
    return question.measures.map((id) => [
      ...head,
      measures[id]!.label,
      0,
      ...new Array<null>(6).fill(null),
      "too few schools"
    ]);
  return answers.map(({measure, effects, claims}) => {
    const claimed = effects.filter(({low}) => low !== null);
    const share = (count: number) => rounded((100 * count) / claimed.length, 1);
    const clear = (which: "same_trend" | "same_past") =>
      share(claimed.filter((effect) => clearSide(effect[which]) !== 0).length);
    const [a, b, claim] = [clear("same_trend"), clear("same_past"), share(claims)];
    const within = (value: number) => value >= standard.least && value <= standard.most;
    const holds = claim! <= standard.claims && (pick !== "by lot" || (within(a!) && within(b!)));
    const middle = effects.map(({from, to}) => (from + to) / 2);
    const verdict = claimed.length === 0 ? "no interval is claimed" : holds ? "holds" : "FAILS";
    return [
      ...head,
      measures[measure]!.label,
      claimed.length,
      a,
      b,
      share(claimed.filter((e) => clearSide(e) !== 0).length),
      claim,
      rounded(mean(middle), 3),
      rounded(deviation(middle), 3),
      verdict
    ];
  });
}

/** What came out, as a validation. */
export function calibrationFound(all: Parameters<typeof rowsOf>[0][], command: string): Found {
  const rows = all.flatMap(rowsOf);
  const asked = rows.filter((row) => row.at(-1) === "holds" || row.at(-1) === "FAILS");
  const fails = asked.filter((row) => row.at(-1) === "FAILS");
  return {
    id: "calibration",
    title: "Fake partnerships of schools in which nothing happened",
    summary: `${asked.length - fails.length} of ${asked.length} rows hold; ${fails.length} FAIL${fails.length ? `: ${fails.map((row) => `${row[0]} schools, ${row[2]}, ${row[4]}`).join("; ")}` : ""}.`,
    command,
    columns: [
      {name: "schools", numeric: true},
      {name: "partnerships", numeric: true},
      {name: "picked", numeric: false},
      {name: "phase of education", numeric: false},
      {name: "measure", numeric: false},
      {name: "draws with an interval", numeric: true},
      {name: "A leaves out zero, %", numeric: true},
      {name: "B leaves out zero, %", numeric: true},
      {name: "both on one side, %", numeric: true},
      {name: "claims, %", numeric: true},
      {name: "mean of estimates", numeric: true},
      {name: "their standard deviation", numeric: true},
      {name: "standard", numeric: false}
    ],
    rows,
    notes: [
      "Each row is of so many draws of fake partnerships from schools that never joined a trust or federation; they are compared as real ones are, with the interval and verdict that a page of that size prints. Under five partnerships no interval is claimed.",
      `By lot A and B may each leave out zero in ${standard.least} to ${standard.most}% of draws; however schools were picked, at most ${standard.claims}% may claim better or worse.`,
      "Lowest third: by lot among the third that lies lowest on the measure at the base. Bad year: of eight schools the one that did worst in the year before joining."
    ]
  };
}
