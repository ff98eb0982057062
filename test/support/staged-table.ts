import type {Source} from "../../src/published-files/source.ts";
import {quote, quoteName, type Warehouse} from "../../pipelines/warehouse.ts";

/** A published cell: a number, the reason there is none, or nothing to say. */
type Cell = number | string | null;

/** Some number columns of a source: enough of it for the rows below. */
export const only = (source: Source, ...numbers: string[]): Source => ({
  ...source,
  columns: Object.fromEntries(
    Object.entries(source.columns).filter(([name, {is}]) => is !== "number" || numbers.includes(name))
  )
});

/**
 * Makes staged.<source> out of invented rows, as if read from one file: text
 * columns as given, number columns as numbers, or as the reason given in their place.
 */
export async function stageRows(warehouse: Warehouse, source: Source, rows: Record<string, Cell>[]): Promise<void> {
  const numbers = Object.keys(source.columns).filter((name) => source.columns[name].is === "number");
  const texts = Object.keys({...rows[0]}).filter((name) => !numbers.includes(name) && name !== "academic_year");
  const select = rows.map((row, i) => {
    const cells = numbers.flatMap((name) => {
      const cell = row[name] ?? "blank";
      const as = quoteName(name);
      return typeof cell === "number"
        ? [`${cell}::double as ${as}`, `null::reason_id as ${quoteName(`${name}_missing`)}`]
        : [`null::double as ${as}`, `${quote(cell)}::reason_id as ${quoteName(`${name}_missing`)}`];
    });
    const words = texts.map((name) => `${row[name] == null ? "null" : quote(String(row[name]))}::varchar as ${name}`);
    return `select 1::smallint as file_id, ${i + 2} as source_row, ${row.academic_year ?? 2017}::smallint as academic_year, ${[...words, ...cells].join(", ")}`;
  });
  await warehouse.run(`create or replace table staged.${source.id} as ${select.join("\nunion all by name\n")}`);
  await warehouse.run(
    `create or replace table file as select 1::smallint as file_id, 'invented.csv' as file, ${quote(source.id)} as source`
  );
}
