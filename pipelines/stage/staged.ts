import {readFile} from "node:fs/promises";
import {StrangeFileError, UserError} from "../../src/library/errors.ts";
import {isIdentifier, type Column, type Source} from "../../src/published-files/source.ts";
import {leaveOutBrokenRelations, makeSetAside} from "./broken-relations.ts";
import {findFractions, leaveOutImpossible, warnOfSpreadsheetNumbers} from "./impossible-values.ts";
import type {PublishedFile} from "../read/published-file.ts";
import {leaveOutBrokenRows, leaveOutCutRow} from "./broken-rows.ts";
import {leaveOutOtherUnits} from "./other-units.ts";
import {findMonthFirst} from "./month-first.ts";
import {refuseUnknownCells} from "./unknown-cells.ts";
import {leaveOutYearsNever} from "./years-never.ts";
import {loadRaw, type FoundColumns} from "../read/raw.ts";
import {shareOut} from "../share-out.ts";
import {leaveOutLostCodes} from "./lost-codes.ts";
import {leaveOutZerosForCodes} from "./zeros-for-codes.ts";
import {resolveFromPipelines, describeTable, quote, quoteName, rows, type Warehouse} from "../warehouse.ts";

/**
 * Reads every file into staged.<source>: each described cell a number or the
 * reason there is none, a date, or trimmed text. Which file each row came from
 * is in the table file. Every source gets its table, if only an empty one.
 * Returns what is strange, in sentences that name the file; what cannot be
 * right is left out: a file, a row or a cell. Given other connections to the
 * same warehouse, it reads a source on each at a time.
 *
 * Throws a PublishedFileError if a file is damaged, or if no file can be read.
 */
export async function stage(
  warehouse: Warehouse,
  files: readonly PublishedFile[],
  sources: readonly Source[],
  others: readonly Warehouse[] = []
): Promise<string[]> {
  await warehouse.run(`create or replace table file (
    file_id smallint, source varchar, file varchar, academic_year smallint, stage varchar, snapshot date, encoding varchar,
    sha256 varchar, columns_in_file integer, columns_read integer, "rows" integer, absent varchar[], unpublished varchar[], not_read varchar[], other_year varchar[])`);
  await warehouse.run("drop table if exists set_aside");
  await makeSetAside(warehouse);
  const codes = await listedCodes(warehouse);
  const connections = [warehouse, ...others];
  const staged = await shareOut(
    connections,
    sources.map((source) => (connection) => stageSource(connection, {source, files, codes}))
  );
  for (const connection of connections) await connection.run("drop table if exists raw");
  await warehouse.run("create or replace table file as select * from file order by file_id");
  const left = staged.flatMap((one) => one.left);
  if (left.length > 0 && left.length === files.length) throw nothingLeft(left);
  return [
    ...left.map((error) => `${error.message}: left out; ${error.fix}`),
    ...staged.flatMap(({warnings}) => warnings)
  ];
}

/** What was strange in the files of a source, and which of them are left out. */
interface Staged {
  warnings: string[];
  left: StrangeFileError[];
}

interface Given {
  source: Source;
  files: readonly PublishedFile[];
  codes: readonly ListedCode[];
}

async function stageSource(warehouse: Warehouse, {source, files, codes}: Given): Promise<Staged> {
  const warnings: string[] = [];
  const left: StrangeFileError[] = [];
  const query = await readFile(resolveFromPipelines(`sources/${source.id}/staged.sql`), "utf8");
  await makeReasonReader(warehouse, source, codes);
  await makeEmpty(warehouse, source, query);
  for (const [id, published] of files.entries()) {
    if (published.source.id !== source.id) continue;
    try {
      warnings.push(...(await stageFile(warehouse, id + 1, published, query)));
    } catch (error) {
      if (!(error instanceof StrangeFileError)) throw error;
      left.push(error);
      await leaveOut(warehouse, id + 1, source);
    }
  }
  await describeTable(warehouse, `staged.${source.id}`, query);
  return {warnings, left};
}

async function leaveOut(warehouse: Warehouse, id: number, {id: source}: Source): Promise<void> {
  await warehouse.run(`delete from staged.${source} where file_id = ${id}; delete from file where file_id = ${id}`);
}

const nothingLeft = (left: readonly StrangeFileError[]): UserError =>
  left.length === 1
    ? left[0]
    : new UserError(`no file can be read\n${left.map(({message}) => `  ${message}`).join("\n")}`, {
        fix: [...new Set(left.map(({fix}) => fix))].join("; ")
      });

async function makeEmpty(warehouse: Warehouse, source: Source, query: string): Promise<void> {
  const columns = Object.keys(source.columns).map((c) => `null::varchar as ${quoteName(c)}`);
  await warehouse.run(`create or replace temp table raw as select ${columns.join(", ")} where false`);
  const nothing = {
    file_id: 0,
    header_row: 1,
    year: null,
    stage: null,
    snapshot: null,
    absent: new Set(Object.keys(source.columns)),
    unpublished: new Set<string>(),
    fractions: new Set<string>()
  };
  await warehouse.run(`create or replace table staged.${source.id} as ${withCells(source, nothing, query)}`);
}

async function stageFile(warehouse: Warehouse, id: number, published: PublishedFile, query: string): Promise<string[]> {
  const {source, file} = published;
  const found = await loadRaw(warehouse, published);
  const fractions = published.workbook ? await findFractions(warehouse, source, found.positions) : [];
  const when = {
    ...published,
    file_id: id,
    absent: new Set(found.absent),
    unpublished: new Set(found.unpublished),
    fractions: new Set(fractions)
  };
  await warehouse.run(`insert into staged.${source.id} by name ${withCells(source, when, query)}`);
  await recordFile(warehouse, id, published, found);
  const [{blank_rows}, rowWarnings] = [found, await leaveOutCutRow(warehouse, id, published)];
  try {
    rowWarnings.push(...(await leaveOutBrokenRows(warehouse, id, published, found)));
    rowWarnings.push(...(await leaveOutYearsNever(warehouse, id, published, found)));
  } finally {
    // A cell that cannot be read says more of a file than rows that cannot be inferred.
    await refuseUnknownCells(warehouse, id, published, found);
  }
  return [
    ...found.warnings,
    ...(blank_rows ? [`${file}: ${blank_rows} ${blank_rows === 1 ? "row" : "rows"} without content, left out`] : []),
    ...(fractions.length
      ? [`${file}: percentages stand as fractions of one (${fractions.join(", ")}): read times 100`]
      : []),
    ...rowWarnings,
    ...(await warnOfSpreadsheetNumbers(warehouse, published, found)),
    ...(await leaveOutOtherUnits(warehouse, id, published, found)),
    ...(await leaveOutLostCodes(warehouse, id, published, found)),
    ...(await leaveOutZerosForCodes(warehouse, id, published, found)),
    ...(await leaveOutImpossible(warehouse, id, published, found)),
    ...(await leaveOutBrokenRelations(warehouse, id, published, found)),
    ...(await findMonthFirst(warehouse, id, published, found))
  ];
}

interface When {
  file_id: number;
  header_row: number;
  year: number | null;
  stage: string | null;
  snapshot: string | null;
  absent: ReadonlySet<string>;
  unpublished: ReadonlySet<string>;
  /** Percentages that stand as fractions of one. */
  fractions: ReadonlySet<string>;
}

/**
 * The staging query of a source with the typed cells of one file put in front
 * of it. Numbers are read first, and reasons only where there is none: nearly
 * every cell is read once.
 */
function withCells(source: Source, when: When, query: string): string {
  const year = source.dated === "in_file" ? "published_year(raw.academic_year)" : (when.year ?? "null");
  const columns = Object.entries(source.columns).filter(([name]) => name !== "academic_year");
  const read = [
    "raw.rowid as row_before",
    `${year}::smallint as academic_year`,
    ...columns.flatMap(([name, column]) => readCell(name, column, when))
  ];
  const cells = [
    `${when.file_id}::smallint as file_id`,
    `(row_before + 1 + ${when.header_row})::integer as source_row`,
    "academic_year",
    `${when.stage ? quote(when.stage) : "null"}::varchar as stage`,
    `${when.snapshot ? quote(when.snapshot) : "null"}::date as snapshot`,
    ...columns.flatMap(([name, column]) => typedCell(source, name, column, when))
  ];
  return `with read as (
  select ${read.join(",\n    ")}
  from raw
),
cells as (
  select ${cells.join(",\n    ")}
  from read
)
${query}`;
}

const isGone = (name: string, {absent, unpublished}: When): string | null =>
  absent.has(name) ? "not_in_file" : unpublished.has(name) ? "not_in_years_table" : null;

function readCell(name: string, {is}: Column, when: When): string[] {
  if (isGone(name, when)) return [];
  const cell = `raw.${quoteName(name)}`;
  if (is === "number") {
    const number = when.fractions.has(name) ? `round(100 * published_number(${cell}), 9)` : `published_number(${cell})`;
    return [`${number} as ${quoteName(name)}`, `${cell} as ${quoteName(`${name} cell`)}`];
  }
  if (is === "date") return [`published_date(${cell}) as ${quoteName(name)}`];
  if (isIdentifier(name)) return [`published_identifier(${cell}) as ${quoteName(name)}`];
  return [`nullif(trim(${cell}), '') as ${quoteName(name)}`];
}

function typedCell({id}: Source, name: string, {is}: Column, when: When): string[] {
  const gone = isGone(name, when);
  const as = quoteName(name);
  const type = is === "number" ? "double" : is === "date" ? "date" : "varchar";
  const value = gone ? `null::${type} as ${as}` : as;
  if (is !== "number") return [value];
  const reason = gone
    ? quote(gone)
    : `case when ${as} is null then missing_reason_${id}(${quoteName(`${name} cell`)}) end`;
  return [value, `${reason}::reason_id as ${quoteName(`${name}_missing`)}`];
}

interface ListedCode {
  code: string;
  reason: string;
  codes: string;
  source: string | null;
}

const listedCodes = (warehouse: Warehouse): Promise<ListedCode[]> =>
  rows<ListedCode>(warehouse, "select upper(code) as code, reason, codes, source from missing_code order by all");

/** The macro that gives the reason a source’s cell holds no number; null for a code nobody listed. What is listed for the source goes first. */
async function makeReasonReader(warehouse: Warehouse, {id, codes}: Source, all: readonly ListedCode[]): Promise<void> {
  const own = all.filter((one) => one.codes === codes && (one.source ?? id) === id);
  const general = own.filter(({source}) => source === null);
  const listed = new Map(
    [...general, ...own.filter(({source}) => source !== null)].map((one) => [one.code, one.reason])
  );
  const encodeLevels = [...listed].map(([code, reason]) => `${quote(code)}: ${quote(reason)}`);
  await warehouse.run(`create or replace macro missing_reason_${id}(cell) as
    case when cell is null then 'row_ends_early' else map {'': 'blank', ${encodeLevels.join(", ")}}[upper(trim(cell))] end`);
}

async function recordFile(
  warehouse: Warehouse,
  id: number,
  published: PublishedFile,
  found: FoundColumns
): Promise<void> {
  const {source, file, year, stage, snapshot, encoding, sha256, header} = published;
  const list = (names: readonly string[]) => `[${names.map(quote).join(", ")}]::varchar[]`;
  await warehouse.run(`insert into file values (${id}, ${quote(source.id)}, ${quote(file)}, ${year ?? "null"},
    ${stage ? quote(stage) : "null"}, ${snapshot ? quote(snapshot) : "null"}, ${quote(encoding)}, ${quote(sha256)},
    ${header.length}, ${found.positions.size}, (select count(*) from raw), ${list(found.absent)}, ${list(found.unpublished)}, ${list(found.not_read)}, ${list(found.other_year)})`);
}
