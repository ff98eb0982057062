import {group} from "d3";
import {absentRow, makeIndexRow} from "../../src/analysis/index-row.ts";
import {standAmong} from "../../src/analysis/stand-among.ts";
import type {SimilarSchools} from "../../src/analysis/comparison/similar-schools.ts";
import type {Study} from "../../src/analysis/comparison/study.ts";
import type {RunTerms} from "../../src/analysis/setting.ts";
import {listMeasures, measures} from "../../src/vocabulary/measures.ts";
import {partnershipTypes} from "../../src/vocabulary/partnership-types/index.ts";
import type {Phase} from "../../src/vocabulary/phase.ts";
import type {IndexRow} from "../../src/release/result-index.ts";
import type {PartnershipOutcome, SchoolFile} from "../../src/release/partnership-files.ts";
import type {Result, ResultFile} from "../../src/release/results.ts";
import {summarise, writeTitle} from "../../src/words/summary.ts";
import {writeWords} from "../../src/words/words.ts";
import {noOutcomeReasons, whyNoOutcome, type ReadYears} from "../../src/vocabulary/why-no-outcome.ts";
import {whyNobody} from "../../src/vocabulary/why-nobody.ts";
import {openAnswers, type Asked} from "../cache/kept-answers.ts";
import {askThreads, type Ask} from "./ask.ts";
import {shared} from "./shared-memory.ts";
import {readYears} from "../outcomes/read-years.ts";
import {rows, type Warehouse} from "../warehouse.ts";
import {startWorkers, usualThreads} from "./work.ts";
import {readAnswer, type Answer} from "./estimate-pool.ts";
import {
  describeEstimates,
  fillAnalysedMeasures,
  fillEstimate,
  fillRows,
  keepRows,
  openEstimateTables
} from "./fill-tables.ts";
import {readPartsOfPartnerships} from "./parts-of-partnerships.ts";
import {phases, groupPools, roles} from "./pool-tasks.ts";
import type {HeldPhase} from "./held-phases.ts";
import {readPhase, type PhaseSchools} from "./read-phase.ts";
import {readPool} from "./read-pools.ts";
import {readRoles, type Roles} from "./read-roles.ts";
import {readStudies} from "./read-study.ts";
import {SPREAD_POOL} from "./spread.ts";
import {smallestEffect} from "../../src/plan/smallest-effect.ts";

/** All that was estimated. */
export interface Estimates {
  index: IndexRow[];
  files: ResultFile[];
  /** By partnership, what its schools did. */
  outcomes: Map<string, PartnershipOutcome[]>;
  /** By school, the schools most like it at the base. */
  similar: Map<number, SchoolFile["similar"]>;
  /** What was estimated from: the release describes the same schools and outcomes. */
  held: HeldPhase[];
  /** How many parts were made now, and how many are those of an earlier run. */
  made: number;
  reused: number;
}

export interface EstimateOptions {
  /** Where answers are kept from run to run; null for nowhere. */
  keep: string | null;
  /** After each part of a donor pool: how many are done, and which. */
  progress: (done: number, what: string) => void;
  /** Threads that estimate; whatever their number, figures are the same. */
  workers: number;
}

export const estimateDefaults: EstimateOptions = {
  keep: null,
  progress: () => undefined,
  workers: usualThreads
};

/**
 * Estimates what joining added, for every type, role, phase and measure, and fills expected_change, excess and estimate.
 * Every combination that is published has a row in the index, with the reason where there is no result. Seeds come from
 * the names of what is estimated, so neither order nor workers change a figure.
 */
export async function estimateAll(
  warehouse: Warehouse,
  run: RunTerms,
  {keep, progress, workers}: EstimateOptions = estimateDefaults
): Promise<Estimates> {
  await openEstimateTables(warehouse);
  const who = await readRoles(warehouse);
  const partsOfPartnership = await readPartsOfPartnerships(warehouse);
  const read = await readYears(warehouse);
  const nobody = await readNobody(warehouse, read);
  const kept = await openAnswers(keep);
  const threads = startWorkers(workers);
  const found: Pick<Estimates, "index" | "files" | "outcomes" | "similar" | "held"> = {
    index: [],
    files: [],
    outcomes: new Map(),
    similar: new Map(),
    held: []
  };
  const ask = askThreads(kept, threads, {run, progress});
  const begun: Begun[] = [];
  try {
    // While one phase is estimated, the next is read.
    for (const phase of phases) {
      const schools = await readPhase(warehouse, phase);
      if (schools.ids.length) begun.push(await beginPhase(warehouse, schools, {who, partsOfPartnership, ask}));
    }
    for (const {schools, studies, answers, spread, similar} of begun) {
      const estimated: Omit<Result, "words">[] = [];
      const names = answers.map(({name}) => name);
      const there = await keepRows(warehouse, schools.phase, names);
      for (const {name, answer: asked} of answers) {
        const {answered, readRows} = readAnswer(await (await asked)());
        const answer = placeInTime(answered, run);
        estimated.push(...answer.results);
        for (const {partnership, outcome} of answer.outcomes) {
          found.outcomes.set(partnership, [...(found.outcomes.get(partnership) ?? []), outcome]);
        }
        await fillEstimate(warehouse, answer);
        if (name === null || !there.has(name)) await fillRows(warehouse, readRows(), {answer: name, schools});
      }
      const has = new Set(studies.map(({measure}) => measure));
      addPhase(found, {phase: schools.phase, has, estimated, read, nobody});
      addSimilar(found.similar, schools, JSON.parse(String(await (await similar.answer)())) as SimilarSchools[]);
      found.held.push({
        schools,
        studies,
        covariances: JSON.parse(String(await (await spread.answer)())) as HeldPhase["covariances"]
      });
    }
  } finally {
    await threads.close();
  }
  await describeEstimates(warehouse);
  for (const [partnership, outcomes] of found.outcomes) {
    const sorted = outcomes.sort((a, b) => (makeKey(a) < makeKey(b) ? -1 : 1));
    found.outcomes.set(partnership, standAmong(sorted, measures));
  }
  return {...found, ...(await kept.close())};
}

const makeKey = ({phase, measure, role}: PartnershipOutcome): string => `${phase} ${measure} ${role}`;

/** A phase that is read, and what threads answer of it: by donor pool in order, how outcomes vary, and who is like whom. */
interface Begun {
  schools: PhaseSchools;
  studies: readonly Study[];
  answers: readonly Asked[];
  spread: Asked;
  similar: Asked;
}

/** Reads the outcomes and donor pools of a phase, and has threads estimate them. */
async function beginPhase(
  warehouse: Warehouse,
  schools: PhaseSchools,
  {
    who,
    partsOfPartnership,
    ask
  }: {
    who: Roles;
    partsOfPartnership: Awaited<ReturnType<typeof readPartsOfPartnerships>>;
    ask: Ask;
  }
): Promise<Begun> {
  const {phase} = schools;
  const data = shared(schools.data);
  const studies: Study[] = [];
  for await (const study of readStudies(warehouse, schools)) studies.push(shared(study));
  await fillAnalysedMeasures(warehouse, studies);
  const answers: Asked[] = [];
  for (const [id, joined] of groupPools(who, schools, partsOfPartnership)) {
    const common = {
      data,
      pool: shared(await readPool(warehouse, id, schools)),
      roles: joined.map((one) => shared(one))
    };
    for (const {name, studies: some} of splitStudies(studies))
      answers.push(ask.pool({...common, studies: some}, `${phase}: ${id}, ${name}`));
  }
  const pool = shared(await readPool(warehouse, SPREAD_POOL, schools));
  const spread = ask.spread({data, pool, studies}, `${phase}: how outcomes vary`);
  const similar = ask.similar({data, first: shared(listFirst(schools, who))}, `${phase}: similar schools`);
  return {schools, studies, answers, spread, similar};
}

/** The studies that threads take by themselves: those of the headline family, which have parts and checks besides, and all others. No family of outcomes is in both. */
function splitStudies(studies: readonly Study[]): {name: string; studies: Study[]}[] {
  const headline = {name: "headline outcomes", studies: studies.filter(({isHeadline}) => isHeadline)};
  const others = {name: "other outcomes", studies: studies.filter(({isHeadline}) => !isHeadline)};
  return [headline, others].filter((some) => some.studies.length);
}

/** What a thread answered, now or in an earlier run, as of this run. */
const placeInTime = ({results, outcomes}: Answer, {made}: RunTerms): Answer => ({
  results: results.map((result) => ({...result, vintage: {...result.vintage, made}})),
  outcomes
});

/** Partnership types without any member in the warehouse, with what the release lacks to know one. */
async function readNobody(warehouse: Warehouse, read: readonly ReadYears[]): Promise<Map<string, string | null>> {
  const found = await rows<{id: string}>(warehouse, "select distinct partnership_type as id from membership");
  const some = new Set(found.map(({id}) => id));
  const sources = new Set(read.map(({source}) => source));
  return new Map(
    Object.entries(partnershipTypes)
      .filter(([id]) => !some.has(id))
      .map(([id, {membership}]) => [id, whyNobody(membership, sources)])
  );
}

/** Puts the results of a phase into files and rows, in the order of types, roles and measures, whatever order they came in. */
function addPhase(
  {index, files}: Pick<Estimates, "index" | "files">,
  {
    phase,
    has,
    estimated,
    read,
    nobody
  }: {
    phase: Phase;
    /** Measures with an outcome. */
    has: ReadonlySet<string>;
    estimated: readonly Omit<Result, "words">[];
    read: readonly ReadYears[];
    /** By type without any member, why; null where it is not what the release lacks. */
    nobody: ReadonlyMap<string, string | null>;
  }
): void {
  const byFile = group(
    estimated,
    ({partnership_type}) => partnership_type,
    ({measure}) => measure
  );
  for (const measure of listMeasures(phase)) {
    for (const partnership_type of Object.keys(partnershipTypes)) {
      const own = byFile.get(partnership_type)?.get(measure) ?? [];
      const results = roles.flatMap((role) => own.filter((result) => result.role === role)).map(finished);
      index.push(...results.map(makeIndexRow));
      for (const role of roles) {
        if (own.some((result) => result.role === role)) continue;
        const absent = has.has(measure)
          ? (nobody.get(partnership_type) ?? "No school of this phase joined in this role.")
          : noOutcomeReasons[whyNoOutcome(measure, read, {phase})];
        index.push(absentRow({partnership_type, role, phase, measure, absent}));
      }
      if (!results.length) continue;
      const {subject, better} = measures[measure];
      const terms = {subject, better, type_label: partnershipTypes[partnership_type].label};
      files.push({
        partnership_type,
        phase,
        measure,
        summary: summarise(results, terms),
        title: writeTitle(results),
        results
      });
    }
  }
}

function finished(result: Omit<Result, "words">): Result {
  const {domain, better, subject} = measures[result.measure];
  const smallest_effect = smallestEffect(result.measure);
  const {evidence, label} = partnershipTypes[result.partnership_type];
  return {
    ...result,
    words: writeWords(result, {domain, better, subject, smallest_effect, evidence, type_label: label})
  };
}

/** By row, the first cohort in which a school joined anything in the register; NaN where it joined nothing. */
function listFirst({ids, makeRow}: PhaseSchools, {ofTypes}: Roles): Float64Array {
  const first = new Float64Array(ids.length).fill(NaN);
  for (const {school_id, partnership_type, cohort} of [...ofTypes.values()].flat()) {
    const row = makeRow.get(school_id);
    if (row === undefined || !partnershipTypes[partnership_type].group_type) continue;
    if (!(first[row] <= cohort)) first[row] = cohort;
  }
  return first;
}

function addSimilar(into: Estimates["similar"], {ids, names}: PhaseSchools, similar: readonly SimilarSchools[]): void {
  for (const {row, cohort, rows: like, ...rest} of similar) {
    const schools = like.map((other) => ({id: ids[other], name: names[other]}));
    into.set(ids[row], {cohort, schools, like: rest.like, absent: rest.absent});
  }
}
