import type {Column, Source} from "../../src/published-files/source.ts";
import {pickFound} from "../read/pick-found.ts";
import type {PublishedFile} from "../read/published-file.ts";
import type {FoundColumns} from "../read/raw.ts";
import {quote, quoteName, rows, type Warehouse} from "../warehouse.ts";
import {deleteRows} from "./broken-rows.ts";
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

/** Two columns of a row in another unit are no slip of one cell. In more rows than this share it is the columns that have moved. */
const MOVED = {cells: 2, share: 0.1};

/** A column, where it stands in the header, and a unit that it does not have. */
interface Asked {
  name: string;
  place: number;
  sign: Sign;
}

const cell = (name: string): string => `trim(raw.${quoteName(name)})`;

/**
 * Takes away figures of schools that are written in a unit which their column does not have: 50% or £120 in a count, or a
 * count written 1.2E+02. The reason for each is `impossible`. A row with several of them is left out whole. Returns what
 * to say of them, with file, row and column.
 */
export async function leaveOutOtherUnits(
  warehouse: Warehouse,
  id: number,
  published: PublishedFile,
  {positions}: FoundColumns
): Promise<string[]> {
  const {source, file, header, header_row} = published;
  const asked = Object.entries(source.columns).flatMap(([name, column]) => {
    const place = positions.get(name);
    if (column.is !== "number" || place === undefined) return [];
    return signs.filter(({fits}) => !fits(name, column, source)).map((sign): Asked => ({name, sign, place}));
  });
  const isMarked = ({name, sign: {mark}}: Asked) => `contains(${quoteName(name)}, ${quote(mark)})`;
  const numbers = await pickFound(warehouse, asked, {test: isMarked, from: "raw"});
  if (!numbers.length) return [];
  const warnings = await leaveOutMovedRows(warehouse, id, published, numbers);
  const [found] = await rows<Record<string, {n: number; first: {row: number; cell: string} | null}>>(
    warehouse,
    `select ${numbers
      .map(
        ({name, sign: {test}}, i) => `{n: count(*) filter (${test(cell(name))})::integer,
          first: min({"row": (rowid + 1 + ${header_row})::integer, cell: ${cell(name)}}) filter (${test(cell(name))})} as "${i}"`
      )
      .join(", ")} from raw`
  );
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

/** A cell lost or put in moves all that follow it in its row: others of the row are of the right kind by chance, and none is taken. */
async function leaveOutMovedRows(
  warehouse: Warehouse,
  id: number,
  {source, file, header, header_row}: PublishedFile,
  asked: readonly Asked[]
): Promise<string[]> {
  const tests = asked.map(({name, sign}) => `coalesce(${sign.test(cell(name))}, false)`);
  const count = tests.map((test) => `(${test})::integer`).join(" + ");
  const first = `case ${tests.map((test, i) => `when ${test} then ${i}`).join(" ")} end`;
  const moved = await rows<{row: number; cells: number; first: number; all: number}>(
    warehouse,
    `select * from (select (rowid + 1 + ${header_row})::integer as "row", (${count})::integer as cells, ${first} as first,
       (count(*) over ())::integer as "all" from raw) where cells >= ${MOVED.cells} order by "row"`
  );
  if (moved.length === 0 || moved.length > Math.max(1, MOVED.share * moved[0].all)) return [];
  await deleteRows(
    warehouse,
    {id, source: source.id, header_row},
    moved.map(({row}) => row)
  );
  return moved.map(({row, cells, first: i}) => {
    const {sign, place} = asked[i];
    const others = cells === 2 ? "another cell" : `${cells - 1} other cells`;
    return `${file}, row ${row}, column ${header[place]}: holds ${sign.why}, and ${others} of the row what cannot stand there: a cell was lost or put in, and all after it have moved; the row was left out; download the file again`;
  });
}
