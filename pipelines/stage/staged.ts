import {readFile} from "node:fs/promises";
import {StrangeFileError, UserError} from "../../src/library/errors.ts";
import type {Source} from "../../src/published-files/source.ts";
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
import {makeEmptyTables} from "./empty-tables.ts";
import {listedCodes, makeReasonReader, type ListedCode} from "./reason-reader.ts";
import {withCells} from "./staging-query.ts";
import {leaveOutLostCodes} from "./lost-codes.ts";
import {leaveOutZerosForCodes} from "./zeros-for-codes.ts";
import {resolveFromPipelines, describeTable, quote, type Warehouse} from "../warehouse.ts";

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
  const held = new Set(files.map(({source}) => source.id));
  await makeEmptyTables(connections, sources);
  const staged = await shareOut(
    connections,
    sources
      .filter(({id}) => held.has(id))
      .map((source) => (connection) => stageSource(connection, {source, files, codes}))
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
