import {rollup} from "d3";
import type {DonorPool} from "../analysis/comparison/donor-pool.ts";
import type {Joined} from "../analysis/comparison/role-joined.ts";
import type {Study} from "../analysis/comparison/study.ts";
import {windowMeans, type Window, type Yearly} from "../analysis/comparison/yearly.ts";
import {partnershipOutcomes} from "../analysis/evidence/partnership-outcome.ts";
import {planTrials} from "../analysis/expected-change/plan-trials.ts";
import {design} from "../design.ts";
import {measures} from "../vocabulary/measures.ts";
import {partnershipTypes} from "../vocabulary/partnership-types/index.ts";
import type {PartnershipOutcome} from "../release/partnership-files.ts";
import type {Role} from "../vocabulary/role.ts";
import {partnershipWords} from "../words/partnership-words.ts";
import type {OpenPhase} from "./unpack.ts";

/** The schools of a list that have one role in one phase. */
export interface ListedRole {
  /** What the list is called, which no figure depends on. */
  partnership: string;
  partnership_type: string;
  role: Role;
  /** Rows of the phase, each with its first treated year; a school that stands there twice, under two numbers, joined in the earlier. */
  schools: readonly {row: number; cohort: number}[];
}

export interface Comparison {
  phase: Pick<OpenPhase, "data">;
  pool: DonorPool;
  /** By first treated year: rows of those on record as having joined, who are nobody’s comparators. */
  treated: ReadonlyMap<number, Int32Array>;
}

/**
 * What the schools of a list did on any one outcome next to what was expected of them: the estimate that the page of a
 * partnership on record prints, from the same functions. Schools of the list serve as no comparators. Verdicts are of
 * one outcome alone, before it is known how many are looked at (`standAmong`). Who is compared with whom is gathered
 * once for all outcomes.
 */
export function prepareEstimates(
  {partnership, partnership_type, role, schools}: ListedRole,
  {phase, pool, treated}: Comparison
): (study: Study) => PartnershipOutcome {
  const first = rollup(
    schools,
    (all) => Math.min(...all.map(({cohort}) => cohort)),
    ({row}) => row
  );
  const joined = [...first].map(([row, cohort]): Joined => ({row, cohort, partnership})).sort((a, b) => a.row - b.row);
  const cohorts = [...new Set(joined.map(({cohort}) => cohort))].sort((a, b) => a - b);
  const rows = cohorts.map((cohort) => {
    const own = joined.filter((one) => one.cohort === cohort).map(({row}) => row);
    return [cohort, Int32Array.from(new Set([...(treated.get(cohort) ?? []), ...own])).sort()] as const;
  });
  const {strength: evidence} = partnershipTypes[partnership_type];
  return (study) => {
    const {measure, outcome} = study;
    const answering = cohortsThatAnswer(joined, outcome);
    const trials = planTrials(phase.data, pool, new Map(rows.filter(([cohort]) => answering.has(cohort))), study);
    const [found] = partnershipOutcomes(
      study,
      {partnership_type, role, ofBodies: joined, unpublished: new Set(), evidence},
      {trials, authority: phase.data.authority}
    );
    if (!found) throw new Error(`no school of ${partnership} has the role ${role}`);
    const {subject, better} = measures[measure];
    const whole = {...found.outcome, shrunken: null, among: null};
    return {
      ...whole,
      ...partnershipWords(whole, {subject, better})
    };
  };
}

/**
 * The cohorts of which a school can have an excess: one with a result in the base window. None where too few have one
 * since as well for an effect to be shown: then no trial can move what is said.
 */
function cohortsThatAnswer(joined: readonly Joined[], outcome: Yearly): Set<number> {
  const hasResult =
    (times: Window) =>
    ({row, cohort}: Joined): boolean =>
      !Number.isNaN(windowMeans(outcome, Int32Array.of(row), cohort, times)[0]);
  const based = joined.filter(hasResult(design.base));
  const since = based.filter(hasResult(design.effect));
  return new Set(since.length < design.fewest_schools ? [] : based.map(({cohort}) => cohort));
}
