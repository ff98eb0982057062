import {formatAcademicYear} from "../../src/vocabulary/academic-year.ts";
import {PublishedFileError} from "../../src/library/errors.ts";
import type {RunFile} from "../../src/release/release.ts";
import {listNames, type Source} from "../../src/published-files/source.ts";
import {makeTable, quote, quoteName, rows, type Warehouse} from "../warehouse.ts";

type Resolved = RunFile["resolved"][number];

/**
 * Makes taken: the one row that stands for each school and year. Where two
 * files of one stage hold a school, equal rows are taken once; of two that
 * differ that of the newer file is taken (a later extract, or one that goes on
 * to a later year), else the more complete file’s, and both values are returned.
 *
 * Throws a PublishedFileError if two rows of the same extent differ: nothing
 * says which is right.
 */
export async function takeRows(warehouse: Warehouse, sources: readonly Source[]): Promise<Resolved[]> {
  await makeTable(warehouse, "outcomes/selected");
  const resolved: Resolved[] = [];
  for (const source of sources) resolved.push(...(await differences(warehouse, source)));
  return resolved;
}

interface Difference {
  school_id: number;
  academic_year: number;
  column: string;
  a: string;
  b: string;
  file_a: string;
  file_b: string;
  row_a: number;
  row_b: number;
  same_extent: boolean;
}

async function differences(warehouse: Warehouse, source: Source): Promise<Resolved[]> {
  const numbers = Object.entries(source.columns)
    .filter(([, {is}]) => is === "number")
    .map(([name]) => name);
  if (numbers.length === 0) return [];
  const [second] = await rows<{n: number}>(
    warehouse,
    `select count(*)::integer as n from selected where decision = 'second row' and source = ${quote(source.id)}`
  );
  if (second.n === 0) return [];
  const found = await rows<Difference>(
    warehouse,
    `select selected.school_id, selected.academic_year, difference."column", difference.a, difference.b,
       file_a.file as file_a, file_b.file as file_b, a.source_row as row_a, b.source_row as row_b,
       selected.columns_read = selected.best_columns_read and selected.as_of is not distinct from selected.best_as_of as same_extent
     from selected
     join staged.${source.id} as a on a.file_id = selected.best_file_id and a.source_row = selected.best_source_row
     join staged.${source.id} as b on b.file_id = selected.file_id and b.source_row = selected.source_row
     join file as file_a on file_a.file_id = a.file_id
     join file as file_b on file_b.file_id = b.file_id
     cross join unnest([${numbers.map(cellsDiffer).join(", ")}]) as t(difference)
     where selected.source = ${quote(source.id)} and selected.decision = 'second row' and difference is not null
       and (selected.file_id <> selected.best_file_id or selected.urn = selected.best_urn or coalesce(selected.pupils, 0) > 0)
     order by same_extent desc, selected.school_id, selected.academic_year`
  );
  const clash = found.find(({same_extent}) => same_extent);
  if (clash) throw refuseDifference(source, clash);
  return found.map((d) => ({
    source: source.id,
    school: String(d.school_id),
    year: formatAcademicYear(d.academic_year),
    column: d.column,
    selected: d.a,
    left: d.b,
    selected_from: `${d.file_a}, row ${d.row_a}`,
    left_in: `${d.file_b}, row ${d.row_b}`
  }));
}

/** Two cells differ if both say something and not the same; what a file leaves out or leaves blank says nothing. */
function cellsDiffer(name: string): string {
  const cell = quoteName(name);
  const missing = quoteName(`${name}_missing`);
  const silent = (side: string) =>
    `${side}.${missing} in ('not_in_file', 'not_in_years_table', 'blank', 'row_ends_early')`;
  const says = (side: string) => `coalesce(${side}.${cell}::varchar, ${side}.${missing}::varchar)`;
  return `case when (a.${cell} is distinct from b.${cell} or a.${missing} is distinct from b.${missing})
      and coalesce(not (${silent("a")}), true) and coalesce(not (${silent("b")}), true)
    then struct_pack("column" := ${quote(name)}, a := ${says("a")}, b := ${says("b")}) end`;
}

function refuseDifference(
  {columns}: Source,
  {column, a, b, file_a, file_b, row_a, row_b, academic_year}: Difference
): PublishedFileError {
  const where = {file: file_b, row: row_b, column: listNames(columns[column], academic_year).join(" or ") || column};
  const year = formatAcademicYear(academic_year);
  if (file_a === file_b)
    return new PublishedFileError(`says ${b}, but row ${row_a} says ${a} of the same school in ${year}`, {
      ...where,
      fix: "one of the two rows was added or changed: download the file again, or look the school up where it was published, and take the wrong row away"
    });
  return new PublishedFileError(
    `says ${b}, but ${file_a}, row ${row_a}, says ${a} of the same school in ${year}, and neither file is the more complete`,
    {
      ...where,
      fix: "take away the file that is out of date, or name its stage (provisional, revised, final) in its name"
    }
  );
}

/** How many schools an earlier stage holds that the later one has not: left out. */
export const earlierStageOnly = (warehouse: Warehouse): Promise<RunFile["earlier_stage"]> =>
  rows(
    warehouse,
    `select source, (academic_year - 1) || '/' || lpad((academic_year % 100)::varchar, 2, '0') as year, stage,
       count(distinct school_id)::integer as schools
     from selected where decision = 'only in an earlier stage' group by all order by all`
  );
