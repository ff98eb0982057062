import type {DonorPool} from "../analysis/comparison/donor-pool.ts";
import type {Joined} from "../analysis/comparison/role-joined.ts";
import type {Study} from "../analysis/comparison/study.ts";
import {partnershipOutcomes} from "../analysis/evidence/partnership-outcome.ts";
import {makeTrials} from "../analysis/expected-change/trials.ts";
import {design} from "../design.ts";
import {measures} from "../vocabulary/measures.ts";
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
  /** Rows of the phase, each with its first treated year. */
  schools: readonly {row: number; cohort: number}[];
}

export interface Comparison {
  phase: Pick<OpenPhase, "data">;
  pool: DonorPool;
  /** By first treated year: rows of those on record as having joined, who are nobody’s comparators. */
  treated: ReadonlyMap<number, Int32Array>;
}

/**
 * What the schools of a list did on one outcome next to what was expected of them: the estimate that the page of a
 * partnership on record prints, from the same functions. Schools of the list serve as no comparators. Verdicts are of
 * this outcome alone, before it is known how many are looked at (`standAmong`).
 */
export function estimateListed(
  {partnership, partnership_type, role, schools}: ListedRole,
  study: Study,
  {phase, pool, treated}: Comparison
): PartnershipOutcome {
  const joined = schools
    .map(({row, cohort}): Joined => ({row, cohort, partnership}))
    .sort((a, b) => a.row - b.row || a.cohort - b.cohort);
  const cohorts = [...new Set(joined.map(({cohort}) => cohort))].sort((a, b) => a - b);
  const rows = new Map(
    cohorts.map((cohort) => {
      const own = joined.filter((one) => one.cohort === cohort).map(({row}) => row);
      return [cohort, Int32Array.from(new Set([...(treated.get(cohort) ?? []), ...own])).sort()];
    })
  );
  const {measure, outcome} = study;
  const trials = makeTrials(phase.data, pool, rows, {measure, outcome, times: design.event_times});
  const [found] = partnershipOutcomes(
    study,
    {partnership_type, role, ofBodies: joined, unpublished: new Set()},
    {
      trials,
      authority: phase.data.authority
    }
  );
  if (!found) throw new Error(`no school of ${partnership} has the role ${role}`);
  const {subject, better} = measures[measure];
  const whole = {...found.outcome, shrunken: null, among: null};
  return {
    ...whole,
    ...partnershipWords(whole, {subject, better, smallest_effect: study.printed.smallest_effect.value})
  };
}
