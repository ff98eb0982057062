/**
 * A row for each place of columns of equal length: how the tables of a whole country travel lightly. Throws where a
 * column is shorter or longer than the first.
 */
export function rowsOf<Row extends object>({columns}: {columns: {[Name in keyof Row]: Row[Name][]}}): Row[] {
  const entries = Object.entries(columns) as [string, unknown[]][];
  const length = entries[0]?.[1].length ?? 0;
  const uneven = entries.find(([, values]) => values.length !== length);
  if (uneven !== undefined) throw new Error(`column ${uneven[0]} does not have ${length} rows`);
  return Array.from({length}, (_, i) => Object.fromEntries(entries.map(([name, values]) => [name, values[i]])) as Row);
}
