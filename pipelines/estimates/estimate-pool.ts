import type {DonorPool} from "../../src/analysis/comparison/donor-pool.ts";
import type {PhaseData} from "../../src/analysis/comparison/phase-data.ts";
import type {RoleJoined} from "../../src/analysis/comparison/role-joined.ts";
import type {Study} from "../../src/analysis/comparison/study.ts";
import {measureTrials} from "../../src/analysis/evidence/robustness.ts";
import {treatedByCohort} from "../../src/analysis/expected-change/trials.ts";
import type {RunTerms} from "../../src/analysis/setting.ts";
import {adjustFamilies, measureResults, type FamilyInput} from "../../src/analysis/role-results.ts";
import {measures} from "../../src/vocabulary/measures.ts";
import type {PartnershipOutcome} from "../../src/release/partnership-files.ts";
import type {Result} from "../../src/release/results.ts";
import {excessBlock, expectedRows, type ExcessBlock, type ExpectedChange} from "./tables.ts";
import {putInForce, type Design} from "../../src/plan/in-force.ts";

/** A donor pool of a phase, whoever is compared with it, and some measures: all of the families they are in. */
export interface Task {
  data: PhaseData;
  pool: DonorPool;
  roles: readonly RoleJoined[];
  studies: readonly Study[];
  run: RunTerms;
  /** The plan in force, which a worker of its own does not know. */
  plan: Design;
}

/** What it answers of effects. */
export interface Answer {
  results: Omit<Result, "words">[];
  outcomes: {partnership: string; outcome: PartnershipOutcome}[];
}

/** The rows of tables that it answers, which are not read where a table holds them already. */
export interface AnswerRows {
  expected: ExpectedChange[];
  excess: ExcessBlock[];
}

const LINE = 0x0a;

/** A line of effects and a line of rows: what is kept of both. */
const writeAnswer = (answer: Answer, rows: AnswerRows): string => `${JSON.stringify(answer)}\n${JSON.stringify(rows)}`;

/** The effects of an answer, and what reads its rows. */
export function readAnswer(kept: Buffer): {answered: Answer; readRows: () => AnswerRows} {
  const end = kept.indexOf(LINE);
  return {
    answered: JSON.parse(kept.toString("utf8", 0, end)) as Answer,
    readRows: () => JSON.parse(kept.toString("utf8", end + 1)) as AnswerRows
  };
}

/** Estimates all roles that are compared with a donor pool on some measures: each regression is solved once. As text (`readAnswer`). */
export function estimatePool({data, pool, roles, studies, run, plan}: Task): string {
  putInForce(plan);
  const answer: Answer = {results: [], outcomes: []};
  const rows: AnswerRows = {expected: [], excess: []};
  const treated = treatedByCohort(roles);
  const wholes = roles.map((): FamilyInput[] => []);
  const unfinished = roles.map((): Omit<Result, "words" | "family">[] => []);
  for (const study of studies) {
    const trials = measureTrials(data, pool, {treated, roles}, study);
    rows.expected.push(...expectedRows(study, pool, trials.main));
    rows.excess.push(excessBlock(study, pool, trials.main));
    roles.forEach((role, r) => {
      const {result, parts, outcomes, family} = measureResults({role, study, trials, data, pool}, {run, measures});
      unfinished[r].push(result);
      if (family) wholes[r].push(family);
      answer.results.push(...parts.map((part) => ({...part, family: null})));
      answer.outcomes.push(...outcomes);
    });
  }
  roles.forEach((role, r) => {
    const families = adjustFamilies(role, data.phase, wholes[r], measures);
    answer.results.push(...unfinished[r].map((result) => ({...result, family: families.get(result.id) ?? null})));
  });
  return writeAnswer(answer, rows);
}
