import {formatAcademicYear} from "../../src/vocabulary/academic-year.ts";
import {StrangeFileError} from "../../src/library/errors.ts";
import {whyNever} from "../../src/published-files/placed-in-time.ts";
import type {PublishedFile} from "../read/published-file.ts";
import type {FoundColumns} from "../read/raw.ts";
import {rows, type Warehouse} from "../warehouse.ts";
import {deleteRows} from "./broken-rows.ts";

/**
 * Leaves out rows of files with years inside that are of a year still to come, before anything was published, never
 * published by school, or after a dataset ended, and returns what to say of them. Throws a StrangeFileError where all rows are.
 */
export async function leaveOutYearsNever(
  warehouse: Warehouse,
  id: number,
  {source, file, header, header_row}: PublishedFile,
  {positions}: Pick<FoundColumns, "positions">
): Promise<string[]> {
  if (source.dated !== "in_file") return [];
  const held = await rows<{year: number; newest: number}>(
    warehouse,
    `select distinct academic_year::integer as year, year(current_date)::integer + 1 as newest
     from staged.${source.id} where file_id = ${id} and academic_year is not null`
  );
  const never = new Map(held.map(({year, newest}) => [year, whyNever(source.years, year, newest)]));
  const years = [...never].flatMap(([year, why]) => (why === null ? [] : [year]));
  if (!years.length) return [];
  const found = await rows<{row: number; year: number; all: number}>(
    warehouse,
    `with dated as (select source_row, academic_year, count(*) over () as n from staged.${source.id} where file_id = ${id})
     select source_row::integer as "row", academic_year::integer as year, n::integer as "all" from dated
     where academic_year in (${years.join(", ")}) order by source_row`
  );
  const [{row, year, all}] = found;
  const place = {file, row, column: header[positions.get("academic_year") ?? -1] ?? null};
  const problem = `says ${formatAcademicYear(year)}, which of “${source.title}” ${never.get(year)}`;
  if (found.length === all)
    throw new StrangeFileError(`${problem}, as do all its rows`, {
      ...place,
      fix: "the years were shifted or mistyped: download the file again"
    });
  await deleteRows(
    warehouse,
    {id, source: source.id, header_row},
    found.map((one) => one.row)
  );
  const where = [file, `row ${row}`, place.column && `column ${place.column}`].filter(Boolean).join(", ");
  const others = found.length > 1 ? ` (and ${found.length - 1} more rows)` : "";
  return [`${where}: ${problem}${others}: left out`];
}
