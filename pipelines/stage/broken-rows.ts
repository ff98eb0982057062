import {StrangeFileError} from "../../src/library/errors.ts";
import type {PublishedFile} from "../read/published-file.ts";
import type {FoundColumns} from "../read/raw.ts";
import {quoteName, rows, type Warehouse} from "../warehouse.ts";

/** Rows that are no school’s and no total may be this share of a file, besides those at its end; with more it is not the file it seems to be. */
const MOST = 0.1;

/**
 * Leaves out the last row of a file whose last line has no end, where it is shorter than others, or where the national
 * rows that should follow it are not there: it may stop within a number. Returns what to say of it.
 */
export async function leaveOutCutRow(
  warehouse: Warehouse,
  id: number,
  {file, source, ends_open, header_row}: PublishedFile
): Promise<string[]> {
  if (!ends_open) return [];
  const [last] = await rows<{before: number; is_short: boolean; level: string | null; has_nation: boolean}>(
    warehouse,
    `select raw.rowid::integer as before, not raw.is_whole and (select bool_or(is_whole) from raw) as is_short, level,
       (select coalesce(bool_or(level = 'national'), false) from staged.${source.id} where file_id = ${id}) as has_nation
     from raw join staged.${source.id} as staged on file_id = ${id} and source_row = raw.rowid + 1 + ${header_row}
     order by raw.rowid desc limit 1`
  );
  if (!last || ["national", "region", "local_authority"].includes(last.level ?? "")) return [];
  const lacksNation = source.national_rows === true && !last.has_nation;
  if (!last.is_short && !lacksNation) return [];
  const row = last.before + 1 + header_row;
  await deleteRows(warehouse, {id, source: source.id, header_row}, [row]);
  return [
    `${file}, row ${row}: the last row ${last.is_short ? "ends early" : "has no line end, and no national rows follow it"}: the file is cut off, and the row was left out`
  ];
}

/**
 * Leaves out rows that are neither a school’s nor a total of an authority, a region or the nation, and school rows without
 * their keys. Returns what to say of them. Throws a StrangeFileError if there are too many but for those at the end.
 */
export async function leaveOutBrokenRows(
  warehouse: Warehouse,
  id: number,
  {file, source, header, header_row}: PublishedFile,
  {positions}: FoundColumns
): Promise<string[]> {
  await refuseExchangedNumbers(warehouse, id, {file, source, header}, positions);
  const keys = Object.entries(source.columns)
    .filter(([, {is}]) => is === "key")
    .map(([name]) => name);
  const incomplete = keys.map((k) => `${quoteName(k)} is null`).join(" or ") || "false";
  const isBroken = `level is null or level in ('school', 'group') and (${incomplete})`;
  const [count] = await rows<{all: number; broken: number; last_good: number | null}>(
    warehouse,
    `select count(*)::integer as "all", count(*) filter (${isBroken})::integer as broken,
       max(source_row) filter (not coalesce(${isBroken}, false))::integer as last_good
     from staged.${source.id} where file_id = ${id}`
  );
  if (!count || count.broken === 0) return [];
  const broken = await rows<{row: number} & Record<string, unknown>>(
    warehouse,
    `select source_row as "row", ${keys.map(quoteName).join(", ")} from staged.${source.id}
     where file_id = ${id} and (${isBroken}) order by source_row`
  );
  const first = broken[0];
  const lacking = keys.filter((k) => first[k] === null);
  const why = lacking.length
    ? `the row has no readable ${lacking.join(" nor ")}, so it is neither a school’s row nor a total`
    : "the row is neither a school’s row nor a total of an authority, a region or the nation";
  const scraps = await scrapsBelow(warehouse, count.last_good, {header_row, columns: [...positions.keys()]});
  const within = broken.filter(({row}) => !scraps.has(row)).length;
  const place = {file, row: first.row, column: lacking[0] ? header[positions.get(lacking[0])!] : null};
  if (within > MOST * count.all)
    throw new StrangeFileError(why, {...place, fix: "the file may be cut off or edited: download it again"});
  await deleteRows(
    warehouse,
    {id, source: source.id, header_row},
    broken.map(({row}) => row)
  );
  const where = [file, `row ${first.row}`, place.column && `column ${place.column}`].filter(Boolean).join(", ");
  const others = broken.length > 1 ? ` (so are ${broken.length - 1} more)` : "";
  const end = within === 0 ? "; it is at the end: the file may be cut off, or notes stand below the table" : "";
  return [`${where}: ${why}${others}: left out${end}`];
}

/** An authority has three digits and an establishment four: where most rows have them the other way round, no school can be known by its LAESTAB. */
async function refuseExchangedNumbers(
  warehouse: Warehouse,
  id: number,
  {file, source, header}: Pick<PublishedFile, "file" | "source" | "header">,
  positions: ReadonlyMap<string, number>
): Promise<void> {
  if (!positions.has("la_code") || !positions.has("estab")) return;
  const [found] = await rows<{schools: number; exchanged: number; row: number | null; cell: string | null}>(
    warehouse,
    `select count(*)::integer as schools, (count(*) filter (is_exchanged))::integer as exchanged,
       (min(source_row) filter (is_exchanged))::integer as "row", arg_min(la_code, (source_row, la_code)) filter (is_exchanged) as cell
     from (select *, regexp_full_match(la_code, '[0-9]{4}') and regexp_full_match(estab, '[0-9]{3}') as is_exchanged
       from staged.${source.id} where file_id = ${id} and estab is not null and la_code is not null)`
  );
  if (found.row === null || 2 * found.exchanged < found.schools) return;
  const [authority, establishment] = ["la_code", "estab"].map((name) => header[positions.get(name)!]);
  throw new StrangeFileError(
    `“${found.cell}” is no authority, which has three digits; so it is in ${found.exchanged.toLocaleString("en-GB")} of ${found.schools.toLocaleString("en-GB")} rows: the columns ${authority} and ${establishment} have changed places`,
    {file, row: found.row, column: authority, fix: "download the file again"}
  );
}

/** Rows below the last that is good, which end early or have a cell or two: what a cut, or a note below the table, leaves. */
async function scrapsBelow(
  warehouse: Warehouse,
  last_good: number | null,
  {header_row, columns}: {header_row: number; columns: readonly string[]}
): Promise<Set<number>> {
  if (last_good === null) return new Set();
  const filled = columns.map((name) => `(coalesce(trim(${quoteName(name)}), '') <> '')::integer`).join(" + ");
  const found = await rows<{row: number}>(
    warehouse,
    `select (rowid + 1 + ${header_row})::integer as "row" from raw
     where rowid + 1 + ${header_row} > ${last_good} and (not is_whole or ${filled} <= 2)`
  );
  return new Set(found.map(({row}) => row));
}

/** Takes rows out of the staged table of a file, and out of raw, by their numbers in the file. */
export async function deleteRows(
  warehouse: Warehouse,
  {id, source, header_row}: {id: number; source: string; header_row: number},
  source_rows: readonly number[]
): Promise<void> {
  const list = source_rows.join(", ");
  await warehouse.run(`delete from staged.${source} where file_id = ${id} and source_row in (${list})`);
  await warehouse.run(`delete from raw where rowid + 1 + ${header_row} in (${list})`);
}
