/** A row for each place of columns of equal length: how the tables of a whole country travel lightly. */
export function rowsOf<Row extends object>({columns}: {columns: {[Name in keyof Row]: Row[Name][]}}): Row[] {
  const entries = Object.entries(columns) as [string, unknown[]][];
  const length = Math.max(0, ...entries.map(([, values]) => values.length));
  return Array.from({length}, (_, i) => Object.fromEntries(entries.map(([name, values]) => [name, values[i]])) as Row);
}
