import type {RoleJoined} from "../../src/analysis/comparison/role-joined.ts";
import type {Study} from "../../src/analysis/comparison/study.ts";
import {nameDonorPool} from "../../src/vocabulary/partnership-types/donor-pool.ts";
import {partnershipTypes} from "../../src/vocabulary/partnership-types/index.ts";
import type {Phase} from "../../src/vocabulary/phase.ts";
import type {Role} from "../../src/vocabulary/role.ts";
import type {Warehouse} from "../warehouse.ts";
import type {Task} from "./estimate-pool.ts";
import {readPartsOfPartnerships} from "./parts-of-partnerships.ts";
import {readPhase, type PhaseSchools} from "./read-phase.ts";
import {readPool} from "./read-pools.ts";
import {readRoles, collectRoleJoined, type Roles} from "./read-roles.ts";
import {readStudies} from "./read-study.ts";

export const roles: readonly Role[] = ["supported", "supporter", "member"];
export const phases: readonly Phase[] = ["primary", "secondary", "special"];

/** Who joined what, by the donor pool that they are compared with. */
export function groupPools(
  who: Roles,
  schools: PhaseSchools,
  partsOfPartnership: Awaited<ReturnType<typeof readPartsOfPartnerships>>
): Map<string, RoleJoined[]> {
  const pools = new Map<string, RoleJoined[]>();
  for (const partnership_type of Object.keys(partnershipTypes)) {
    for (const role of roles) {
      const joined = collectRoleJoined(who, schools, {partnership_type, role, partsOfPartnership});
      if (!joined) continue;
      const pool = nameDonorPool(partnership_type, role);
      pools.set(pool, [...(pools.get(pool) ?? []), joined]);
    }
  }
  return pools;
}

/** What the release estimates of a warehouse, a donor pool of a phase at a time, with the schools of the phase: for whoever asks more of it. */
export async function* poolTasks(
  warehouse: Warehouse
): AsyncGenerator<Pick<Task, "data" | "pool" | "roles" | "studies"> & {schools: PhaseSchools}> {
  const who = await readRoles(warehouse);
  const partsOfPartnership = await readPartsOfPartnerships(warehouse);
  for (const phase of phases) {
    const schools = await readPhase(warehouse, phase);
    if (!schools.ids.length) continue;
    const studies: Study[] = [];
    for await (const study of readStudies(warehouse, schools)) studies.push(study);
    for (const [id, joined] of groupPools(who, schools, partsOfPartnership)) {
      const pool = await readPool(warehouse, id, schools);
      yield {data: schools.data, pool, roles: joined, studies, schools};
    }
  }
}
