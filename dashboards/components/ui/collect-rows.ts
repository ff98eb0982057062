import type {LightColumn, LightColumns} from "./release.js";

/** A row for each place of columns of equal length, as `listColumns` has them. */
export function collectRows<Row extends object>(file: {columns: LightColumns<Row>}): Row[] {
  const entries = Object.entries<readonly unknown[]>(listColumns(file));
  const length = entries[0]?.[1].length ?? 0;
  return Array.from({length}, (_, i) => {
    const row: Record<string, unknown> = {};
    for (const [name, values] of entries) row[name] = values[i];
    return row as Row;
  });
}

/**
 * The values of columns of equal length, whether they hold values or codes of values: how the tables of a whole country
 * travel lightly. Throws where a column is shorter or longer than the first.
 */
export function listColumns<Row extends object>({columns}: {columns: LightColumns<Row>}): ListedColumns<Row> {
  const entries = Object.entries<LightColumn<unknown>>(columns).map(
    ([name, column]) => [name, listValues(column)] as const
  );
  const length = entries[0]?.[1].length ?? 0;
  const uneven = entries.find(([, values]) => values.length !== length);
  if (uneven !== undefined) throw new Error(`column ${uneven[0]} does not have ${length} rows`);
  return Object.fromEntries(entries) as unknown as ListedColumns<Row>;
}

/** By name the values of a column, a place a row. */
export type ListedColumns<Row> = {readonly [Name in keyof Row]: readonly Row[Name][]};

const listValues = <Value>(column: LightColumn<Value>): readonly Value[] =>
  "codes" in column ? column.codes.map((code) => column.values[code]) : column;
