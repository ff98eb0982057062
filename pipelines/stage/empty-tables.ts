import {readFile} from "node:fs/promises";
import type {Source} from "../../src/published-files/source.ts";
import {shareOut} from "../share-out.ts";
import {describeTable, quote, resolveFromPipelines, rows, type Warehouse} from "../warehouse.ts";
import {withCells} from "./staging-query.ts";

/** What makes the empty table of a source with its comment. To plan its query takes ten times as long, and is done once a process. */
const known = new WeakMap<Source, string>();

/** Makes staged.<source> of each of these sources, without a row, on connections to one warehouse. Throws where a staging query has no key. */
export async function makeEmptyTables(connections: readonly Warehouse[], sources: readonly Source[]): Promise<void> {
  const isKnown = (source: Source) => known.has(source);
  const again = sources.filter(isKnown).map((source) => known.get(source));
  // One commit for all: each waits for the disk.
  if (again.length > 0) await connections[0].run(`begin; ${again.join(" ")} commit`);
  const planned = sources.filter((source) => !isKnown(source));
  await shareOut(
    connections,
    planned.map((source) => (connection) => makeByQuery(connection, source))
  );
  if (planned.length > 0) await note(connections[0], planned);
}

async function makeByQuery(warehouse: Warehouse, source: Source): Promise<void> {
  const query = await readFile(resolveFromPipelines(`sources/${source.id}/staged.sql`), "utf8");
  await warehouse.run("create or replace temp table raw as select null::varchar as academic_year where false");
  const columns = new Set(Object.keys(source.columns));
  await warehouse.run(`create or replace table staged.${source.id} as ${withCells(source, nothing(columns), query)}`);
  await describeTable(warehouse, `staged.${source.id}`, query);
}

/** Notes of tables that were made what would make them again. */
async function note(warehouse: Warehouse, sources: readonly Source[]): Promise<void> {
  const made = await rows<{id: string; sql: string; comment: string}>(
    warehouse,
    "select table_name as id, sql, comment from duckdb_tables() where schema_name = 'staged'"
  );
  const bySource = new Map(made.map((table) => [table.id, table]));
  for (const source of sources) {
    const {id, sql, comment} = bySource.get(source.id)!;
    // Spelt out in place of its name, the list of reasons would be read with each column.
    const create = sql.replace("CREATE TABLE", "create or replace table").replaceAll(/ENUM\([^)]*\)/g, "reason_id");
    known.set(source, `${create} comment on table staged.${id} is ${quote(comment)};`);
  }
}

/** A file in which none of these columns is. */
const nothing = (absent: ReadonlySet<string>) => ({
  file_id: 0,
  header_row: 1,
  year: null,
  stage: null,
  snapshot: null,
  absent,
  unpublished: new Set<string>(),
  fractions: new Set<string>()
});
