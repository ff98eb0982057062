import {PublishedFileError} from "../../src/library/errors.ts";
import {rows, type Warehouse} from "../warehouse.ts";
import {listHeldSources} from "./held-sources.ts";

interface Links {
  file: string;
  right: number;
  reversed: number;
  first: {row: number; urn: number; link_urn: number; link_type: string} | null;
}

/**
 * What to say of links of the register whose successor closed before the school that it is said to follow was opened. None
 * is so in any published extract. Throws a PublishedFileError where most are so whose days are known: URN and LinkURN
 * changed places, and every school would be followed the wrong way.
 */
export async function findReversedLinks(warehouse: Warehouse): Promise<string[]> {
  const held = await listHeldSources(warehouse);
  if (!held.has("gias_links") || !held.has("gias_establishments")) return [];
  const found = await rows<Links>(
    warehouse,
    `with days as (
       select urn, min(open_date) as opened, max(close_date) as closed from staged.gias_establishments group by urn
     ),
     links as (
       select file_id, source_row, urn, link_urn, link_type,
         if(link_type = 'successor', urn, link_urn) as earlier, if(link_type = 'successor', link_urn, urn) as later
       from staged.gias_links where link_type in ('successor', 'predecessor')
     ),
     judged as (
       select links.*, coalesce(later.opened >= earlier.closed - interval 31 day, false) as is_right,
         coalesce(earlier.opened >= later.closed, false) as is_reversed
       from links join days as earlier on earlier.urn = links.earlier join days as later on later.urn = links.later
     )
     select file, count(*) filter (is_right)::integer as right, count(*) filter (is_reversed and not is_right)::integer as reversed,
       min({"row": source_row::integer, urn: urn::integer, link_urn: link_urn::integer, link_type: link_type}) filter (is_reversed and not is_right) as first
     from judged join (select file_id, file from file) as file using (file_id)
     group by file order by file`
  );
  return found.flatMap(({file, right, reversed, first}) => {
    if (!first) return [];
    const what = `${first.link_urn} is said to be the ${first.link_type} of ${first.urn}, and their days of opening and closing say the contrary`;
    if (reversed > right) {
      throw new PublishedFileError(
        `${what} (so in ${reversed} of ${reversed + right} links): URN and LinkURN have changed places`,
        {
          file,
          row: first.row,
          column: "LinkURN",
          fix: "download the file again, and do not save it from a spreadsheet"
        }
      );
    }
    const others = reversed > 1 ? ` (and ${reversed - 1} more such links)` : "";
    return [`${file}, row ${first.row}, column LinkURN: ${what}${others}: look both up in the register`];
  });
}
