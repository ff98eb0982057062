import type {LightColumn, LightColumns} from "./result-index.ts";

/** Columns as pages take them: text that comes again as its place among the texts there are; all else as it is. */
export const lightColumns = <Row extends object>(columns: Columns<Row>): LightColumns<Row> =>
  Object.fromEntries(
    Object.entries<readonly unknown[]>(columns).map(([name, column]) => [name, lightColumn(column)])
  ) as LightColumns<Row>;

function lightColumn(column: readonly unknown[]): unknown {
  const values = [...new Set(column)];
  if (!values.some((value) => typeof value === "string") || values.length > column.length / 2) return column;
  const codes = new Map(values.map((value, code) => [value, code]));
  return {values, codes: column.map((value) => codes.get(value))};
}

/** Columns of a table, a value a row in each. */
export type Columns<Row> = {readonly [Name in keyof Row]: readonly Row[Name][]};

/** The columns of a file whose columns came lightly. */
export const listColumns = <Row extends object>({columns}: {columns: LightColumns<Row>}): Columns<Row> =>
  Object.fromEntries(
    Object.entries<LightColumn<unknown>>(columns).map(([name, column]) => [name, listColumn(column)])
  ) as unknown as Columns<Row>;

/** The values of a column that came lightly, a place each. */
export const listColumn = <Value>(column: LightColumn<Value>): readonly Value[] =>
  "codes" in column ? column.codes.map((code) => column.values[code]) : column;
