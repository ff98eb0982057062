import type {Measure} from "../../src/vocabulary/measure.ts";
import {measures} from "../../src/vocabulary/measures.ts";
import type {Source} from "../../src/published-files/source.ts";
import {listHeldSources} from "../stage/held-sources.ts";
import {describeTable, quote, rows, type Warehouse} from "../warehouse.ts";

/** The published sources that measures are read from. */
export const outcomeSources = (all: Record<string, Measure> = measures): string[] => [
  ...new Set(
    Object.values(all).flatMap(({comparable_series}) =>
      comparable_series.flatMap(({read}) => read.map(({source}) => source))
    )
  )
];

const about = `-- Every published row of a school with results, attendance or pupils, and the URN it is about.
-- key: source, file_id, source_row
`;

/**
 * Makes school_row: the school rows of every source a measure is read from. A
 * row without a URN gets the one its LAESTAB had that year, or the latest known;
 * a LAESTAB that nothing knows stands for itself (seven digits, so never a URN).
 */
export async function makeSchoolRows(warehouse: Warehouse, sources: readonly Source[]): Promise<void> {
  const held = await listHeldSources(warehouse);
  const read = outcomeSources().filter((id) => held.has(id));
  // Of no file at all there are no rows, in the columns of any.
  const parts = await Promise.all(
    (read.length > 0 ? read : outcomeSources().slice(0, 1)).map(async (id) =>
      writeSchoolRows(id, pupilsColumn(id), await pickColumns(warehouse, id))
    )
  );
  await warehouse.run(`create or replace table school_row as
with published as (
${parts.join("\nunion all by name\n")}
)
select
    published.* exclude (urn),
    coalesce(published.urn, of_the_year.urn, listed.urn, registered.urn, nearest.urn, published.laestab) as urn,
    case when published.urn is not null   then 'published'
         when of_the_year.urn is not null then 'absence_by_reason'
         when listed.urn is not null      then 'school_list'
         when registered.urn is not null  then 'register'
         when nearest.urn is not null     then 'other_year'
         else 'none' end as urn_evidence
from published
left join laestab_urn as of_the_year
    on of_the_year.laestab = published.laestab and of_the_year.academic_year = published.academic_year and of_the_year.evidence = 'absence_by_reason'
left join laestab_urn as listed on listed.laestab = published.laestab and listed.evidence = 'school_list'
left join laestab_urn as registered on registered.laestab = published.laestab and registered.evidence = 'register'
left join laestab_urn as nearest on nearest.laestab = published.laestab and nearest.evidence = 'other_year'`);
  await describeTable(warehouse, "school_row", about);
  const known = new Set(sources.map(({id}) => id));
  for (const id of outcomeSources()) if (!known.has(id)) throw new Error(`measures.ts reads ${id}, which is no source`);
}

function writeSchoolRows(id: string, pupils: string | null, columns: ReadonlySet<string>): string {
  const or = (column: string, type: string, otherwise = "null") =>
    columns.has(column) ? column : `${otherwise}::${type} as ${column}`;
  return `select ${quote(id)} as source, file_id, source_row, academic_year, stage,
    ${or("urn", "integer")}, ${or("laestab", "integer")}, ${or("school_phase", "varchar")}, ${or("independent", "boolean")},
    ${or("school_name", "varchar")}, ${or("la_code", "varchar")}, ${or("postcode", "varchar")},
    ${pupils ?? "null"}::double as pupils, ${or("time_identifier", "varchar")} from staged.${id} where level = 'school'`;
}

/** The column that says how many pupils a source’s row is about, from the measures read from it. */
function pupilsColumn(id: string): string | null {
  const readings = Object.values(measures).flatMap(({comparable_series}) =>
    comparable_series.flatMap(({read}) => read)
  );
  return readings.find(({source, pupils}) => source === id && pupils !== null)?.pupils ?? null;
}

async function pickColumns(warehouse: Warehouse, id: string): Promise<Set<string>> {
  const found = await rows<{column_name: string}>(warehouse, `describe staged.${id}`);
  return new Set(found.map(({column_name}) => column_name));
}
