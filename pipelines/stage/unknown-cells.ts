import {StrangeFileError} from "../../src/library/errors.ts";
import type {Column, Source} from "../../src/published-files/source.ts";
import type {PublishedFile} from "../read/published-file.ts";
import type {FoundColumns} from "../read/raw.ts";
import {quoteName, rows, type Warehouse} from "../warehouse.ts";

/**
 * A file with a cell that is neither a number nor a code that stands for a reason, or a date in no known style, is left out.
 * The staged columns state which cells of the file are worth a second look.
 */
export async function refuseUnknownCells(
  warehouse: Warehouse,
  id: number,
  published: PublishedFile,
  {positions}: FoundColumns
): Promise<void> {
  const {file, source} = published;
  const read = Object.entries(source.columns).filter(
    ([name, {is}]) => positions.has(name) && (is === "number" || is === "date" || name === "academic_year")
  );
  const empty = await countCells(
    warehouse,
    read.map(([name, {is}]) => ({
      name,
      test:
        is === "number"
          ? `${quoteName(name)} is null and ${quoteName(`${name}_missing`)} is null`
          : `${quoteName(name)} is null`
    })),
    `staged.${source.id} where file_id = ${id}`
  );
  const unread = await countCells(
    warehouse,
    empty.map(({name}) => ({name, test: unreadTest(name, source)})),
    "raw"
  );
  const bad = unread[0];
  if (!bad) return;
  const [first] = await rows<{row: number; cell: string}>(
    warehouse,
    `select (rowid + 1 + ${published.header_row})::integer as "row", ${quoteName(bad.name)} as cell from raw where ${unreadTest(bad.name, source)} order by rowid limit 1`
  );
  const total = unread.reduce((sum, {cells}) => sum + cells, 0);
  throw new StrangeFileError(
    `“${first.cell}” is neither ${describeWanted(source.columns[bad.name], bad.name)} (${total} such ${total === 1 ? "cell" : "cells"} in the file)`,
    {
      file,
      row: first.row,
      column: published.header[positions.get(bad.name)!],
      fix: suggestFix(first.cell)
    }
  );
}

const suggestFix = (cell: string): string =>
  /^\s*[-+]?\d+,\d+\s*%?\s*$/.test(cell)
    ? "this may be a decimal comma, which no publisher here writes: download the file again and do not save it from a spreadsheet"
    : "if the publisher uses a new code, add a line to pipelines/codes/missing.csv with its reason; if the file was edited, download it again";

const notADate = "'TOTAL', 'NULL', '.', 'Z', 'X', 'NA'";

/** Whether a published cell can be neither read nor explained. */
function unreadTest(name: string, {id, columns}: Source): string {
  const cell = quoteName(name);
  if (name === "academic_year") return `published_year(${cell}) is null`;
  if (columns[name].is === "number")
    return `published_number(${cell}) is null and missing_reason_${id}(${cell}) is null`;
  return `trim(${cell}) <> '' and published_date(${cell}) is null and upper(trim(${cell})) not in (${notADate})`;
}

async function countCells(warehouse: Warehouse, tests: readonly {name: string; test: string}[], from: string) {
  if (tests.length === 0) return [];
  const counts = tests.map(({name, test}) => `count(*) filter (${test})::integer as ${quoteName(name)}`);
  const [counted] = await rows<Record<string, number>>(warehouse, `select ${counts.join(", ")} from ${from}`);
  return tests.map(({name}) => ({name, cells: counted[name]})).filter(({cells}) => cells > 0);
}

const describeWanted = ({is}: Column, name: string): string =>
  name === "academic_year"
    ? "201819 nor 2018/19"
    : is === "date"
      ? "blank nor a date such as 01-09-2011"
      : "a number nor a known code";
