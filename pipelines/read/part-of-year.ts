import {StrangeFileError} from "../../src/library/errors.ts";
import type {Source} from "../../src/published-files/source.ts";

const PERIOD = "time_identifier";

/**
 * Refuses a file of a part of the year where the dataset is one of whole years:
 * two terms have the same columns as a year, and other numbers.
 *
 * Throws a StrangeFileError that names the row and what it is of.
 */
export function refusePartOfYear(
  rows: readonly (readonly string[])[],
  {file, header, header_row, source}: {file: string; header: readonly string[]; header_row: number; source: Source}
): void {
  const place = header.findIndex((name) => name.trim().toLowerCase() === PERIOD);
  if (!source.whole_years || place < 0) return;
  const row = rows.findIndex((cells) => cells[place] !== undefined && !isWholeYear(cells[place]));
  if (row < 0) return;
  throw new StrangeFileError(`it is of ${rows[row][place].trim().toLowerCase()}, which is no whole year`, {
    file,
    row: header_row + row + 1,
    column: header[place],
    fix: "take the file of the release of the full year; “View all releases” on the publication’s page lists it"
  });
}

const isWholeYear = (text: string): boolean => /^(academic year)?$/i.test(text.trim());
