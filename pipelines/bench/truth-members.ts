import {existsSync} from "node:fs";
import {join} from "node:path";
import {UserError} from "../../src/errors.ts";
import {quote, rows, type Warehouse} from "../warehouse.ts";

/** Of the memberships of a kind: how many are as they were planted, and in what the others are not. */
export interface MembersFound {
  kind: string;
  planted: number;
  right: number;
  missing: number;
  /** In the tables, and never planted. */
  extra: number;
  /** Of those found, by what is wrong; one may be wrong in several. */
  joined: number;
  left: number;
  moved_from: number;
  role: number;
  cohort: number;
}

/** A membership that is not as it was planted: what should stand in the tables, and what does. */
export interface WrongMember {
  kind: string;
  partnership: string;
  school: number;
  wrong: string;
  planted: string | null;
  found: string | null;
}

/**
 * Makes `truth_member` from the truth beside a synthetic England: who was planted in what, by school_id. What no file
 * knows of is left out, and of a day that no file gives the day is null. Throws a UserError where there is no truth.
 */
export async function readMembers(warehouse: Warehouse, folder: string): Promise<void> {
  const file = join(folder, "truth/memberships.csv");
  if (!existsSync(file))
    throw new UserError(`${file} is not there`, {fix: "give a folder that npm run pav -- sample has written"});
  await warehouse.run(`
    create or replace temp table truth_member as
    select
      kind, partnership, school_id, role, role_source, moved_from, told,
      case when told = 'day' then joined end as joined,
      "left" as left_on,
      case when told in ('day', 'year') or role_from > joined then cohort end as cohort
    from (select * rename (urn as urn_then) from read_csv(${quote(file)}, header = true, all_varchar = false, columns = {
      partnership: 'varchar', kind: 'varchar', school: 'integer', urn: 'integer', joined: 'date', "left": 'date',
      moved_from: 'varchar', role: 'varchar', role_source: 'varchar', role_from: 'date', cohort: 'smallint', told: 'varchar'}))
    join urn_school on urn_school.urn = coalesce(school, urn_then)
    where told <> 'not_told'`);
}

/** Every planted membership beside what the tables `membership` and `role` have of it, and those that were never planted. */
const beside = `
  select
    coalesce(t.kind, m.kind) as kind,
    coalesce(t.partnership, m.partnership) as partnership,
    coalesce(t.school_id, m.school_id) as school,
    t.kind is not null as planted,
    m.kind is not null as found,
    -- Lists give days, months or years, and areas a programme’s; the year that counts is held against the cohort.
    t.joined is distinct from m.joined and t.kind in ('multi_academy_trust', 'single_academy_trust', 'umbrella_trust', 'foundation_trust', 'federation') as joined_wrong,
    t.left_on is not null and coalesce(m.left_on, m.left_before) is null
      or t.left_on is null and coalesce(m.left_on, m.left_before) is not null
      or t.left_on not between coalesce(m.left_on, m.left_after) - 1 and coalesce(m.left_on, m.left_before) + 1 as left_wrong,
    t.moved_from is distinct from m.moved_from::varchar as moved_wrong,
    t.role is distinct from r.role as role_wrong,
    t.cohort is distinct from r.cohort as cohort_wrong,
    t.joined as planted_joined, m.joined as found_joined,
    t.left_on as planted_left, coalesce(m.left_on, m.left_before) as found_left,
    t.moved_from as planted_from, m.moved_from as found_from,
    t.role as planted_role, r.role as found_role,
    t.cohort as planted_cohort, r.cohort as found_cohort
  from truth_member as t
  full join membership as m on m.school_id = t.school_id and m.kind = t.kind and m.partnership = t.partnership
  left join role as r on r.school_id = t.school_id and r.kind = t.kind and r.partnership = t.partnership`;

/** How many memberships of each kind are right, wrong and missing. */
export const membersFound = (warehouse: Warehouse): Promise<MembersFound[]> =>
  rows(
    warehouse,
    `with beside as (${beside})
     select kind,
       count(*) filter (planted)::integer as planted,
       count(*) filter (planted and found and not (joined_wrong or left_wrong or moved_wrong or role_wrong or cohort_wrong))::integer as "right",
       count(*) filter (planted and not found)::integer as missing,
       count(*) filter (not planted)::integer as extra,
       ${["joined", "left", "moved", "role", "cohort"]
         .map(
           (w) =>
             `count(*) filter (planted and found and ${w}_wrong)::integer as ${w === "moved" ? "moved_from" : quoted(w)}`
         )
         .join(", ")}
     from beside group by kind order by kind`
  );

/** Each membership that is wrong, missing or never planted, with what was planted and what was found. */
export const wrongMembers = (warehouse: Warehouse): Promise<WrongMember[]> =>
  rows(
    warehouse,
    `with beside as (${beside}), wrong as (
       select kind, partnership, school, 'missing' as wrong, 'there' as planted, null as found from beside where not found
       union all select kind, partnership, school, 'extra', null, 'there' from beside where not planted
       ${["joined", "left", "role", "cohort"].map((w) => one(w, w)).join(" ")} ${one("moved", "from")})
     from wrong order by all`
  );

const one = (wrong: string, column: string): string =>
  `union all select kind, partnership, school, '${wrong}', planted_${column}::varchar, found_${column}::varchar
   from beside where planted and found and ${wrong}_wrong`;

const quoted = (name: string): string => `"${name}"`;
