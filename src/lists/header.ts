import {closestNames} from "../published-files/closest-names.ts";
import {plainName} from "../published-files/recognise.ts";
import type {ListColumn} from "./columns.ts";
import {shorten} from "./row-shape.ts";
import {at, notes, stops, warns, type Problem} from "./problem.ts";

/** How many rows of title a header is looked for under, only to say that they must go. */
const TITLE_ROWS = 9;

/** The place of the first row with two of the known columns; 0 where none has. */
export const headerRow = (cells: readonly string[][], known: readonly string[]): number => {
  const names = new Set(known.map(plainName));
  const has = (row: readonly string[]) => row.filter((name) => names.has(plainName(name))).length >= 2;
  return Math.max(0, cells.slice(0, TITLE_ROWS + 1).findIndex(has));
};

/** What is wrong above a header that stands at a place of the rows. */
export function titleProblems(cells: readonly string[][], top: number, file: string): Problem[] {
  const above = cells.slice(0, top).filter((row) => !row[0]?.toLowerCase().startsWith("sep="));
  const finding = warns("title_rows", `the header stands in row ${top + 1}`, "delete the rows above it");
  return above.length ? [at(finding, {file, row: 1})] : [];
}

/**
 * What is wrong with a header: columns that are not there, with the one that may be meant, that are there twice, and that
 * are not of the list. `known` are all columns that are read. A header without any of them is reported in one.
 */
export function headerProblems(
  header: readonly string[],
  columns: Readonly<Record<string, ListColumn>>,
  known: readonly string[],
  place: {file: string; row: number}
): Problem[] {
  const extra = header.filter((name) => name !== "" && !known.includes(name));
  const lacking = Object.keys(columns).filter((name) => !header.includes(name));
  const twice = known.filter((name) => header.filter((one) => one === name).length > 1);
  const meant = new Map(lacking.map((name) => [name, meantFor(name, columns[name], extra)]));
  const present = header.filter((name) => known.includes(name));
  const noSchools = lacking.includes("urn") && !meant.get("urn") && present.length < 2;
  if (noSchools || (present.length === 0 && ![...meant.values()].some(Boolean))) {
    return [at(noColumns(header.filter(Boolean)), place)];
  }
  return [
    ...lacking.map((column) => at(lack(column, columns[column], meant.get(column)), {...place, column})),
    ...extra.filter((name) => ![...meant.values()].includes(name)).map((column) => at(notRead, {...place, column})),
    ...twice.map((column) => at(isTwice, {...place, column}))
  ];
}

const notRead = notes("column_extra", "is not a column of this list: it may stay, and is not read");
const isTwice = stops("column_twice", "is there more than once", "keep the right one and delete the others");

const noColumns = (found: readonly string[]) =>
  stops(
    "columns_other",
    `has no column of URNs; it has ${shorten(found.join(", "), 120) || "no names at all"}`,
    "a column of the schools’ URNs, called urn, is enough: look them up on Get Information about Schools; check-list --template prints all columns there are"
  );

function lack(column: string, {about, essential}: ListColumn, meant: string | undefined) {
  const fix = meant ? `if “${meant}” is it, rename it ${column}` : `add a column called ${column}: ${about}`;
  return (essential ? stops : warns)("column_missing", "there is no such column", fix);
}

/** Which of the other columns is the one that is not there: by what people call it, or by a word in common. */
const meantFor = (column: string, {alsoCalled}: ListColumn, extra: readonly string[]): string | undefined =>
  extra.find((name) => alsoCalled.includes(plainName(name.replaceAll("_", " ")))) ??
  closestNames(
    column.replaceAll("_", " "),
    extra.filter((name) => shareWord(column, name)),
    1
  )[0];

const shareWord = (name: string, other: string): boolean => {
  const words = (text: string) =>
    plainName(text)
      .split(/[^a-z0-9]+/)
      .filter(Boolean);
  return words(name).some((word) => word !== "date" && words(other).includes(word));
};
