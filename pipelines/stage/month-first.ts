import type {PublishedFile} from "../read/published-file.ts";
import type {FoundColumns} from "../read/raw.ts";
import {quoteName, rows, type Warehouse} from "../warehouse.ts";

/** Of days that people choose so many fall on the second to the twelfth of January in no real file. */
const SHARE = 0.5;
const FEWEST = 5;

/**
 * What to say of columns of days most of which are early in January: schools join and open on the first of a month, and
 * a spreadsheet that writes the month first makes that a day of January. They are taken as they stand.
 */
export async function findMonthFirst(
  warehouse: Warehouse,
  id: number,
  {source, file, header}: PublishedFile,
  {positions}: Pick<FoundColumns, "positions">
): Promise<string[]> {
  const warnings: string[] = [];
  for (const [name, {is}] of Object.entries(source.columns)) {
    const place = positions.get(name);
    if (is !== "date" || place === undefined) continue;
    const day = quoteName(name);
    const [found] = await rows<{all: number; early: number; first: number | null; shown: string | null}>(
      warehouse,
      `select count(${day})::integer as "all", count(*) filter (is_early)::integer as early, min(source_row) filter (is_early)::integer as first,
         arg_min(strftime(${day}, '%d/%m/%Y'), (source_row, ${day})) filter (is_early) as shown
       from (select *, month(${day}) = 1 and day(${day}) between 2 and 12 as is_early from staged.${source.id} where file_id = ${id})`
    );
    if (found.early < FEWEST || found.early < SHARE * found.all) continue;
    warnings.push(
      `${file}, row ${found.first}, column ${header[place]}: ${found.early} of ${found.all} days are early in January, as ${found.shown} is: days and months may have changed places in a spreadsheet; download the file again`
    );
  }
  return warnings;
}
