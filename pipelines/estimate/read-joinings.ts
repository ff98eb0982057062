import type {Joining} from "../../src/analysis/joining.ts";
import type {RoleStudy} from "../../src/analysis/role-study.ts";
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
    other_kinds: number;
    /** First academic year with less than two terms of membership; null where the school is not known to have left. */
    left_from: number | null;
    /** Pounds a year: the school’s own, or its share of what the partnership costs. */
    cost_per_year: number | null;
    /** Whether a published source says that it was a member. */
    is_published: boolean;
    /** Type of establishment of the last URN that it had before joining. */
    former_type: string | null;
  }[];
  /** By kind: first year in any partnership of it by school; −Infinity where that is unknown. */
  firstIn: ReadonlyMap<string, ReadonlyMap<number, number>>;
}

export async function readMemberships(warehouse: Warehouse): Promise<Memberships> {
  const roles = await rows<Memberships["roles"][number]>(
    warehouse,
    `with before as (
       select school_id, kind, partnership, arg_max(urn.type, coalesce(urn.opened, date '0001-01-01')) as former_type
       from membership join urn_school using (school_id) join urn using (urn)
       where urn.opened is null or urn.opened < membership.joined
       group by all
     )
     select school_id, kind, role, coalesce(partnership, 'no body known of ' || school_id) as partnership, counted_role.cohort::integer as cohort,
       (select count(distinct kind) from membership as other
        where other.school_id = counted_role.school_id and other.kind <> counted_role.kind and other.membership_source <> 'rule' and other.cohort <= counted_role.cohort)::integer as other_kinds,
       case when coalesce(left_on, left_before) is not null
         then year(coalesce(left_on, left_after, left_before) + interval 9 month)::integer end as left_from,
       coalesce(membership.cost_per_year, partnership.cost_per_year / nullif(partnership.schools, 0))::double as cost_per_year,
       coalesce(not (membership.membership_source = 'list' and membership.source_url is null), true) as is_published,
       former_type
     from counted_role
     left join membership using (school_id, kind, partnership)
     left join partnership using (kind, partnership)
     left join before using (school_id, kind, partnership)
     order by kind, role, school_id`
  );
  const first = await rows<{kind: string; school_id: number; cohort: number | null}>(
    warehouse,
    `select kind, school_id, case when bool_or(cohort is null) then null else min(cohort)::integer end as cohort from (
       select kind, school_id, cohort from membership
       union all select kind, school_id, cohort from counted_role
     ) group by all order by kind, school_id`
  );
  const firstIn = new Map<string, Map<number, number>>();
  for (const {kind, school_id, cohort} of first) {
    if (!firstIn.has(kind)) firstIn.set(kind, new Map());
    firstIn.get(kind)!.set(school_id, cohort ?? -Infinity);
  }
  return {roles, firstIn};
}

/** Who joined a kind in a role, among the schools of a phase, and what is known of their membership; `overlapping` marks those in another kind by then. */
export function joiningOf(
  {roles, firstIn}: Memberships,
  {ids, rowOf}: PhaseSchools,
  {kind, role}: {kind: string; role: Role}
): Joining & Pick<RoleStudy, "overlapping" | "leftFrom" | "cost" | "unpublished"> & {formerType: (string | null)[]} {
  const first = firstIn.get(kind);
  const ofKind = roles.filter((r) => r.kind === kind && rowOf.has(r.school_id));
  const own = ofKind.filter((r) => r.role === role);
  const joinersOf = (some: Memberships["roles"]) =>
    some.map(({school_id, cohort, partnership}) => ({row: rowOf.get(school_id)!, cohort, partnership}));
  const leftFrom = new Float64Array(ids.length).fill(Infinity);
  const cost = new Float64Array(ids.length).fill(NaN);
  const formerType = Array.from(ids, (): string | null => null);
  for (const {school_id, left_from, cost_per_year, former_type} of own) {
    const row = rowOf.get(school_id)!;
    leftFrom[row] = left_from ?? Infinity;
    cost[row] = cost_per_year ?? NaN;
    formerType[row] = former_type;
  }
  return {
    leftFrom,
    cost,
    formerType,
    unpublished: new Set(own.filter(({is_published}) => !is_published).map(({partnership}) => partnership)),
    schools: ids.length,
    joiners: joinersOf(own),
    origin: new Int32Array(own.length),
    told: null,
    treatedFrom: Float64Array.from(ids, (id) => first?.get(id) ?? Infinity),
    overlapping: new Set(own.filter(({other_kinds}) => other_kinds > 0).map(({school_id}) => rowOf.get(school_id)!))
  };
}
