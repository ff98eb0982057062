import type {AcademicYear} from "../../src/vocabulary/academic-year.ts";
import {listNames, type Source} from "../../src/published-files/source.ts";
import type {Cell, Cells, Printed} from "./csv.ts";
import {findCell} from "./csv-writer.ts";
import {groupCell, type GroupColumn} from "./group-column.ts";
import type {Groups} from "./groups.ts";

/** A column of a wide table: reported from groups of pupils, unless by a cell of ours. `reported` null: not made up, NA. */
export interface WideColumn<Name extends string> extends Printed {
  reported?: GroupColumn<Name | "pupils"> | null;
}

/** Where each name of a layout comes from: the descriptor’s columns, other cells of ours, or groups of pupils. */
export function wideColumns<Name extends string>(
  layout: readonly string[],
  {source, year, ours}: {source: Source; year: AcademicYear; ours: readonly string[]},
  describedBy: (name: string) => GroupColumn<Name | "pupils"> | null
): WideColumn<Name>[] {
  const known = new Map<string, string>();
  for (const name of ours) known.set(name.toUpperCase(), name);
  for (const [cells, column] of Object.entries(source.columns)) {
    for (const name of listNames(column, year)) known.set(name.toUpperCase(), cells);
  }
  return layout.map((name) => {
    const cells = known.get(name.toUpperCase());
    return cells === undefined ? {name, cells: name, reported: describedBy(name)} : {name, cells};
  });
}

/** How a row’s groups are shown. */
export interface Shown<Name extends string> {
  /** The groups of the year a column repeats, or (null) of the table’s own; null where there are none. */
  listGroups(year: AcademicYear | null): Readonly<Groups<Name | "pupils">> | null;
  /** Stands in every column of groups, where a school’s results are not shown. */
  hidden?: Cell;
  digits: 0 | 1;
  fewest: number;
}

/** A row of a wide table, cell by cell in the order of its columns. */
export const wideRow = <Name extends string>(
  columns: readonly WideColumn<Name>[],
  ours: readonly Cells[],
  {listGroups, hidden, digits, fewest}: Shown<Name>
): Cell[] =>
  columns.map(({cells, reported}) => {
    if (reported === undefined) return findCell(ours, cells);
    if (hidden !== undefined) return hidden;
    return reported ? groupCell(reported, listGroups(reported.year), digits, fewest) : "NA";
  });

/** Remembers what was asked of a school’s other years, for one row. */
export function remembered<T>(now: T, request: (year: AcademicYear) => T): (year: AcademicYear | null) => T {
  const known = new Map<AcademicYear | null, T>([[null, now]]);
  return (year) => {
    if (!known.has(year)) known.set(year, request(year!));
    return known.get(year)!;
  };
}
