import {rows, type Warehouse} from "../warehouse.ts";
import {listHeldSources} from "./held-sources.ts";

interface Twice {
  file: string;
  schools: number;
  first: {row: number; urn: number; group_uid: string; days: string[]};
}

/**
 * What to say of one extract of the register that gives a school two days of joining one group, which no published extract
 * does: rows of two extracts put together, or a row that was edited.
 */
export async function findJoinedTwice(warehouse: Warehouse): Promise<string[]> {
  const held = await listHeldSources(warehouse);
  if (!held.has("gias_group_links")) return [];
  const found = await rows<Twice>(
    warehouse,
    `with twice as (
       select file_id, urn, group_uid, max(source_row)::integer as "row", list_sort(list(distinct joined_date::varchar)) as days
       from staged.gias_group_links where joined_date is not null and group_uid is not null
       group by all having count(distinct joined_date) > 1
     )
     select file, count(*)::integer as schools, min({"row": "row", urn: urn::integer, group_uid: group_uid, days: days}) as first
     from twice join (select file_id, file from file) as file using (file_id)
     group by file order by file`
  );
  return found.map(({file, schools, first: {row, urn, group_uid, days}}) => {
    const others = schools > 1 ? ` (and ${schools - 1} more such schools)` : "";
    return `${file}, row ${row}, column Joined date: school ${urn} joined group ${group_uid} on ${days.join(" and on ")}${others}: the first day is taken; look them up in the register`;
  });
}
