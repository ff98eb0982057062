import type {PublishedFile} from "../read/published-file.ts";
import type {FoundColumns} from "../read/raw.ts";
import {quoteName, rows, type Warehouse} from "../warehouse.ts";
import {takeAway} from "./take-away.ts";

/** Among so many schools that have two or fewer, some have one or two: one in fourteen in every real file at hand, or more. */
const FEW = 200;

/**
 * Takes away counts of which small ones are published as a code, where a file has no such code, or prints such a count:
 * the codes were replaced, by 0 as a rule, and which zeros are none the file does not say. So with the rates worked out
 * from them. The reason for each is `impossible`. Returns what to say of them, with file, row and columns.
 */
export async function leaveOutLostCodes(
  warehouse: Warehouse,
  id: number,
  {source, file, header}: PublishedFile,
  {positions}: FoundColumns
): Promise<string[]> {
  const warnings: string[] = [];
  const ofFile = `file_id = ${id} and level = 'school'`;
  for (const [name, {coded}] of Object.entries(source.columns)) {
    if (!coded || !positions.has(name)) continue;
    const [own, missing] = [quoteName(name), quoteName(`${name}_missing`)];
    const [found] = await rows<{none: number; hidden: number; printed: number; row: number | null}>(
      warehouse,
      `select count(*) filter (${own} = 0)::integer as none, count(*) filter (${missing} = 'small_count')::integer as hidden,
         count(*) filter (${own} in (${coded.counts.join(", ")}))::integer as printed,
         min(source_row) filter (${own} in (0, ${coded.counts.join(", ")}))::integer as "row"
       from staged.${source.id} where ${ofFile}`
    );
    const {none, hidden, printed, row} = found;
    if (hidden > 0 || none + printed < FEW) continue;
    const both = [name, ...(positions.has(coded.with) ? [coded.with] : [])];
    await takeAway(warehouse, `staged.${source.id}`, both, ofFile);
    const columns = both.map((one) => header[positions.get(one)!]).join(" and ");
    warnings.push(
      `${file}, row ${row}, column ${columns}: a code stands for ${coded.counts.join(" and ")} where this is published, and no school of the file has one: codes were replaced, and which figures are none is not known; no such figure is taken; download the file again`
    );
  }
  return warnings;
}
