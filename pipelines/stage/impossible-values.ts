import {possibleFigures, sentinels, type Possible} from "../../src/published-files/possible-values.ts";
import {isIdentifier, type Source} from "../../src/published-files/source.ts";
import type {PublishedFile} from "../read/published-file.ts";
import type {FoundColumns} from "../read/raw.ts";
import {quote, quoteName, rows, type Warehouse} from "../warehouse.ts";
import {takeAway} from "./take-away.ts";

/** A mean of schools and the nation’s printed figure are so far apart only if one of them is in another unit. */
const SCALED = {least: 30, most: 300, schools: 5};

/**
 * Takes away figures of schools that cannot be, such as 350 %, 9999 or a negative count, and columns that are a hundred
 * times, or a hundredth of, the total printed with them; the reason for each is `impossible`. Returns what to say of
 * them, with file, row and column, and what they might be.
 */
export async function leaveOutImpossible(
  warehouse: Warehouse,
  id: number,
  published: PublishedFile,
  {positions}: FoundColumns
): Promise<string[]> {
  const {source, file, header, header_row} = published;
  const checked = Object.entries(source.columns).flatMap(([name, column]) => {
    if (column.is !== "number" || !positions.has(name)) return [];
    return [{name, possible: possibleFigures(name, column, source.codes), column: header[positions.get(name)!]}];
  });
  if (!checked.length) return leaveOutImpossibleDates(warehouse, id, published, positions);
  const warnings = await leaveOutScaled(warehouse, id, published, checked);
  const table = `staged.${source.id}`;
  const [counts] = await rows<Record<string, number>>(
    warehouse,
    `select ${checked.map(({name, possible}) => `count(*) filter (${isImpossible(name, possible)})::integer as ${quoteName(name)}`).join(", ")}
     from ${table} where file_id = ${id} and level = 'school'`
  );
  for (const {name, possible, column} of checked.filter(({name}) => counts[name] > 0)) {
    const n = counts[name];
    const [first] = await rows<{row: number; value: number; cell: string}>(
      warehouse,
      `select source_row as "row", staged.${quoteName(name)} as value, raw.${quoteName(name)} as cell
       from ${table} as staged join raw on raw.rowid + 1 + ${header_row} = source_row
       where file_id = ${id} and level = 'school' and ${isImpossible(`staged.${name}`, possible)} order by source_row limit 1`
    );
    await takeAway(
      warehouse,
      table,
      [name],
      `file_id = ${id} and level = 'school' and ${isImpossible(name, possible)}`
    );
    const others = n > 1 ? ` (and ${(n - 1).toLocaleString("en-GB")} more)` : "";
    warnings.push(
      `${file}, row ${first.row}, column ${column}: “${first.cell.trim()}” cannot be${others}: ${mightBe(first, possible)}; not taken`
    );
  }
  return [
    ...warnings,
    ...(await leaveOutTooMany(warehouse, id, published, positions)),
    ...(await leaveOutImpossibleDates(warehouse, id, published, positions))
  ];
}

/** Schools of fewer pupils may have few of them for a short time each, as may those for pupils who were excluded elsewhere. */
const FEWEST = 30;

/** Figures that are many times the pupils there are, and are not taken, or too little for them, and neither is taken. */
async function leaveOutTooMany(
  warehouse: Warehouse,
  id: number,
  {source, file, header}: PublishedFile,
  positions: ReadonlyMap<string, number>
): Promise<string[]> {
  const warnings: string[] = [];
  const table = `staged.${source.id}`;
  const limits = Object.entries(source.columns).flatMap(([name, {not_above, not_below}]) => [
    ...(not_above ? [{name, ...not_above, sign: ">"}] : []),
    ...(not_below ? [{name, ...not_below, sign: "<"}] : [])
  ]);
  for (const {name, times, of, sign} of limits) {
    if (!positions.has(name) || !positions.has(of)) continue;
    const where = `file_id = ${id} and level = 'school' and school_phase in ('primary', 'secondary') and ${quoteName(of)} >= ${FEWEST}
      and ${quoteName(name)} ${sign} ${times} * ${quoteName(of)}`;
    const found = await rows<{row: number; value: number; whole: number}>(
      warehouse,
      `select source_row as "row", ${quoteName(name)} as value, ${quoteName(of)} as whole from ${table} where ${where} order by source_row`
    );
    if (!found.length) continue;
    await takeAway(warehouse, table, sign === "<" ? [name, of] : [name], where);
    const others = found.length > 1 ? ` (and ${found.length - 1} more)` : "";
    const {row, value, whole} = found[0];
    warnings.push(
      `${file}, row ${row}, column ${header[positions.get(name)!]}: ${value.toLocaleString("en-GB")} cannot be, of ${whole.toLocaleString("en-GB")} pupils${others}; ${sign === "<" ? "neither is taken" : "not taken"}`
    );
  }
  return warnings;
}

const isImpossible = (name: string, {least, most, sentinels: none}: Possible): string => {
  const column = name.includes(".") ? name : quoteName(name);
  return [
    `${column} < ${least}`,
    `${column} > ${most}`,
    ...(none ? [`${column} in (${sentinels.join(", ")})`] : [])
  ].join(" or ");
};

function mightBe({value, cell}: {value: number; cell: string}, {least, most}: Possible): string {
  if (sentinels.includes(value)) return "it may stand for no figure";
  if (/^\s*-?\d{1,3},\d{3}\s*%?\s*$/.test(cell)) return "it may be a decimal comma taken for the mark of a thousand";
  if (value < least) return least === 0 ? "no such figure is negative" : `no such figure is below ${least}`;
  const factor = [10, 100, 1000].find((by) => value / by <= most);
  return `no such figure is above ${most}${factor ? `; it may be ${factor} times what was printed` : ""}`;
}

/** Columns in another unit than the totals printed with them. */
async function leaveOutScaled(
  warehouse: Warehouse,
  id: number,
  {source, file}: PublishedFile,
  checked: readonly {name: string; column: string}[]
): Promise<string[]> {
  const means = checked.filter(({name}) => {
    const {total} = source.columns[name];
    return total !== "sum" && (total !== undefined || name.endsWith("_pct"));
  });
  if (!means.length) return [];
  const table = `staged.${source.id}`;
  const [found] = await rows<Record<string, {schools: number | null; nation: number | null; n: number}>>(
    warehouse,
    `select ${means
      .map(
        ({name}) => `struct_pack(
          schools := (median(abs(${quoteName(name)})) filter (level = 'school' and ${quoteName(name)} <> 0))::double,
          nation := (avg(exact(abs(${quoteName(name)}))) filter (level in ('national', 'local_authority')))::double,
          n := (count(*) filter (level = 'school' and ${quoteName(name)} <> 0))::integer) as ${quoteName(name)}`
      )
      .join(", ")} from ${table} where file_id = ${id}`
  );
  const warnings: string[] = [];
  for (const {name, column} of means) {
    const {schools, nation, n} = found[name];
    if (n < SCALED.schools || !schools || !nation || nation < 0.5) continue;
    const ratio = schools / nation;
    const by = Math.max(ratio, 1 / ratio);
    if (by < SCALED.least || by > SCALED.most) continue;
    await takeAway(warehouse, table, [name], `file_id = ${id} and level = 'school'`);
    warnings.push(
      `${file}, column ${column}: the schools’ figures (half of them below ${format(schools)}) are about ${ratio > 1 ? "100 times" : "a hundredth of"} the totals printed with them (${format(nation)}): the column was scaled; not taken`
    );
  }
  return warnings;
}

const format = (x: number): string => String(Number(x.toPrecision(3)));

/** Dates before any school, or years ahead, with what to say of them. Two digits of a year, and slips of a key, make them. */
async function leaveOutImpossibleDates(
  warehouse: Warehouse,
  id: number,
  {source, file, header, snapshot}: PublishedFile,
  positions: ReadonlyMap<string, number>
): Promise<string[]> {
  const warnings: string[] = [];
  const table = `staged.${source.id}`;
  // An extract knows a year ahead at most who is to join, or to close.
  const last = snapshot === null ? "current_date + interval 10 year" : `date ${quote(snapshot)} + interval 1 year`;
  for (const [name, {is}] of Object.entries(source.columns)) {
    if (is !== "date" || !positions.has(name)) continue;
    const first = /join|left|inspection|census|changed/.test(name) ? "1900-01-01" : "1100-01-01";
    const where = `file_id = ${id} and (${quoteName(name)} < date '${first}' or ${quoteName(name)} > ${last})`;
    const found = await rows<{row: number; day: string}>(
      warehouse,
      `select source_row as "row", ${quoteName(name)}::varchar as day from ${table} where ${where} order by source_row`
    );
    if (!found.length) continue;
    await warehouse.run(`update ${table} set ${quoteName(name)} = null where ${where}`);
    const others = found.length > 1 ? ` (and ${found.length - 1} more)` : "";
    warnings.push(
      `${file}, row ${found[0].row}, column ${header[positions.get(name)!]}: the day ${found[0].day} cannot be${others}; not taken`
    );
  }
  return [...warnings, ...(await leaveOutDatesOutOfOrder(warehouse, id, {source, file, header}, positions))];
}

/** Days of leaving before the day of joining: which of the two is wrong is not said, so neither is taken. */
async function leaveOutDatesOutOfOrder(
  warehouse: Warehouse,
  id: number,
  {source, file, header}: Pick<PublishedFile, "source" | "file" | "header">,
  positions: ReadonlyMap<string, number>
): Promise<string[]> {
  const warnings: string[] = [];
  const table = `staged.${source.id}`;
  for (const [name, {not_before: first}] of Object.entries(source.columns)) {
    if (first === undefined || !positions.has(name) || !positions.has(first)) continue;
    const where = `file_id = ${id} and ${quoteName(name)} < ${quoteName(first)}`;
    const found = await rows<{row: number; day: string; before: string}>(
      warehouse,
      `select source_row as "row", ${quoteName(name)}::varchar as day, ${quoteName(first)}::varchar as before from ${table} where ${where} order by source_row`
    );
    if (!found.length) continue;
    await warehouse.run(`update ${table} set ${quoteName(name)} = null, ${quoteName(first)} = null where ${where}`);
    const others = found.length > 1 ? ` (and ${found.length - 1} more)` : "";
    warnings.push(
      `${file}, row ${found[0].row}, column ${header[positions.get(name)!]}: the day ${found[0].day} is before ${found[0].before}, in column ${header[positions.get(first)!]}${others}; neither is taken`
    );
  }
  return warnings;
}

/** Percentages of a workbook that stand as fractions of one: all of them do, or none. */
export async function findFractions(
  warehouse: Warehouse,
  {columns}: Source,
  positions: ReadonlyMap<string, number>
): Promise<string[]> {
  const names = Object.keys(columns).filter((name) => name.endsWith("_pct") && positions.has(name));
  if (!names.length) return [];
  const [most] = await rows<Record<string, number | null>>(
    warehouse,
    `select ${names.map((name) => `max(case when contains(${quoteName(name)}, '%') then 100 else abs(published_number(${quoteName(name)})) end) as ${quoteName(name)}`).join(", ")} from raw`
  );
  const found = names.flatMap((name) => most[name] ?? []);
  return found.some((value) => value > 0) && found.every((value) => value <= 1) ? names : [];
}

/** Says of identifiers written as 100001.0 that a program took them for numbers; they are read without the .0. */
export async function warnOfSpreadsheetNumbers(
  warehouse: Warehouse,
  {file, source, header}: PublishedFile,
  {positions}: FoundColumns
): Promise<string[]> {
  const names = Object.keys(source.columns).filter((name) => isIdentifier(name) && positions.has(name));
  if (!names.length) return [];
  const [counts] = await rows<Record<string, number>>(
    warehouse,
    `select ${names.map((name) => `count(*) filter (regexp_full_match(trim(${quoteName(name)}), '[0-9]+\\.0+'))::integer as ${quoteName(name)}`).join(", ")} from raw`
  );
  const reported = names.filter((name) => counts[name] > 0).map((name) => header[positions.get(name)!]);
  return reported.length
    ? [
        `${file}: ${reported.join(", ")} written as 100001.0, as a program does that takes them for numbers: read without the .0`
      ]
    : [];
}
