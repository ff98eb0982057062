import {mkdir, readFile} from "node:fs/promises";
import {basename, dirname} from "node:path";
import {fileURLToPath} from "node:url";
import {
  BIGINT,
  DOUBLE,
  type DuckDBConnection,
  DuckDBDataChunk,
  DuckDBDoubleVector,
  DuckDBInstance,
  DuckDBIntegerVector,
  type DuckDBResult,
  type DuckDBValue,
  INTEGER,
  JSDuckDBValueConverter,
  VARCHAR
} from "@duckdb/node-api";
import {planMacros} from "./plan/macros.ts";

export type Warehouse = DuckDBConnection;
export type Row = Record<string, DuckDBValue>;

/** A file next to the pipelines, wherever the command was run from. */
export const resolveFromPipelines = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** A database that is open. */
export interface OpenDatabase {
  warehouse: Warehouse;
  /** Another connection to it, which may work at the same time and has temporary tables of its own. */
  connect: () => Promise<Warehouse>;
  /** Closes it, and every connection to it. */
  close: () => void;
}

/** DuckDB as it comes, in memory or in a file, with a way to close it. */
export async function openDuckDB(path: string, settings: Record<string, string> = {}): Promise<OpenDatabase> {
  if (path !== ":memory:") await mkdir(dirname(path), {recursive: true});
  const instance = await DuckDBInstance.create(path, settings);
  const connections: Warehouse[] = [];
  const connect = async () => {
    const connection = await instance.connect();
    connections.push(connection);
    return connection;
  };
  return {
    warehouse: await connect(),
    connect,
    close: () => {
      for (const connection of connections) connection.closeSync();
      instance.closeSync();
    }
  };
}

/** Megabytes that the database may hold in memory at once, beyond which it goes to files of its own. */
export const MEGABYTES = 450;

/** A warehouse that is there already, opened as a new one is, with the plan in force as macros. */
export async function reopenWarehouse(path: string): Promise<OpenDatabase> {
  const opened = await openDuckDB(path, {
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
    memory_limit: `${MEGABYTES}MB`
  });
  await opened.warehouse.run(planMacros());
  return opened;
}

/** DuckDB with the readers of published cells defined. It never reaches for another host. */
export async function openWarehouse(path = ":memory:"): Promise<OpenDatabase> {
  const opened = await reopenWarehouse(path);
  await opened.warehouse.run("create schema if not exists staged");
  await opened.warehouse.run(await readFile(resolveFromPipelines("stage/macros.sql"), "utf8"));
  await makeReasons(opened.warehouse);
  return opened;
}

/** The list of reasons as an enum, the published codes that stand for them, and the region that each local authority lies in. */
async function makeReasons(warehouse: Warehouse): Promise<void> {
  await warehouse.run(`
    create or replace table reason as select * from ${tableOfCodes("codes/reasons.csv")};
    create type reason_id as enum (select reason from reason);
    create or replace table missing_code as select * from ${tableOfCodes("codes/missing.csv", ", nullstr = ''")};
    create or replace table authority_region as select la_code, region from ${tableOfCodes("../data/partnerships/local_authorities.csv")};
  `);
}

const tableOfCodes = (path: string, more = ""): string =>
  `read_csv(${quotePath(resolveFromPipelines(path))}, header = true, all_varchar = true, hive_partitioning = false${more})`;

/** Rows as plain objects: integers and doubles as numbers. Cast BIGINT and DECIMAL in the query. */
export async function rows<T = Row>(warehouse: Warehouse, sql: string): Promise<T[]> {
  return (await warehouse.runAndReadAll(sql)).getRowObjectsJS() as T[];
}

export const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** A path as DuckDB’s readers take it: as it is, with no sign in it that stands for others. */
export const quotePath = (path: string): string => quote(path.replace(/[*?[]/g, (sign) => `[${sign}]`));

export const quoteName = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** The opening comments of a .sql file: what the table is, and its key. */
export function frontMatter(sql: string): {about: string; key: string | null} {
  const comments = /^(?:--.*\n)+/.exec(sql)?.[0] ?? "";
  const about = [...comments.matchAll(/^-- (?!key:)(.+)$/gm)].map(([, line]) => line).join(" ");
  return {about, key: /^-- key: (.+)$/m.exec(comments)?.[1] ?? null};
}

/**
 * Makes the table that a file of one query is named after, such as schools/urn, comments it with the file’s first
 * lines, and checks its key. Throws where the query has no key, or its rows do not keep to it.
 */
export async function makeTable(warehouse: Warehouse, query: string): Promise<void> {
  const table = basename(query);
  const sql = await readFile(resolveFromPipelines(`${query}.sql`), "utf8");
  await warehouse.run(`create or replace table ${table} as ${sql}`);
  await describeTable(warehouse, table, sql);
}

/** The table’s comment and key, from the front matter of the text that made it. Throws if the key is null or not unique. */
export async function describeTable(warehouse: Warehouse, table: string, text: string): Promise<void> {
  const {about, key} = frontMatter(text);
  if (!key) throw new Error(`${table}: the query has no key: line`);
  await warehouse.run(`comment on table ${table} is ${quote(`${about}\nkey: ${key}`)}`);
  const nulls = key.split(", ").map((k) => `${k} is null`);
  const [clash] = await rows(
    warehouse,
    `select ${key}, count(*)::integer as n from ${table} group by all having n > 1 or ${nulls.join(" or ")} order by all limit 1`
  );
  if (clash) throw new Error(`${table} is not one row per ${key}: ${JSON.stringify(clash, replaceBigInt)}`);
}

const replaceBigInt = (_: string, value: unknown) => (typeof value === "bigint" ? String(value) : value);

/**
 * Columns as arrays, by name, with the values that the package’s own reader gives: for many rows of a few numbers, which
 * are taken as they lie in memory, in a tenth of its time. It asks for each, and whether it is there, one by one.
 */
export async function columns(warehouse: Warehouse, sql: string): Promise<Record<string, DuckDBValue[]>> {
  const result: DuckDBResult = await warehouse.run(sql);
  const names = result.deduplicatedColumnNames();
  const chunks = await result.fetchAllChunks();
  return Object.fromEntries(names.map((name, place) => [name, readColumn(chunks, place)]));
}

function readColumn(chunks: readonly DuckDBDataChunk[], place: number): DuckDBValue[] {
  const values: DuckDBValue[] = [];
  for (const chunk of chunks) {
    const vector = chunk.getColumnVector(place);
    // Private to the package, whose version is fixed; a test holds them to what it reads itself.
    if (vector instanceof DuckDBDoubleVector) takeNumbers(vector["items"], vector["validity"]["data"], values);
    else if (vector instanceof DuckDBIntegerVector) takeNumbers(vector["items"], vector["validity"]["data"], values);
    else
      for (const value of chunk.convertColumnValues(place, JSDuckDBValueConverter)) values.push(value as DuckDBValue);
  }
  return values;
}

/** With a bit for each number, whether it is there; no bits where all are. */
function takeNumbers(numbers: Float64Array | Int32Array, bits: BigUint64Array | null, values: DuckDBValue[]): void {
  if (bits === null) {
    for (let i = 0; i < numbers.length; i++) values.push(numbers[i]);
    return;
  }
  const bytes = new Uint8Array(bits.buffer, bits.byteOffset, bits.byteLength);
  for (let i = 0; i < numbers.length; i++) values.push((bytes[i >> 3] >> (i & 7)) & 1 ? numbers[i] : null);
}

const columnTypes = {bigint: BIGINT, integer: INTEGER, double: DOUBLE, varchar: VARCHAR};

/** A column of a table to be filled: as many values as the others have, null for none. */
export interface NewColumn {
  type: keyof typeof columnTypes;
  values: readonly (number | string | null)[];
}

/** Appends rows given as columns, in the order of the table’s own. */
export async function appendColumns(warehouse: Warehouse, table: string, given: readonly NewColumn[]): Promise<void> {
  const appender = await warehouse.createAppender(table);
  const length = given[0].values.length;
  const size = 2048; // the most a chunk of DuckDB holds
  for (let from = 0; from < length; from += size) {
    const count = Math.min(size, length - from);
    const chunk = DuckDBDataChunk.create(
      given.map(({type}) => columnTypes[type]),
      count
    );
    chunk.setColumns(
      given.map(({type, values}) => {
        const some = values.slice(from, from + count);
        return type === "bigint" ? some.map((value) => (value === null ? null : BigInt(value))) : some;
      })
    );
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}
