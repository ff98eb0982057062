import type {RoleJoined} from "../../src/analysis/role-study.ts";
import {partsOf} from "../../src/analysis/subgroups.ts";
import {partnershipKinds} from "../../src/partnership-kinds/index.ts";
import type {Role} from "../../src/release.ts";
import type {Subgroup} from "../../src/results.ts";
import type {PhaseSchools} from "./phase-schools.ts";
import {joiningOf, type Memberships} from "./read-joinings.ts";

/** A kind and role among the schools of a phase: who joined, and the parts that have results of their own. */
export function roleJoinedOf(
  memberships: Memberships,
  schools: PhaseSchools,
  {kind, role, partsOfPartnership}: {kind: string; role: Role; partsOfPartnership: (id: string) => readonly Subgroup[]}
): RoleJoined {
  const {overlapping, leftFrom, cost, unpublished, formerType, ...joining} = joiningOf(memberships, schools, {
    kind,
    role
  });
  const {variables, region, regions, authority} = schools;
  return {
    kind,
    role,
    joining,
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
