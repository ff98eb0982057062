import {sum} from "d3";
import type {Source} from "../../src/published-files/source.ts";
import {rows, type Warehouse} from "../warehouse.ts";
import {listHeldSources} from "./held-sources.ts";

/** In no real file have more than a four-hundredth of the rows a URN and a LAESTAB of two schools. */
const SHARE = 0.05;
const FEWEST = 3;

/**
 * What to say of files whose URNs and LAESTABs are, by all other files, those of different schools: a column was sorted
 * or moved alone, and every figure in it stands beside another school’s name. They are taken by their URN.
 */
export async function findNumbersApart(warehouse: Warehouse, sources: readonly Source[]): Promise<string[]> {
  const tables = await listTables(warehouse, sources);
  if (tables.length === 0) return [];
  const held = tables.map(
    (source) =>
      `select file_id, source_row, urn::integer as urn, laestab::integer as laestab from staged.${source} where level = 'school' and urn is not null and laestab is not null`
  );
  const found = await rows<{file: string; rows: number; apart: number; row: number; urn: number; laestab: number}>(
    warehouse,
    `with held as (${held.join(" union all ")}),
     pair as (select urn, laestab, count(distinct file_id) as files from held group by all),
     known_urn as (select urn, count(distinct file_id) as files from held group by urn),
     shared as (select laestab from pair group by laestab having count(*) > 1),
     judged as (
       select held.*, known_urn.files > 1 as is_known,
         known_urn.files > 1 and pair.files = 1 and held.laestab in (select laestab from shared) as is_apart
       from held join pair using (urn, laestab) join known_urn using (urn)
     ),
     counted as (
       select file_id, count(*) filter (is_known)::integer as "rows", count(*) filter (is_apart)::integer as apart,
         arg_min(struct_pack("row" := source_row::integer, urn := urn, laestab := laestab), (source_row, urn, laestab)) filter (is_apart) as first
       from judged group by file_id
     )
     select file, "rows", apart, first."row" as "row", first.urn as urn, first.laestab as laestab
     from counted join (select file_id, file from file) as file using (file_id)
     where apart >= ${FEWEST} and apart >= ${SHARE} * "rows" order by file`
  );
  return found.map(
    ({file, rows: all, apart, row, urn, laestab}) =>
      `${file}, row ${row}: URN ${urn} stands beside the LAESTAB ${laestab}, which in other files is another school’s; so it is in ${apart} of ${all} rows: a column may have been sorted or moved alone; download the file again`
  );
}

/** Those of the sources that some file is of whose rows have both numbers. */
async function listTables(warehouse: Warehouse, sources: readonly Source[]): Promise<string[]> {
  const files = await listHeldSources(warehouse);
  const held = sources.filter(({id}) => files.has(id));
  // Numbers are known to be of two schools by another file alone.
  if (sum(held, ({id}) => files.get(id)) < 2) return [];
  const tables: string[] = [];
  for (const {id} of held) {
    const columns = await rows<{column_name: string}>(warehouse, `describe staged.${id}`);
    const names = new Set(columns.map(({column_name}) => column_name));
    if (["urn", "laestab", "level", "source_row"].every((name) => names.has(name))) tables.push(id);
  }
  return tables;
}
