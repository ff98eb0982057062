import {group} from "d3";
import type {Joined, RoleJoined} from "../../src/analysis/comparison/role-joined.ts";
import {listParts} from "../../src/analysis/comparison/parts.ts";
import {assignClusters} from "../../src/analysis/comparison/assign-clusters.ts";
import {partnershipTypes} from "../../src/vocabulary/partnership-types/index.ts";
import type {Role} from "../../src/vocabulary/role.ts";
import type {Subgroup} from "../../src/release/results.ts";
import {rows, type Warehouse} from "../warehouse.ts";
import type {PhaseSchools} from "./read-phase.ts";

interface OfType {
  school_id: number;
  partnership_type: string;
  role: Role;
  partnership: string;
  cohort: number;
  other_types: number;
  /** First academic year with less than two terms of membership; null where the school is not known to have left. */
  left_from: number | null;
  /** Pounds a year: the school’s own, or its share of what the partnership costs. */
  cost_per_year: number | null;
  /** Whether a published source says that it was a member. */
  is_published: boolean;
  /** Type of establishment of the last URN that it had before joining. */
  former_type: string | null;
  moved_from: string | null;
  third: "lowest" | "middle" | "highest" | null;
}

interface OfBody {
  school_id: number;
  partnership_type: string;
  role: Role;
  partnership: string;
  cohort: number;
}

/** By partnership type, who joined what, of all phases: on the type’s clock, and on each body’s. */
export interface Roles {
  ofTypes: ReadonlyMap<string, OfType[]>;
  ofBodies: ReadonlyMap<string, OfBody[]>;
}

export async function readRoles(warehouse: Warehouse): Promise<Roles> {
  const ofTypes = await rows<OfType>(
    warehouse,
    `with before as (
       select school_id, partnership_type, partnership, arg_max(urn.type, (coalesce(urn.opened, date '0001-01-01'), urn.urn, urn.type)) as former_type
       from membership join urn_school using (school_id) join urn using (urn)
       where urn.opened is null or urn.opened < membership.joined
       group by all
     )
     select school_id, partnership_type, role, coalesce(counted_role.partnership, 'unrecorded ' || school_id) as partnership,
       counted_role.cohort::integer as cohort,
       (select count(distinct partnership_type) from membership as other
        where other.school_id = counted_role.school_id and other.partnership_type <> counted_role.partnership_type and other.cohort <= counted_role.cohort)::integer as other_types,
       case when coalesce(left_on, left_before) is not null
         then year(coalesce(left_on, left_after, left_before) + interval 9 month)::integer end as left_from,
       coalesce(membership.cost_per_year, partnership.cost_per_year / nullif(partnership.schools, 0))::double as cost_per_year,
       coalesce(not (membership.membership_source = 'list' and membership.source_url is null), true) as is_published,
       former_type,
       membership.moved_from as moved_from,
       earlier_third.third as third
     from counted_role
     left join membership using (school_id, partnership_type, partnership)
     left join partnership using (partnership_type, partnership)
     left join before using (school_id, partnership_type, partnership)
     left join earlier_third using (school_id, partnership_type)
     where counted_role.cohort is not null
     order by partnership_type, role, school_id`
  );
  const ofBodies = await rows<OfBody>(
    warehouse,
    `select school_id, partnership_type, role, partnership, cohort::integer as cohort
     from role where cohort is not null order by partnership_type, role, partnership, school_id`
  );
  const type = ({partnership_type}: OfBody) => partnership_type;
  return {ofTypes: group(ofTypes, type), ofBodies: group(ofBodies, type)};
}

/** A type and role among the schools of a phase: who joined, and the parts that have results of their own; null where nobody did. */
export function collectRoleJoined(
  {ofTypes, ofBodies}: Roles,
  {ids, makeRow, data}: PhaseSchools,
  {
    partnership_type,
    role,
    partsOfPartnership
  }: {partnership_type: string; role: Role; partsOfPartnership: (id: string) => readonly Subgroup[]}
): RoleJoined | null {
  const ofType = (ofTypes.get(partnership_type) ?? []).filter((r) => makeRow.has(r.school_id));
  const own = ofType.filter((r) => r.role === role);
  const bodies = (ofBodies.get(partnership_type) ?? []).filter((r) => r.role === role && makeRow.has(r.school_id));
  if (!own.length && !bodies.length) return null;
  const findJoined = (some: readonly OfBody[]): Joined[] =>
    some.map(({school_id, cohort, partnership}) => ({row: makeRow.get(school_id)!, cohort, partnership}));
  const joined = findJoined(own);
  const byRow = new Map(own.map((r) => [makeRow.get(r.school_id)!, r]));
  const leftFrom = new Float64Array(ids.length).fill(Infinity);
  const cost = new Float64Array(ids.length).fill(NaN);
  for (const [row, {left_from, cost_per_year}] of byRow) {
    leftFrom[row] = left_from ?? Infinity;
    cost[row] = cost_per_year ?? NaN;
  }
  return {
    partnership_type,
    role,
    joined,
    ofBodies: findJoined(bodies),
    clusters: assignClusters(
      ids.length,
      [...group(findJoined(ofType), ({row}) => row).values()].map(([first]) => first)
    ),
    leftFrom,
    cost,
    unpublished: new Set(own.filter(({is_published}) => !is_published).map(({partnership}) => partnership)),
    overlapping: new Set([...byRow].filter(([, {other_types}]) => other_types > 0).map(([row]) => row)),
    parts: listParts(joined, {
      region: (row) => data.regions[data.region[row]] ?? null,
      formerType: (row) => byRow.get(row)?.former_type ?? null,
      disadvantage: data.intake.free_meals,
      earlierThird: (row) => byRow.get(row)?.third ?? null,
      moved: (row) => (byRow.get(row)?.moved_from ?? null) !== null,
      partnership: partsOfPartnership
    }),
    evidence: partnershipTypes[partnership_type].strength
  };
}
