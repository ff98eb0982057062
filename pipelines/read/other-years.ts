import {StrangeFileError} from "../../src/library/errors.ts";
import type {Source} from "../../src/published-files/source.ts";
import {formatAcademicYear, type AcademicYear} from "../../src/vocabulary/academic-year.ts";

const YEAR_COLUMN = /^(academic[ _-]?)?year$|^time_period$|^school[ _-]?year$/i;

/**
 * Refuses a table of one year by its name that says of its rows that they are of others: years that somebody stacked,
 * or a file of another year in the folder of this one. A year may be written by its end, its start, or both.
 *
 * Throws a StrangeFileError that names the row and what it says.
 */
export function refuseOtherYears(
  rows: readonly (readonly string[])[],
  {
    file,
    header,
    header_row,
    source,
    year
  }: {file: string; header: readonly string[]; header_row: number; source: Source; year: AcademicYear | null}
): void {
  const place = header.findIndex((name) => YEAR_COLUMN.test(name.trim()));
  if (source.dated !== "academic_year" || year === null || place < 0) return;
  const said = rows.map((cells) => readYears((cells[place] ?? "").trim()));
  const row = said.findIndex((years) => years !== null && !years.includes(year));
  if (row < 0) return;
  throw new StrangeFileError(
    `says “${rows[row][place].trim()}”, and the file is of ${formatAcademicYear(year)} by its name or folder`,
    {
      file,
      row: header_row + row + 1,
      column: header[place],
      fix: "put each year’s file there as downloaded, under its own year"
    }
  );
}

/** The academic years that a cell may stand for; null if it is no year. */
function readYears(text: string): AcademicYear[] | null {
  const [, start, end] = /^((?:19|20)\d\d)(?:[-/_ ]?((?:19|20)?\d\d))?(?:\.0)?$/.exec(text) ?? [];
  if (start === undefined) return null;
  const first = Number(start);
  if (end === undefined) return [first, first + 1];
  return String(first + 1).endsWith(end) ? [first + 1] : null;
}
