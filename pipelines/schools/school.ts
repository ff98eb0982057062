import {design} from "../../src/design.ts";
import {traceLineages, type RegisterLink, type UrnFacts, type Verdict} from "../../src/schools/lineage.ts";
import {correctRegisterLinks} from "./corrections.ts";
import {appendColumns, makeTable, rows, type Warehouse} from "../warehouse.ts";

/**
 * Follows schools through changes of URN. Makes urn_school (each URN’s school),
 * school_edge (every link of the register, with what was decided on it), and
 * school (one row a school).
 */
export async function makeSchools(warehouse: Warehouse): Promise<void> {
  const {verdicts, school} = traceLineages(await readLinks(warehouse), await readFacts(warehouse), design.lineage);
  await writeVerdicts(warehouse, verdicts);
  await writeSchools(warehouse, school);
  await makeTable(warehouse, "schools/urn_school");
  await makeTable(warehouse, "schools/school_edge");
  await makeTable(warehouse, "schools/school");
  await warehouse.run("drop table merged_urn; drop table link_verdict");
}

/** The links of the newest extract, the register’s latest word; and what the spine of the tables says of a school that closed, where that has none; as corrected. */
async function readLinks(warehouse: Warehouse): Promise<RegisterLink[]> {
  const links = await rows<{
    from: number;
    to: number;
    partnership_type: RegisterLink["partnership_type"];
    date: string | null;
  }>(
    warehouse,
    `select case when starts then urn else link_urn end as "from", case when starts then link_urn else urn end as "to",
       case when link_type in ('successor', 'predecessor') then 'plain'
            when link_type similar to '.*(merge|amalgam|split).*' then 'merger' else 'other' end as partnership_type,
       link_date::varchar as date
     from (select *, link_type like 'successor%' as starts from staged.gias_links
           where snapshot = (select max(snapshot) from staged.gias_links))
     union
     select urn, other_urn, 'plain', (close_date + 1)::varchar
     from (select urn, other_urn, max(close_date) as close_date from staged.school_spine
           where closed = '2' and other_urn is not null and close_date is not null group by all) as spine
     where not exists (select 1 from staged.gias_links where gias_links.urn in (spine.urn, other_urn))
     order by all`
  );
  return correctRegisterLinks(
    warehouse,
    links.map((link) => ({...link, date: toDate(link.date)}))
  );
}

async function readFacts(warehouse: Warehouse): Promise<Map<number, UrnFacts>> {
  const facts = await rows<{
    urn: number;
    opened: string | null;
    closed: string | null;
    laestabs: string | null;
    postcodes: string | null;
    active: string | null;
  }>(
    warehouse,
    `with active as (
       select urn, array_to_string(list_sort(list_distinct(list(file_id || ' ' || academic_year))), ',') as active
       from school_row
       where pupils > 0 and source not in ('absence_by_reason', 'absence_ees')  -- these count enrolments over the whole year: both sides of a change
       group by urn
     )
     select urn.urn, coalesce(opened, academy_opened)::varchar as opened, closed::varchar as closed,
       array_to_string(laestabs, ',') as laestabs, array_to_string(postcodes, ',') as postcodes, active
     from urn left join active using (urn) order by urn`
  );
  const set = (text: string | null) => (text ? text.split(",") : []);
  return new Map(
    facts.map(({urn, opened, closed, laestabs, postcodes, active}) => [
      urn,
      {
        opened: toDate(opened),
        closed: toDate(closed),
        laestabs: new Set(set(laestabs).map(Number)),
        postcodes: new Set(set(postcodes)),
        active: new Set(set(active))
      }
    ])
  );
}

const toDate = (text: string | null): Date | null => (text === null ? null : new Date(`${text}T00:00:00Z`));

async function writeVerdicts(warehouse: Warehouse, verdicts: readonly Verdict[]): Promise<void> {
  await warehouse.run(
    `create or replace table link_verdict ("from" integer, "to" integer, evidence varchar, refused varchar)`
  );
  await appendColumns(warehouse, "link_verdict", [
    {type: "integer", values: verdicts.map(({from}) => from)},
    {type: "integer", values: verdicts.map(({to}) => to)},
    {type: "varchar", values: verdicts.map(({evidence}) => evidence)},
    {type: "varchar", values: verdicts.map(({refused}) => refused)}
  ]);
}

async function writeSchools(warehouse: Warehouse, school: ReadonlyMap<number, number>): Promise<void> {
  await warehouse.run("create or replace table merged_urn (urn integer, school_id integer)");
  await appendColumns(warehouse, "merged_urn", [
    {type: "integer", values: [...school.keys()]},
    {type: "integer", values: [...school.values()]}
  ]);
}
