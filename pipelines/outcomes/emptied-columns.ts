import {formatAcademicYear} from "../../src/vocabulary/academic-year.ts";
import {measures} from "../../src/vocabulary/measures.ts";
import {rows, type Warehouse} from "../warehouse.ts";

/** Schools from which on an outcome that none has a figure of is strange; of fewer, all may be without one. */
const LEAST = 20;

interface Emptied {
  file: string;
  measure: string;
  year: number;
  schools: number;
}

/**
 * What to say of an outcome that a file has a column for and no figure of any school in a year, most cells being empty:
 * no real file at hand has one. The reason of every school stays that the cell is blank.
 */
export async function findEmptiedColumns(warehouse: Warehouse): Promise<string[]> {
  const found = await rows<Emptied>(
    warehouse,
    `select file, measure, academic_year::integer as year, count(*)::integer as schools
     from outcome join (select file_id, file from file) as file using (file_id)
     group by all
     having count(value) = 0 and schools >= ${LEAST} and 2 * count(*) filter (missing in ('blank', 'row_ends_early')) > schools
     order by all`
  );
  return found.map(
    ({file, measure, year, schools}) =>
      `${file}: none of ${schools.toLocaleString("en-GB")} schools has a figure for “${measures[measure].label}” in ${formatAcademicYear(year)}, and most of its cells are empty: the column was emptied, and the year is lost for this outcome; download the file again`
  );
}
