import {rows, type Warehouse} from "../warehouse.ts";
import {listHeldSources} from "./held-sources.ts";

/** A school that follows another opens when that one closes; where registers are late, by weeks. So many that do not are no chance. */
const APART = {days: 366, share: 0.25, fewest: 5};

/** When the first of each type opened. Some were academies before under another name: so many are no chance. */
const FIRST = {academies: "2002-09-01", "converter academies": "2010-08-01", "free schools": "2011-08-01"};

interface Found {
  file: string;
  n: number;
  apart: number;
  first: {row: number; urn: number; opened: string; other: number | null; day: string | null};
}

/**
 * What to say of extracts of the register whose days of opening cannot be theirs, by other days of the same extract: many
 * schools opened years before or after the one that they followed closed, or academies opened before there were any. A
 * column may have been shifted; with it, who joined what when.
 */
export async function findShiftedOpenings(warehouse: Warehouse): Promise<string[]> {
  const held = await listHeldSources(warehouse);
  if (!held.has("gias_establishments")) return [];
  const what = ({n, apart}: Found): string =>
    `so it is with ${apart.toLocaleString("en-GB")} of ${n.toLocaleString("en-GB")}: the column may have been shifted or exchanged; taken as it is; download the extract again`;
  const followers = held.has("gias_links") ? await rows<Found>(warehouse, FOLLOWERS) : [];
  const early = await rows<Found & {type: keyof typeof FIRST}>(warehouse, EARLY);
  return [
    ...followers.map(
      (found) =>
        `${found.file}, row ${found.first.row}, column OpenDate: ${found.first.urn} opened on ${found.first.opened}, and ${found.first.other}, which it followed, closed on ${found.first.day}; ${what(found)}`
    ),
    ...early.map(
      (found) =>
        `${found.file}, row ${found.first.row}, column OpenDate: ${found.first.urn} opened on ${found.first.opened}, before there were ${found.type}; ${what(found)}`
    )
  ];
}

const isMany = `count(*) filter (is_apart) >= greatest(${APART.fewest}, ${APART.share} * count(*))`;

/** Of plain successions alone: schools that merge, or take others in, were open before. The day of the link may say it too. */
const FOLLOWERS = `
  with link as (
    select distinct if(link_type = 'successor', urn, link_urn) as earlier, if(link_type = 'successor', link_urn, urn) as later,
      if(link_type = 'successor', link_date, null) as day
    from staged.gias_links where link_type in ('successor', 'predecessor')
  ),
  judged as (
    select later.file_id, later.source_row, later.urn, later.open_date, earlier.urn as other, earlier.close_date,
      bool_and(abs(date_diff('day', earlier.close_date, later.open_date)) > ${APART.days}
        and coalesce(abs(date_diff('day', day, later.open_date)) > ${APART.days}, true)) as is_apart
    from link join staged.gias_establishments as later on later.urn = link.later
      join staged.gias_establishments as earlier on earlier.urn = link.earlier and earlier.file_id = later.file_id
    where later.open_date is not null and earlier.close_date is not null
    group by all
  )
  select file, count(*)::integer as n, (count(*) filter (is_apart))::integer as apart,
    min({"row": source_row::integer, urn: urn::integer, opened: open_date::varchar, other: other::integer, day: close_date::varchar}) filter (is_apart) as first
  from judged join (select file_id, file from file) as file using (file_id) group by file having ${isMany} order by file`;

const EARLY = `
  with judged as (
    select file_id, source_row, urn, open_date,
      case when establishment_type ilike '%converter%' then 'converter academies'
        when establishment_type ilike 'free schools%' then 'free schools'
        when establishment_type ilike 'academy%' then 'academies' end as type
    from staged.gias_establishments where open_date is not null
  )
  select file, type, count(*)::integer as n, (count(*) filter (is_apart))::integer as apart,
    min({"row": source_row::integer, urn: urn::integer, opened: open_date::varchar, other: null, day: null}) filter (is_apart) as first
  from (select *, open_date < map {${Object.entries(FIRST)
    .map(([type, day]) => `'${type}': date '${day}'`)
    .join(", ")}}[type] as is_apart from judged where type is not null)
    join (select file_id, file from file) as file using (file_id)
  group by file, type having ${isMany} order by file, type`;
