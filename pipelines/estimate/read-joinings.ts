import type {Joining} from "../../src/analysis/joining.ts";
import type {Role} from "../../src/release.ts";
import {rows, type Warehouse} from "../warehouse.ts";
import type {PhaseSchools} from "./phase-schools.ts";

/** Who joined what, of all phases. */
export interface Memberships {
  roles: {
    school_id: number;
    kind: string;
    role: Role;
    partnership: string;
    cohort: number;
    role_evidence: string;
    other_kinds: number;
  }[];
  /** By kind: first year in any partnership of it by school; −Infinity where that is unknown. */
  firstIn: ReadonlyMap<string, ReadonlyMap<number, number>>;
}

export async function readMemberships(warehouse: Warehouse): Promise<Memberships> {
  const roles = await rows<Memberships["roles"][number]>(
    warehouse,
    `select school_id, kind, role, partnership, cohort::integer as cohort, role_evidence,
       (select count(distinct kind) from membership as other
        where other.school_id = role.school_id and other.kind <> role.kind and other.cohort <= role.cohort)::integer as other_kinds
     from role order by kind, role, school_id`
  );
  const first = await rows<{kind: string; school_id: number; cohort: number | null}>(
    warehouse,
    `select kind, school_id, case when bool_or(cohort is null) then null else min(cohort)::integer end as cohort from (
       select kind, school_id, cohort from membership
       union all select kind, school_id, cohort from role
     ) group by all order by kind, school_id`
  );
  const firstIn = new Map<string, Map<number, number>>();
  for (const {kind, school_id, cohort} of first) {
    if (!firstIn.has(kind)) firstIn.set(kind, new Map());
    firstIn.get(kind)!.set(school_id, cohort ?? -Infinity);
  }
  return {roles, firstIn};
}

/** Who joined a kind in a role, among the schools of a phase; `overlapping` marks those in another kind by then. */
export function joiningOf(
  {roles, firstIn}: Memberships,
  {ids, rowOf}: PhaseSchools,
  {kind, role}: {kind: string; role: Role}
): Joining & {overlapping: Set<number>} {
  const first = firstIn.get(kind);
  const ofKind = roles.filter((r) => r.kind === kind && rowOf.has(r.school_id));
  const own = ofKind.filter((r) => r.role === role);
  const joinersOf = (some: Memberships["roles"]) =>
    some.map(({school_id, cohort, partnership}) => ({row: rowOf.get(school_id)!, cohort, partnership}));
  return {
    schools: ids.length,
    joiners: joinersOf(own),
    origin: Int32Array.from(own, (r) => (byResults(r) ? 1 : 0)),
    results: joinersOf(ofKind.filter(byResults)),
    treatedFrom: Float64Array.from(ids, (id) => first?.get(id) ?? Infinity),
    overlapping: new Set(own.filter(({other_kinds}) => other_kinds > 0).map(({school_id}) => rowOf.get(school_id)!))
  };
}

/** Whether results before joining told the role. */
const byResults = ({role_evidence}: Memberships["roles"][number]): boolean => role_evidence === "results_before";
