import {formatAcademicYear} from "../../src/vocabulary/academic-year.ts";
import {StrangeFileError} from "../../src/library/errors.ts";
import type {PublishedFile} from "../read/published-file.ts";
import type {FoundColumns} from "../read/raw.ts";
import {rows, type Warehouse} from "../warehouse.ts";
import {deleteRows} from "./broken-rows.ts";

/** The year in which results by school began, as files of one year have it by their names. */
const FIRST_YEAR = 1992;

/**
 * Leaves out rows of files with years inside that are of a year still to come, before anything was published, or never
 * published by school, and returns what to say of them. Throws a StrangeFileError where all rows are.
 */
export async function leaveOutYearsNever(
  warehouse: Warehouse,
  id: number,
  {source, file, header, header_row}: PublishedFile,
  {positions}: Pick<FoundColumns, "positions">
): Promise<string[]> {
  if (source.dated !== "in_file") return [];
  const never = source.years.not_published ?? [];
  const found = await rows<{row: number; year: number; all: number; is_next: boolean}>(
    warehouse,
    `with dated as (select source_row, academic_year, count(*) over () as n from staged.${source.id} where file_id = ${id})
     select source_row::integer as "row", academic_year::integer as year, n::integer as "all", academic_year > year(current_date) as is_next from dated
     where academic_year > year(current_date) + 1 or academic_year < ${FIRST_YEAR} ${never.length ? `or academic_year in (${never.join(", ")})` : ""}
     order by source_row`
  );
  if (!found.length) return [];
  const [{row, year, all, is_next}] = found;
  const when = is_next ? "is still to come" : never.includes(year) ? "was never published by school" : "was before all";
  const place = {file, row, column: header[positions.get("academic_year") ?? -1] ?? null};
  const problem = `says ${formatAcademicYear(year)}, which of “${source.title}” ${when}`;
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
