import type {MatchingVariable} from "../../src/analysis/candidates.ts";
import type {RunTerms} from "../../src/analysis/result.ts";
import {roleResults, type RoleResults} from "../../src/analysis/role-results.ts";
import {drawFor, type RoleJoined} from "../../src/analysis/role-study.ts";
import type {Study} from "../../src/analysis/study.ts";
import {measures} from "../../src/measures.ts";
import {comparatorsOf, type ComparedWith} from "./comparators-of-schools.ts";

/** A role to be estimated, and of the phase what its schools are matched on and every measure. */
export interface Task {
  role: RoleJoined;
  variables: readonly MatchingVariable[];
  studies: readonly Study[];
  run: RunTerms;
}

/** What it answers, as text, which is what is kept. */
export interface Answer extends RoleResults {
  comparators: ComparedWith[];
}

/** Estimates a role on all measures. */
export function estimateRole({role, variables, studies, run}: Task): string {
  const study = drawFor(role, variables);
  const answer: Answer = {
    ...roleResults(study, studies, {run, measures}),
    comparators: comparatorsOf(study, variables)
  };
  return JSON.stringify(answer);
}
