import type {Column, Source} from "../../src/published-files/source.ts";
import {pickFound} from "../read/pick-found.ts";
import type {PublishedFile} from "../read/published-file.ts";
import type {FoundColumns} from "../read/raw.ts";
import {quote, quoteName, rows, type Warehouse} from "../warehouse.ts";
import {takeAway} from "./take-away.ts";

interface Sign {
  /** What every such cell holds: few columns hold it anywhere, and only their cells are looked at one by one. */
  mark: string;
  /** A test of a cell in SQL. */
  test: (cell: string) => string;
  /** Whether a column may hold such a cell. */
  fits: (name: string, column: Column, source: Source) => boolean;
  why: string;
}

const isShare = (name: string, {about = ""}: Column): boolean =>
  /_pct$|_rate$/.test(name) || /%|per 100|for each 100/.test(about);
const isMoney = ({about = ""}: Column, {codes}: Source): boolean => codes === "finance" || about.includes("£");

/** Counts of people on one roll. Exclusions are shared between schools, and staff and money are of parts of a year: those have fractions. */
const isWhole = (name: string, {codes}: Source): boolean =>
  codes === "performance_tables" && /(^|_)(pupils|students|leavers|roll|girls|boys)$/.test(name);

const signs: readonly Sign[] = [
  {
    mark: ".",
    test: (cell) => `regexp_full_match(${cell}, '[0-9,]+\\.[0-9]*[1-9][0-9]*')`,
    fits: (name, _, source) => !isWhole(name, source),
    why: "a part of a person"
  },
  {
    mark: "%",
    test: (cell) => `${cell} like '%\\%' escape '\\'`,
    fits: isShare,
    why: "a percentage in a column of none"
  },
  {
    mark: "£",
    test: (cell) => `contains(${cell}, '£')`,
    fits: (_, column, source) => isMoney(column, source),
    why: "money in a column of none"
  },
  {
    mark: "+",
    test: (cell) => `regexp_full_match(${cell}, '[-+]?[0-9.]+[eE]\\+[0-9]+')`,
    fits: (_, {total}) => total !== "sum",
    why: "a count as a spreadsheet shortens it, with digits lost"
  }
];

/**
 * Takes away figures of schools that are written in a unit which their column does not have: 50% or £120 in a count, or a
 * count written 1.2E+02. The reason for each is `impossible`. Returns what to say of them, with file, row and column.
 */
export async function leaveOutOtherUnits(
  warehouse: Warehouse,
  id: number,
  {source, file, header, header_row}: PublishedFile,
  {positions}: FoundColumns
): Promise<string[]> {
  const asked = Object.entries(source.columns).flatMap(([name, column]) => {
    const place = positions.get(name);
    if (column.is !== "number" || place === undefined) return [];
    return signs.filter(({fits}) => !fits(name, column, source)).map((sign) => ({name, sign, place}));
  });
  const isMarked = ({name, sign: {mark}}: (typeof asked)[number]) => `contains(${quoteName(name)}, ${quote(mark)})`;
  const numbers = await pickFound(warehouse, asked, {test: isMarked, from: "raw"});
  if (!numbers.length) return [];
  const cell = (name: string) => `trim(raw.${quoteName(name)})`;
  const [found] = await rows<Record<string, {n: number; first: {row: number; cell: string} | null}>>(
    warehouse,
    `select ${numbers
      .map(
        ({name, sign: {test}}, i) => `{n: count(*) filter (${test(cell(name))})::integer,
          first: min({"row": (rowid + 1 + ${header_row})::integer, cell: ${cell(name)}}) filter (${test(cell(name))})} as "${i}"`
      )
      .join(", ")} from raw`
  );
  const warnings: string[] = [];
  for (const [i, {name, sign, place}] of numbers.entries()) {
    const {n, first} = found[i];
    if (first === null) continue;
    const signed = `select rowid + 1 + ${header_row} from raw where ${sign.test(cell(name))}`;
    await takeAway(warehouse, `staged.${source.id}`, [name], `file_id = ${id} and source_row in (${signed})`);
    const others = n > 1 ? ` (and ${(n - 1).toLocaleString("en-GB")} more)` : "";
    warnings.push(
      `${file}, row ${first.row}, column ${header[place]}: “${first.cell}” is ${sign.why}${others}; not taken; download the file again and do not save it from a spreadsheet`
    );
  }
  return warnings;
}
