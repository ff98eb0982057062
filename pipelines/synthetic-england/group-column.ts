import type {AcademicYear} from "../../src/vocabulary/academic-year.ts";
import {percent, type Cell} from "./csv.ts";
import type {Group, Groups, Sums} from "./groups.ts";

/** What a column holds of a group’s pupils, or of their share of all; per cents with so many decimals. */
export type Reported<Name extends string> = (group: Sums<Name>, digits: 0 | 1, all: Sums<Name>) => Cell;

/** A column that no descriptor reads, in terms of pupils. */
export interface GroupColumn<Name extends string> {
  group: Group;
  /** The academic year whose results it repeats; null: the table’s own. */
  year: AcademicYear | null;
  reported: Reported<Name>;
  /** A number of pupils or a sum: shown of however few. */
  count?: boolean;
}

/** Names as patterns, and what a name states by its parts. The first that fits is taken. */
export type Grammar<Name extends string> = readonly (readonly [
  RegExp,
  (...parts: string[]) => Pick<GroupColumn<Name>, "reported" | "count">
])[];

/** What a stem states, by the grammar; null if it is not in it. */
export function parse<Name extends string>(
  grammar: Grammar<Name>,
  stem: string,
  of: Pick<GroupColumn<Name>, "group" | "year">
): GroupColumn<Name> | null {
  for (const [pattern, make] of grammar) {
    const [match, ...parts] = pattern.exec(stem) ?? [];
    if (match !== undefined) return {...of, ...make(...parts)};
  }
  return null;
}

/** Finds the first mark of a group in a stem, and takes it out. */
export function takeGroup(
  stem: string,
  marks: readonly (readonly [RegExp, Group])[]
): {group: Group | null; stem: string} {
  const found = marks.find(([mark]) => mark.test(stem));
  return found ? {group: found[1], stem: stem.replace(found[0], "")} : {group: null, stem};
}

/** A cell of a row: hidden where it counts fewer than `fewest` pupils; nothing of years without results. */
export function groupCell<Name extends string>(
  {group, reported, count}: GroupColumn<Name | "pupils">,
  of: Readonly<Groups<Name | "pupils">> | null,
  digits: 0 | 1,
  fewest: number
): Cell {
  if (!of) return "";
  const own = of[group];
  if (count) return reported(own, digits, of.all);
  if (own.pupils === 0) return "NA";
  const cell = own.pupils < fewest ? "SUPP" : reported(own, digits, of.all);
  return typeof cell === "number" && !Number.isFinite(cell) ? "NA" : cell;
}

/** The share of a group’s pupils that a number is of. */
export const computeShare =
  <Name extends string>(name: Name, of = 1): Reported<Name | "pupils"> =>
  (c, digits) =>
    percent(digits)(Math.round(of * c[name]), c.pupils);
