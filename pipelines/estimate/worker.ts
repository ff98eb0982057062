import type {RunTerms} from "../../src/analysis/result.ts";
import {roleResults, type RoleResults} from "../../src/analysis/role-results.ts";
import type {RoleStudy} from "../../src/analysis/role-study.ts";
import type {Study} from "../../src/analysis/study.ts";
import {measures} from "../../src/measures.ts";

/** What a worker is given: a role, and every measure of the phase. */
export interface Task {
  role: RoleStudy;
  studies: readonly Study[];
  run: RunTerms;
}

/** Estimates a role on all measures; the answer is text, which is what is kept. */
export default function estimateRole({role, studies, run}: Task): string {
  const found: RoleResults = roleResults(role, studies, {run, measures});
  return JSON.stringify(found);
}
