import {balanceOfDrawn} from "../../src/analysis/balance.ts";
import {drawComparators} from "../../src/analysis/comparators.ts";
import type {RoleStudy} from "../../src/analysis/role-study.ts";
import {partsOf} from "../../src/analysis/subgroups.ts";
import {design} from "../../src/design.ts";
import {partnershipKinds} from "../../src/partnership-kinds/index.ts";
import type {Role} from "../../src/release.ts";
import type {Subgroup} from "../../src/results.ts";
import type {PhaseSchools} from "./phase-schools.ts";
import {joiningOf, type Memberships} from "./read-joinings.ts";

/** A kind and role among the schools of a phase: who joined, whom they are compared with, and the parts that have results of their own. */
export function roleStudyOf(
  memberships: Memberships,
  schools: PhaseSchools,
  {kind, role, partsOfPartnership}: {kind: string; role: Role; partsOfPartnership: (id: string) => readonly Subgroup[]}
): RoleStudy {
  const {overlapping, leftFrom, cost, unpublished, formerType, ...joining} = joiningOf(memberships, schools, {
    kind,
    role
  });
  const {variables, region, regions, authority, ids} = schools;
  const drawn = drawComparators(joining, variables);
  const labels = new Map(variables.map(({name, label}) => [name, label]));
  const redraw = (options: Parameters<typeof drawComparators>[2]) =>
    drawComparators(joining, variables, options).cohorts;
  return {
    kind,
    role,
    joining,
    drawn,
    balance: balanceOfDrawn(drawn, labels, ids.length),
    redrawn: {
      region: redraw({base: design.base, exact: region}),
      yearBefore: redraw({base: [design.naive.before, design.naive.before], exact: null})
    },
    authority,
    region,
    leftFrom,
    cost,
    unpublished,
    overlapping,
    parts: partsOf(joining.joiners, {
      region: (row) => (region[row] < 0 ? null : regions[region[row]]),
      formerType: (row) => formerType[row] ?? null,
      disadvantage: variables.find(({name}) => name === "fsm6_pct")?.by ?? null,
      partnership: partsOfPartnership
    }),
    evidence: partnershipKinds[kind]!.strength
  };
}
