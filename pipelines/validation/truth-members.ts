import {existsSync} from "node:fs";
import {join} from "node:path";
import {UserError} from "../../src/library/errors.ts";
import {registerPartnershipTypes} from "../synthetic-england/planted-types.ts";
import {quote, rows, type Warehouse} from "../warehouse.ts";

/** Of the memberships of a partnership type: how many are as they were planted, and in what the others are not. */
export interface MembersFound {
  partnership_type: string;
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

/** Of the roles of a partnership type on its own clock, the same. */
export type RolesFound = Omit<MembersFound, "joined" | "left" | "moved_from">;

/** A membership that is not as it was planted: what should stand in the tables, and what does. */
export interface WrongMember {
  partnership_type: string;
  partnership: string;
  school: number;
  wrong: string;
  planted: string | null;
  found: string | null;
}

/**
 * Makes `truth_member` from the truth next to a synthetic England: who was planted in what, by school_id. What no file
 * knows of is left out, and of a day that no file gives the day is null. Throws a UserError where there is no truth.
 */
export async function readMembers(warehouse: Warehouse, folder: string): Promise<void> {
  const file = join(folder, "truth/memberships.csv");
  if (!existsSync(file))
    throw new UserError(`${file} is not there`, {fix: "give a folder that npm run pav -- sample has written"});
  await warehouse.run(`
    create or replace temp table truth_said as
    select *, urn_school.school_id
    from (select * rename (urn as urn_then) from read_csv(${quote(file)}, header = true, all_varchar = false, columns = {
      partnership: 'varchar', partnership_type: 'varchar', school: 'integer', urn: 'integer', joined: 'date', "left": 'date',
      moved_from: 'varchar', role: 'varchar', role_source: 'varchar', role_from: 'date', cohort: 'smallint', reported: 'varchar'}))
    join urn_school on urn_school.urn = coalesce(school, urn_then)`);
  await warehouse.run(`
    create or replace temp table truth_member as
    select
      said.partnership_type, said.partnership, said.school_id, said.role,
      -- Days by which dates may differ: lists give months, or years.
      case when said.partnership_type in (${registerPartnershipTypes.map(quote).join(", ")}) then 1 else 31 end as slack,
      case when unresolved.school_id is null then said.moved_from end as moved_from,
      case when said.reported = 'day' then said.joined end as joined,
      said."left" as left_on,
      -- Where no file knows the first sponsored academy of a trust, none knows since when its supporters give.
      said.role_source = 'first_sponsored' and said.partnership in (select partnership from truth_said where reported = 'not_told') as clock_untold,
      case when said.reported in ('day', 'year') or said.role_from > said.joined then said.cohort end as cohort
    from truth_said as said
    left join truth_said as unresolved on unresolved.school_id = said.school_id and unresolved.partnership = said.moved_from and unresolved.reported = 'not_told'
    where said.reported <> 'not_told'`);
  await warehouse.run(`
    create or replace temp table truth_role as
    select partnership_type, school_id, role, cohort,
      -- A clock of a partnership_type that no file has the first day of.
      exists (
        from truth_said as said
        where said.school_id = roles.school_id and said.partnership_type = roles.partnership_type
          and (said.reported not in ('day', 'year') or roles.role = 'supporter' and said.partnership in (select partnership from truth_said where reported = 'not_told'))
      ) as clock_untold
    from (
      select * from read_csv(${quote(join(folder, "truth/roles.csv"))}, header = true, columns = {
        partnership: 'varchar', partnership_type: 'varchar', school: 'integer', urn_then: 'integer', role: 'varchar', from_date: 'date',
        cohort: 'smallint', selected: 'varchar', again: 'varchar'})
      join urn_school on urn_school.urn = coalesce(school, urn_then)
    ) as roles`);
}

/** Of every type that plants something: each membership next to what the tables `membership` and `role` have of it, and those that were never planted. */
const besideQuery = `
  select
    coalesce(t.partnership_type, m.partnership_type) as partnership_type,
    coalesce(t.partnership, m.partnership) as partnership,
    coalesce(t.school_id, m.school_id) as school,
    t.partnership_type is not null as planted,
    m.partnership_type is not null as found,
    -- Lists give days, months or years of joining: there the year that counts is compared; and of leaving months.
    t.joined is distinct from m.joined and t.slack = 1 as joined_wrong,
    coalesce(
      (t.left_on is null) <> (coalesce(m.left_on, m.left_before) is null)
      or t.left_on not between coalesce(m.left_on, m.left_after) - slack and coalesce(m.left_on, m.left_before) + slack, false) as left_wrong,
    t.moved_from is distinct from m.moved_from::varchar as moved_wrong,
    t.role is distinct from r.role as role_wrong,
    t.cohort is distinct from r.cohort and not t.clock_untold as cohort_wrong,
    t.joined as planted_joined, m.joined as found_joined,
    t.left_on as planted_left, coalesce(m.left_on, m.left_before) as found_left,
    t.moved_from as planted_from, m.moved_from as found_from,
    t.role as planted_role, r.role as found_role,
    t.cohort as planted_cohort, r.cohort as found_cohort
  from truth_member as t
  full join (from membership where partnership_type in (select partnership_type from truth_member)) as m on m.school_id = t.school_id and m.partnership_type = t.partnership_type and m.partnership = t.partnership
  left join role as r on r.school_id = t.school_id and r.partnership_type = t.partnership_type and r.partnership = t.partnership`;

/** How many memberships of each type are right, wrong and missing. */
export const membersFound = (warehouse: Warehouse): Promise<MembersFound[]> =>
  rows(
    warehouse,
    `with beside as (${besideQuery})
     select partnership_type,
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
     from beside group by partnership_type order by partnership_type`
  );

/** How many schools of each type have the role that was planted, on the clock of the type; a clock that no file knows the first day of is not asked. */
export const rolesFound = (warehouse: Warehouse): Promise<RolesFound[]> =>
  rows(
    warehouse,
    `with beside as (
       select coalesce(t.partnership_type, c.partnership_type) as partnership_type, t.partnership_type is not null as planted, c.partnership_type is not null as found,
         t.role is distinct from c.role as role_wrong,
         t.cohort is distinct from c.cohort and not t.clock_untold as cohort_wrong,
         t.clock_untold as clock_untold
       from truth_role as t full join (from counted_role where partnership_type in (select partnership_type from truth_role)) as c on c.school_id = t.school_id and c.partnership_type = t.partnership_type
     )
     select partnership_type,
       count(*) filter (planted)::integer as planted,
       count(*) filter (planted and found and not (role_wrong or cohort_wrong))::integer as "right",
       count(*) filter (planted and not found and not clock_untold)::integer as missing,
       count(*) filter (not planted)::integer as extra,
       count(*) filter (planted and found and role_wrong)::integer as "role",
       count(*) filter (planted and found and cohort_wrong)::integer as cohort
     from beside group by partnership_type order by partnership_type`
  );

/** Each membership that is wrong, missing or never planted, with what was planted and what was found. */
export const wrongMembers = (warehouse: Warehouse): Promise<WrongMember[]> =>
  rows(
    warehouse,
    `with beside as (${besideQuery}), wrong as (
       select partnership_type, partnership, school, 'missing' as wrong, 'there' as planted, null as found from beside where not found
       union all select partnership_type, partnership, school, 'extra', null, 'there' from beside where not planted
       ${["joined", "left", "role", "cohort"].map((w) => one(w, w)).join(" ")} ${one("moved", "from")})
     from wrong order by all`
  );

const one = (wrong: string, column: string): string =>
  `union all select partnership_type, partnership, school, '${wrong}', planted_${column}::varchar, found_${column}::varchar
   from beside where planted and found and ${wrong}_wrong`;

const quoted = (name: string): string => `"${name}"`;
