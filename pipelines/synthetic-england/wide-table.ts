import type {AcademicYear} from "../../src/vocabulary/academic-year.ts";
import {namesIn, type Source} from "../../src/published-files/source.ts";
import type {Cell, Cells, Printed} from "./csv.ts";
import {groupCell, type GroupColumn} from "./group-column.ts";
import type {Groups} from "./groups.ts";

/** A column of a wide table: told from groups of pupils, unless by a cell of ours. `told` null: not made up, NA. */
export interface WideColumn<Name extends string> extends Printed {
  told?: GroupColumn<Name | "pupils"> | null;
}

/** Where each name of a layout comes from: the descriptor’s columns, other cells of ours, or groups of pupils. */
export function wideColumns<Name extends string>(
  layout: readonly string[],
  {source, year, ours}: {source: Source; year: AcademicYear; ours: readonly string[]},
  toldBy: (name: string) => GroupColumn<Name | "pupils"> | null
): WideColumn<Name>[] {
  const known = new Map<string, string>();
  for (const name of ours) known.set(name.toUpperCase(), name);
  for (const [cells, column] of Object.entries(source.columns)) {
    for (const name of namesIn(column, year)) known.set(name.toUpperCase(), cells);
  }
  return layout.map((name) => {
    const cells = known.get(name.toUpperCase());
    return cells === undefined ? {name, cells: name, told: toldBy(name)} : {name, cells};
  });
}

/** How a row’s groups are shown. */
export interface Shown<Name extends string> {
  /** The groups of the year a column repeats, or (null) of the table’s own; null where there are none. */
  groupsIn(year: AcademicYear | null): Readonly<Groups<Name | "pupils">> | null;
  /** Stands in every column of groups, where a school’s results are not shown. */
  hidden?: Cell;
  digits: 0 | 1;
  fewest: number;
}

/** A row of a wide table, cell by cell in the order of its columns. */
export const wideRow = <Name extends string>(
  columns: readonly WideColumn<Name>[],
  ours: Cells,
  {groupsIn, hidden, digits, fewest}: Shown<Name>
): Cell[] =>
  columns.map(({cells, told}) => {
    if (told === undefined || ours[cells] !== undefined) return ours[cells];
    if (hidden !== undefined) return hidden;
    return told ? groupCell(told, groupsIn(told.year), digits, fewest) : "NA";
  });

/** Remembers what was asked of a school’s other years, for one row. */
export function remembered<T>(now: T, ask: (year: AcademicYear) => T): (year: AcademicYear | null) => T {
  const known = new Map<AcademicYear | null, T>([[null, now]]);
  return (year) => {
    if (!known.has(year)) known.set(year, ask(year!));
    return known.get(year)!;
  };
}
