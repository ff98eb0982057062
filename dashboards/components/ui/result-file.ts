import {fetchRelease} from "./fetch-release.js";
import {ROLES} from "../chart/look.js";
import type {Result, ResultFile} from "./release.js";
import type {ResultChoice} from "./result-choice.js";

/** All results of one partnership type, phase and measure. Throws NotOpened. */
export const resultFile = ({
  partnership_type,
  phase,
  measure
}: Pick<ResultChoice, "partnership_type" | "phase" | "measure">): Promise<ResultFile> =>
  fetchRelease<ResultFile>(`results/${partnership_type}-${phase}-${measure}.json.gz`);

/** The results of all schools in each role, in the order of roles; those of subgroups are left out. */
export const byRole = ({results}: ResultFile): Result[] =>
  results.filter(({by}) => by === null).sort((a, b) => ROLES.indexOf(a.role) - ROLES.indexOf(b.role));
