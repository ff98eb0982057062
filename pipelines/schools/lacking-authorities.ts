import {formatAcademicYear} from "../../src/vocabulary/academic-year.ts";
import type {Source} from "../../src/published-files/source.ts";
import {listHeldSources} from "../stage/held-sources.ts";
import {outcomeSources} from "./school_row.ts";
import {resolveFromPipelines, quote, rows, type Warehouse} from "../warehouse.ts";

/** A file with schools of at least so many authorities is taken for one of all England. */
const NATIONAL = 100;

/**
 * What to say of files of all England that lack authorities which the year before in the same source has, and which
 * had not been abolished: they may be cut off.
 */
export async function lackingAuthorities(warehouse: Warehouse, sources: readonly Source[]): Promise<string[]> {
  const warnings: string[] = [];
  const isThere = await listHeldSources(warehouse);
  const read = new Set(outcomeSources());
  for (const {id, columns} of sources) {
    if (!("la_code" in columns) || !read.has(id) || !isThere.has(id)) continue;
    const found = await rows<{file: string; year: number; before: number; lacking: string; n: number}>(
      warehouse,
      `with held as (
         select distinct academic_year as year, la_code from staged.${id}
         where level = 'school' and la_code is not null and academic_year is not null
       ),
       national as (select year, max(year) over (order by year rows between 1 preceding and 1 preceding) as before
         from (select year from held group by year having count(*) >= ${NATIONAL})),
       authority as (select la_code, try_cast(left(to_date, 4) as integer) as ended
         from read_csv(${quote(resolveFromPipelines("../data/partnerships/local_authorities.csv"))}, header = true, hive_partitioning = false, all_varchar = true))
       select (select min(file) from file where source = ${quote(id)} and file_id in
           (select file_id from staged.${id} where academic_year = national.year)) as file,
         national.year::integer as year, before::integer as before, count(*)::integer as n,
         string_agg(earlier.la_code, ', ' order by earlier.la_code) as lacking
       from national join held as earlier on earlier.year = before
       left join authority using (la_code)
       where not exists (select 1 from held where held.year = national.year and held.la_code = earlier.la_code)
         and (ended is null or ended >= national.year)
         -- Codes of later authorities in the place of theirs: the file was recoded, not cut off.
         and not exists (select 1 from held as new where new.year = national.year and new.la_code not in (select la_code from held as old where old.year = before))
       group by national.year, before order by national.year`
    );
    for (const {file, year, before, lacking, n} of found) {
      warnings.push(
        `${file}: no school of ${n === 1 ? "authority" : `${n} authorities`} ${lacking} in ${formatAcademicYear(year)}, which ${formatAcademicYear(before)} has: it may be cut off`
      );
    }
  }
  return warnings;
}
