import {plainHeader, columnNames, isUrn, type KeptColumns} from "./kept-columns.ts";
import {keptDate} from "./kept-cells.ts";
import {at, stops, warns, type Problem} from "./problem.ts";
import {shorten} from "./row-shape.ts";

/** Columns that may say the same as one that is read, and say something else: which of the two is right nobody can know. */
export function rivalColumns(
  {top, header, places}: KeptColumns,
  cells: readonly (readonly string[])[],
  file: string
): Problem[] {
  return (["urn", "from_date", "to_date"] as const).flatMap((column) => {
    const place = places.get(column);
    if (place === undefined || top < 0) return [];
    const used = new Set(places.values());
    return header.flatMap((name, n) => {
      if (used.has(n) || !columnNames[column].includes(plainHeader(name))) return [];
      const row = cells.findIndex((row, r) => r > top && row[n] && row[place] && row[n] !== row[place]);
      if (row < 0) return [];
      const [one, other] = [shorten(cells[row][place]), shorten(cells[row][n])];
      const found = `“${header[place]}” is read, and “${name}” may be meant: they say “${one}” and “${other}”`;
      const say = column === "urn" ? stops : warns;
      return [
        at(say("column_rival", found, `delete the wrong one, or call the right one ${column}`), {file, row: row + 1})
      ];
    });
  });
}

/** A table whose schools stand side by side instead of below each other. */
export function lyingTable(cells: readonly (readonly string[])[], {top}: KeptColumns, file: string): Problem | null {
  const listUrns = (row: readonly string[]) => row.filter(isUrn).length;
  const filled = cells.filter((row) => row.some(Boolean));
  const place =
    top >= 0 && listUrns(cells[top]) >= 2
      ? top
      : filled.length === 1 && listUrns(filled[0]) >= 2
        ? cells.indexOf(filled[0])
        : -1;
  if (place < 0) return null;
  const found = `has its ${listUrns(cells[place])} schools side by side, where each should have a row`;
  return at(stops("lies", found, "in the spreadsheet copy it all, choose Paste special, Transpose, and save that"), {
    file,
    row: place + 1
  });
}

/** Unread columns that hold nothing but dates: one of them may say when the schools joined. */
export function maybeDates({top, header, places}: KeptColumns, cells: readonly (readonly string[])[]): string[] {
  const used = new Set(places.values());
  return header.filter((name, n) => {
    const filled = cells.slice(top + 1).flatMap((row) => row[n] || []);
    return (
      name !== "" &&
      !/open|clos|inspect|publi|update|birth/i.test(name) &&
      !used.has(n) &&
      filled.length > 0 &&
      filled.every((cell) => keptDate(cell, {dashed_years: true}).date !== null)
    );
  });
}
