import {closestNames} from "../../src/published-files/closest-names.ts";
import {PublishedFileError, StrangeFileError} from "../../src/library/errors.ts";
import {measures} from "../../src/vocabulary/measures.ts";
import {columnsRead} from "../../src/published-files/read-columns.ts";
import {plainName} from "../../src/published-files/recognise.ts";
import {allNames, listNames, listSeen, type Column, type Source} from "../../src/published-files/source.ts";
import {asItLooks, withoutUnseen} from "./plain-letters.ts";
import {pickFound} from "./pick-found.ts";
import type {PublishedFile} from "./published-file.ts";
import {quote, quoteName, quotePath, rows, type Warehouse} from "../warehouse.ts";

/** Where the columns of a descriptor stand in one file. */
export interface FoundColumns {
  /** Our column name → its place in the header. */
  positions: ReadonlyMap<string, number>;
  /** Columns that year’s file should have and has not. */
  absent: string[];
  /** Columns the publisher did not print that year. */
  unpublished: string[];
  /** Names of the header that no column takes. */
  not_read: string[];
  /** Columns that stand in the file under a name known of another year. */
  other_year: string[];
  /** Of columns that a measure reads and that are not there under the name remembered: what to say. */
  warnings: string[];
}

/**
 * Copies the described columns of one published file into the temporary table
 * raw, every cell as text, in the file’s order: rowid 0 is the row below the header.
 * An empty cell is ''; a cell beyond the end of a short row is null. Rows without content are left out and counted.
 *
 * Throws a StrangeFileError if a key column is missing, if a row is longer than
 * the header, or if there is no row. Throws a PublishedFileError if a quote is never closed.
 */
export async function loadRaw(
  warehouse: Warehouse,
  published: PublishedFile
): Promise<FoundColumns & {blank_rows: number}> {
  const {header} = published;
  const found = findColumns(published);
  const cells = [...found.positions].map(([column, i]) => `c${i} as ${quoteName(column)}`);
  const ends = [`c${header.length - 1} is not null as is_whole`, `c${header.length} as beyond`];
  const read = (parallel: boolean) =>
    `create or replace temp table raw as select ${[...cells, ...ends].join(", ")} from ${csv(published, parallel)}`;
  try {
    await warehouse.run(read(true)).catch((error: unknown) => {
      // Line breaks inside quotes: DuckDB can pad short rows around them only when it reads in one piece.
      if (String(error).includes("does not support null_padding")) return warehouse.run(read(false));
      throw error;
    });
  } catch (cause) {
    throw unreadable(published, cause);
  }
  const odd = await pickFound(
    warehouse,
    [
      {name: "blank", test: isBlank(found)},
      {name: "header", test: isHeader(published, found)},
      {name: "long", test: IS_LONG}
    ],
    {test: ({test}) => test, from: "raw"}
  );
  const has = (one: string) => odd.some(({name}) => name === one);
  const blank_rows = has("blank") ? await leaveOutBlankRows(warehouse, found) : 0;
  if (has("header")) await refuseHeaderAgain(warehouse, published, found);
  await refuseNoRows(warehouse, published);
  if (has("long")) await refuseLongRows(warehouse, published);
  await refuseTwoAnswers(warehouse, published, found);
  return {...found, blank_rows};
}

/** What programs write where there is nothing. */
const NOTHING = ["", "nan", "null", "none", "na", "n/a", "#n/a", "<na>"].map((word) => `'${word}'`).join(", ");

/** Rows of commas, which a spreadsheet leaves below a table, or of a word for nothing. */
const isBlank = ({positions}: FoundColumns): string =>
  [...positions.keys(), "beyond"]
    .map((name) => `lower(coalesce(trim(${quoteName(name)}, chr(160) || ' '), '')) in (${NOTHING})`)
    .join(" and ");

/** Leaves out blank rows: how many there were. */
async function leaveOutBlankRows(warehouse: Warehouse, found: FoundColumns): Promise<number> {
  const {rowsChanged} = await warehouse.run(`delete from raw where ${isBlank(found)}`);
  return rowsChanged;
}

const isHeader = ({header}: PublishedFile, {positions}: FoundColumns): string =>
  [...positions].map(([column, i]) => `trim(${quoteName(column)}) = ${quote(header[i].trim())}`).join(" and ");

/** Files that were put one below another have their header again: of which year or place the rows below are is not said. */
async function refuseHeaderAgain(warehouse: Warehouse, published: PublishedFile, found: FoundColumns): Promise<void> {
  const {file, header_row} = published;
  const [again] = await rows<{row: number}>(
    warehouse,
    `select (rowid + 1 + ${header_row})::integer as "row" from raw where ${isHeader(published, found)} order by rowid limit 1`
  );
  if (!again) return;
  throw new StrangeFileError("the header stands again: several files were put one below another", {
    file,
    row: again.row,
    fix: "put the files there as downloaded, each by itself"
  });
}

/**
 * DuckDB’s reader with nothing left to guess, and one column more than the header to catch what is beyond it. Its buffer
 * is stated, since it takes sixteen lines of the longest allowed otherwise: four files side by side would fill the memory.
 */
function csv({text, header}: PublishedFile, parallel: boolean): string {
  const columns = Array.from({length: header.length + 1}, (_, i) => `c${i}: 'VARCHAR'`);
  return `read_csv(${quotePath(text)}, auto_detect = false, hive_partitioning = false, header = true, delim = ',', quote = '"', escape = '"', null_padding = true,
    nullstr = '@@no such cell@@', max_line_size = 10000000, buffer_size = 16000000, parallel = ${parallel}, columns = {${columns.join(", ")}})`;
}

function findColumns(published: PublishedFile): FoundColumns {
  const {source, header, year, snapshot} = published;
  const plain = header.map(plainName);
  const looks = header.map(asItLooks);
  const positions = new Map<string, number>();
  const absent: string[] = [];
  const unpublished: string[] = [];
  const at = year ?? (snapshot ? Number(snapshot.slice(0, 4)) : null);
  const other_year: string[] = [];
  const warnings: string[] = [];
  const read = columnsRead(measures, source.id, year);
  const inForce = new Set(
    Object.values(source.columns).flatMap((column) => publishedNames(source, column, at).map(plainName))
  );
  for (const [name, column] of Object.entries(source.columns)) {
    const names = publishedNames(source, column, at);
    const findPlace = (of: readonly string[]) => of.map((n) => plain.indexOf(plainName(n))).find((place) => place >= 0);
    const findAlike = (of: readonly string[]) => of.map((n) => looks.indexOf(asItLooks(n))).find((place) => place >= 0);
    const i = findPlace(names);
    const other = i === undefined ? findPlace(namesOfOtherYears(source, name, inForce)) : undefined;
    const like = i === undefined && other === undefined ? findAlike(names) : undefined;
    if (i !== undefined) positions.set(name, i);
    else if (like !== undefined) {
      positions.set(name, like);
      warnings.push(readForItsLook(published, names, like));
    } else if (other !== undefined) {
      positions.set(name, other);
      other_year.push(name);
    } else if (column.is === "key") throw keyMissing(published, name, names);
    else {
      if (names.length && read.has(name) && listSeen(source, column, at) === "memory")
        warnings.push(otherThanRemembered(published, name, names, read.get(name)!));
      (names.length ? absent : unpublished).push(name);
    }
  }
  const selected = new Set(positions.values());
  const not_read = header.filter((name, place) => name.trim() !== "" && !selected.has(place));
  return {positions, absent, unpublished, not_read, other_year, warnings};
}

/** Names that a column had in other years, and that no column but it ever had: what stands under them can be nothing else. */
function namesOfOtherYears(source: Source, name: string, inForce: ReadonlySet<string>): string[] {
  const owners = countOwners(source);
  return allNames(source.columns[name]).filter(
    (one) => !inForce.has(plainName(one)) && owners.get(plainName(one)) === 1
  );
}

const counted = new WeakMap<Source, ReadonlyMap<string, number>>();

/** How many columns of a source ever had each name; counted once for all its files. */
function countOwners(source: Source): ReadonlyMap<string, number> {
  const known = counted.get(source);
  if (known) return known;
  const owners = new Map<string, number>();
  for (const column of Object.values(source.columns)) {
    for (const name of new Set(allNames(column).map(plainName))) owners.set(name, (owners.get(name) ?? 0) + 1);
  }
  counted.set(source, owners);
  return owners;
}

const publishedNames = (source: Source, column: Column, year: number | null): readonly string[] =>
  source.dated === "in_file" || year === null ? allNames(column) : listNames(column, year);

function keyMissing({file, source: {id}, header, header_row}: PublishedFile, name: string, names: readonly string[]) {
  const shown = header.slice(0, 12).join(", ") + (header.length > 12 ? `, … (${header.length} in all)` : "");
  return new StrangeFileError(`no such column, and ${id} cannot be read without it (${name})`, {
    file,
    row: header_row,
    column: names.join(" or "),
    fix: `the header has ${shown}; if the publisher renamed it, give the new name in pipelines/sources/${id}/source.ts`
  });
}

function readForItsLook({file, header, header_row}: PublishedFile, names: readonly string[], place: number): string {
  return `${file}, row ${header_row}, column ${place + 1}: “${withoutUnseen(header[place])}” is read as ${names.join(" or ")}, which it looks like: letters, accents or marks that look the same were put in since it was published; download the file again`;
}

function otherThanRemembered(
  {file, source: {id}, header, header_row}: PublishedFile,
  name: string,
  names: readonly string[],
  readBy: readonly string[]
): string {
  const like = closestNames(names[0], header, 6).join(", ") || "nothing like it";
  const reads = `${readBy.join(", ")} ${readBy.length === 1 ? "reads" : "read"} it (${name})`;
  return `${file}, row ${header_row}, column ${names.join(" or ")}: no such column; its name is known from memory alone, and ${reads}; the header has ${like}; if one of them is it, give that name from this year on in pipelines/sources/${id}/source.ts; if the publisher printed none that year, write null there`;
}

/** DuckDB’s message on a malformed file, in words, with the line. */
function unreadable({file, header_row}: PublishedFile, cause: unknown): unknown {
  const message = String(cause);
  if (/state machine reached an invalid state/.test(message)) {
    const fix = "save it again with one kind of line end, or download it again";
    return new PublishedFileError("its lines do not all end alike, so where a row ends is not certain", {file, fix});
  }
  const line = /CSV Error on Line: (\d+)/.exec(message)?.[1];
  if (!line) return cause;
  const problem = /unterminated quote/.test(message)
    ? "a quote is opened and never closed"
    : /Expected Number of Columns: (\d+) Found: (\d+)/.test(message)
      ? "the row has more cells than the header has names"
      : `cannot be read as CSV (${message.split("\n")[2] ?? message.split("\n")[0]})`;
  return new PublishedFileError(problem, {
    file,
    row: Number(line) + header_row - 1,
    fix: "the file may be cut off or edited: download it again"
  });
}

async function refuseNoRows(warehouse: Warehouse, {file}: PublishedFile): Promise<void> {
  const [first] = await rows(warehouse, "select 1 from raw limit 1");
  if (!first) throw new StrangeFileError("has a header and no rows", {file, fix: "download the file again"});
}

const IS_LONG = "beyond <> ''";

async function refuseLongRows(warehouse: Warehouse, {file, header, header_row}: PublishedFile): Promise<void> {
  const [long] = await rows<{row: number; beyond: string}>(
    warehouse,
    `select (rowid + 1 + ${header_row})::integer as "row", beyond from raw where ${IS_LONG} order by rowid limit 1`
  );
  if (!long) return;
  throw new StrangeFileError(
    `the row has more cells than the header has names; the one beyond it holds “${long.beyond}”`,
    {
      file,
      row: long.row,
      column: String(header.length + 1),
      fix: "a comma inside a name without quotes does this: download the file again"
    }
  );
}

/** A name that stands twice in the header is harmless while both columns say the same. */
async function refuseTwoAnswers(
  warehouse: Warehouse,
  published: PublishedFile,
  {positions}: FoundColumns
): Promise<void> {
  const {file, header, header_row} = published;
  const plain = header.map(plainName);
  for (const [column, i] of positions) {
    const j = plain.indexOf(plain[i], i + 1);
    if (j < 0) continue;
    const [differs] = await rows<{row: number; a: string; b: string}>(
      warehouse,
      `select "row", a, b from (select row_number() over ()::integer + ${header_row} as "row", c${i} as a, c${j} as b from ${csv(published, false)})
       where a is distinct from b order by "row" limit 1`
    );
    if (!differs) continue;
    throw new StrangeFileError(`two columns of this name say “${differs.a}” and “${differs.b}” (${column})`, {
      file,
      row: differs.row,
      column: header[i],
      fix: "remove the column that is not the publisher’s"
    });
  }
}
