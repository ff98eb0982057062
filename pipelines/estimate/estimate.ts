import {balanceOfDrawn} from "../../src/analysis/balance.ts";
import {baseStudyOf, weightsWhere} from "../../src/analysis/base-study.ts";
import {drawComparators} from "../../src/analysis/comparators.ts";
import {absentRow, indexRowOf} from "../../src/analysis/index-row.ts";
import {estimateOf, type Estimate, type RunTerms} from "../../src/analysis/result.ts";
import type {RoleStudy} from "../../src/analysis/role-study.ts";
import {measures} from "../../src/measures.ts";
import {partnershipKinds} from "../../src/partnership-kinds/index.ts";
import type {Phase, Role} from "../../src/release.ts";
import type {IndexRow, PartnershipOutcome, Result, ResultFile, SchoolNote} from "../../src/results.ts";
import {summaryOf, titleOf} from "../../src/telling/summary.ts";
import {wordsOf} from "../../src/telling/words.ts";
import type {Warehouse} from "../warehouse.ts";
import {addComparators} from "./comparators-of-schools.ts";
import {readPhase, type PhaseSchools} from "./phase-schools.ts";
import {joiningOf, readMemberships, type Memberships} from "./read-joinings.ts";
import {readStudy} from "./read-study.ts";

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
}

/** Estimates what joining added, for every kind, role, phase and measure. */
export async function estimateAll(warehouse: Warehouse, run: RunTerms): Promise<Estimates> {
  const memberships = await readMemberships(warehouse);
  const index: IndexRow[] = [];
  const files: ResultFile[] = [];
  const outcomes: Estimates["outcomes"] = new Map();
  const comparators: Estimates["comparators"] = new Map();
  for (const phase of phases) {
    const schools = await readPhase(warehouse, phase);
    const drawn = Object.keys(partnershipKinds).flatMap((kind) =>
      roles.map((role) => roleStudyOf(memberships, schools, {kind, role}))
    );
    for (const role of drawn) addComparators(comparators, schools, role);
    for (const [measure, {phases: published}] of Object.entries(measures)) {
      if (!published.includes(phase)) continue;
      const study = await readStudy(warehouse, measure, schools);
      for (const kind of Object.keys(partnershipKinds)) {
        const estimates: Estimate[] = [];
        for (const role of drawn.filter((one) => one.kind === kind)) {
          const which = {kind, role: role.role, phase, measure};
          if (!study || !role.joining.joiners.length) {
            const absent = study ? "No school of this phase joined in this role." : "Nothing is published by school.";
            index.push(absentRow({...which, absent}));
            continue;
          }
          const base = baseStudyOf(role.drawn.cohorts, study, role.joining);
          const weights = weightsWhere(base.differences, () => true);
          estimates.push(estimateOf(study, role, base, {by: null, weights, run}));
        }
        if (!estimates.length) continue;
        const results = estimates.map(({result}) => finished({...result, family: null}));
        index.push(...results.map(indexRowOf));
        const terms = {subject: measures[measure]!.subject, better: measures[measure]!.better};
        files.push({kind, phase, measure, summary: summaryOf(results, terms), title: titleOf(results), results});
      }
    }
  }
  return {index, files, outcomes, comparators};
}

function roleStudyOf(
  memberships: Memberships,
  schools: PhaseSchools,
  {kind, role}: {kind: string; role: Role}
): RoleStudy {
  const {overlapping, ...joining} = joiningOf(memberships, schools, {kind, role});
  const drawn = drawComparators(joining, schools.variables);
  const labels = new Map(schools.variables.map(({name, label}) => [name, label]));
  return {
    kind,
    role,
    joining,
    drawn,
    balance: balanceOfDrawn(drawn, labels, schools.ids.length),
    overlapping,
    evidence: partnershipKinds[kind]!.strength
  };
}

function finished(result: Omit<Result, "words">): Result {
  const {line, better, subject, worth} = measures[result.measure]!;
  const {evidence, group_type} = partnershipKinds[result.kind]!;
  const roles_named = group_type === undefined;
  return {...result, words: wordsOf(result, {line, better, subject, worth, evidence, roles_named})};
}
