import {group} from "d3";
import {amongKinds, type Overalls} from "../../src/analysis/among-kinds.ts";
import {absentRow, indexRowOf} from "../../src/analysis/index-row.ts";
import type {RunTerms} from "../../src/analysis/result.ts";
import type {RoleResults} from "../../src/analysis/role-results.ts";
import type {Study} from "../../src/analysis/study.ts";
import {design} from "../../src/design.ts";
import {measures} from "../../src/measures.ts";
import {partnershipKinds} from "../../src/partnership-kinds/index.ts";
import type {Phase, Role} from "../../src/release.ts";
import type {IndexRow} from "../../src/result-index.ts";
import type {PartnershipOutcome, SchoolNote} from "../../src/partnership-notes.ts";
import type {Result, ResultFile} from "../../src/results.ts";
import {summaryOf, titleOf} from "../../src/telling/summary.ts";
import {wordsOf} from "../../src/telling/words.ts";
import {keepIn, type Kept} from "../kept-answers.ts";
import {shared} from "../shared-memory.ts";
import type {Warehouse} from "../warehouse.ts";
import {startWorkers, type Workers} from "../work.ts";
import {addComparators} from "./comparators-of-schools.ts";
import {readPartsOfPartnerships} from "./parts-of-partnerships.ts";
import {readPhase} from "./phase-schools.ts";
import {readMemberships} from "./read-joinings.ts";
import {readStudy} from "./read-study.ts";
import {roleJoinedOf} from "./role-joined.ts";
import type {Answer, Task} from "./estimate-role.ts";

const roles: readonly Role[] = ["supported", "supporter", "member"];
const phases: readonly Phase[] = ["primary", "secondary", "special"];

/** All that was estimated. */
export interface Estimates {
  index: IndexRow[];
  files: ResultFile[];
  /** By partnership, what its schools did. */
  outcomes: Map<string, PartnershipOutcome[]>;
  /** By school that joined, which schools it is compared with. */
  comparators: Map<number, SchoolNote["comparators"]>;
  /** How many roles were estimated now, and how many are those of an earlier run. */
  made: number;
  reused: number;
}

export interface EstimateOptions {
  /** Where estimates are kept from run to run; null for nowhere. */
  keep: string | null;
  /** After each role: how many are done, and how many of how many of the phase. */
  progress: (done: number, what: string) => void;
}

export const estimateDefaults: EstimateOptions = {
  keep: null,
  progress: () => undefined
};

/**
 * Estimates what joining added, for every kind, role, phase and measure. Every combination that is published has a row in the
 * index, with the reason where there is no result. Seeds come from the names of what is estimated, so neither
 * order nor workers change a figure.
 */
export async function estimateAll(
  warehouse: Warehouse,
  run: RunTerms,
  {keep, progress}: EstimateOptions = estimateDefaults
): Promise<Estimates> {
  const memberships = await readMemberships(warehouse);
  const partsOfPartnership = await readPartsOfPartnerships(warehouse);
  const kept = await keepIn(keep);
  const threads = startWorkers();
  const found: Pick<Estimates, "index" | "files" | "outcomes" | "comparators"> = {
    index: [],
    files: [],
    outcomes: new Map(),
    comparators: new Map()
  };
  let done = 0;
  try {
    for (const phase of phases) {
      const schools = shared(await readPhase(warehouse, phase));
      const published = Object.keys(measures).filter((id) => measures[id]!.phases.includes(phase));
      const studies: Study[] = [];
      for (const measure of published) {
        const study = await readStudy(warehouse, measure, schools);
        if (study) studies.push(shared(study));
      }
      const estimated: RoleResults["results"] = [];
      const overalls: Record<string, Overalls[string]> = {};
      const tasks: Promise<Answer>[] = [];
      let inPhase = 0;
      for (const kind of Object.keys(partnershipKinds)) {
        for (const role of roles) {
          if (!memberships.roles.some((r) => r.kind === kind && r.role === role && schools.rowOf.has(r.school_id)))
            continue;
          const joined = roleJoinedOf(memberships, schools, {kind, role, partsOfPartnership});
          const task: Task = {role: shared(joined), variables: schools.variables, studies, run};
          tasks.push(
            estimateRole(task, {threads, kept}).then((results) => {
              progress(++done, `${phase} ${++inPhase} of ${tasks.length}, last ${kind} ${role}`);
              return results;
            })
          );
        }
      }
      for (const {results, outcomes, overalls: own, comparators} of await Promise.all(tasks)) {
        addComparators(found.comparators, schools, comparators);
        estimated.push(...results);
        Object.assign(overalls, own);
        for (const {partnership, outcome} of outcomes) {
          found.outcomes.set(partnership, [...(found.outcomes.get(partnership) ?? []), outcome]);
        }
      }
      const told = amongKinds(estimated, overalls, (measure) => measures[measure]!.better);
      addPhase(found, {phase, published, has: new Set(studies.map(({measure}) => measure)), estimated: told});
    }
  } finally {
    await threads.close();
  }
  for (const outcomes of found.outcomes.values()) outcomes.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  return {...found, ...(await kept.close())};
}

const keyOf = ({phase, measure, role}: PartnershipOutcome): string => `${phase} ${measure} ${role}`;

async function estimateRole(task: Task, {threads, kept}: {threads: Workers; kept: Kept}): Promise<Answer> {
  const {plan, made} = task.run;
  const text = await kept.take([task.role, task.variables, task.studies, plan, design], () =>
    threads.run("estimateRole", task)
  );
  const found = JSON.parse(text) as Answer;
  return {...found, results: found.results.map((result) => ({...result, vintage: {...result.vintage, made}}))};
}

/** Puts the results of a phase into files and rows, in the order of kinds, roles and measures, whatever order they came in. */
function addPhase(
  {index, files}: Pick<Estimates, "index" | "files">,
  {
    phase,
    published,
    has,
    estimated
  }: {phase: Phase; published: readonly string[]; has: ReadonlySet<string>; estimated: RoleResults["results"]}
): void {
  const byFile = group(
    estimated,
    ({kind}) => kind,
    ({measure}) => measure
  );
  for (const measure of published) {
    for (const kind of Object.keys(partnershipKinds)) {
      const own = byFile.get(kind)?.get(measure) ?? [];
      const results = roles.flatMap((role) => own.filter((result) => result.role === role)).map(finished);
      index.push(...results.map(indexRowOf));
      for (const role of roles) {
        if (own.some((result) => result.role === role)) continue;
        const absent = has.has(measure)
          ? "No school of this phase joined in this role."
          : "Nothing is published by school.";
        index.push(absentRow({kind, role, phase, measure, absent}));
      }
      if (!results.length) continue;
      const {subject, better} = measures[measure]!;
      const terms = {subject, better};
      files.push({kind, phase, measure, summary: summaryOf(results, terms), title: titleOf(results), results});
    }
  }
}

function finished(result: Omit<Result, "words">): Result {
  const {line, better, subject, worth} = measures[result.measure]!;
  const {evidence, group_type} = partnershipKinds[result.kind]!;
  const roles_named = group_type === undefined;
  return {...result, words: wordsOf(result, {line, better, subject, worth, evidence, roles_named})};
}
