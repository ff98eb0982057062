import {createReadStream, createWriteStream} from "node:fs";
import {copyFile, mkdir, readFile, rm, stat, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {pipeline} from "node:stream/promises";
import {createGzip} from "node:zlib";
import {measures} from "../../../src/vocabulary/measures.ts";
import {nameDonorPool, isGovernance, isOfListedAlone} from "../../../src/vocabulary/partnership-types/donor-pool.ts";
import {partnershipTypes} from "../../../src/vocabulary/partnership-types/index.ts";
import type {DownloadRow} from "../../../src/release/release.ts";
import type {ResultFile} from "../../../src/release/results.ts";
import {resolveFromPipelines, columns, quote, quoteName, quotePath, rows, type Warehouse} from "../../warehouse.ts";
import {roles} from "../../estimates/pool-tasks.ts";
import {makeSimilar} from "../similar-school.ts";
import {writeReproduce} from "../reproduce/write.ts";
import type {OutcomesOf} from "../partnerships.ts";
import type {SimilarOf} from "../schools.ts";
import {arrowFile, type TypedColumn} from "./arrow.ts";
import {describeMeta} from "./meta.ts";
import type {DownloadTable} from "./download-table.ts";
import {makePartnershipOutcomes} from "./partnership-outcomes.ts";
import {GZIP_CHUNK} from "../../files/write-part.ts";
import {planningTables} from "./planning-tables.ts";
import {downloadTables} from "./tables.ts";
import {makeResultErrors} from "./result-errors.ts";

/** What every file says of itself: plan, version, when it was made, licence. */
export type Facts = Record<string, string>;

/** A file of the release before, by its path there, where it was made from the same published files: its place, or null. */
export type EarlierFile = (path: string) => Promise<string | null>;

/** A table whose text is longer comes as Parquet and as compressed text: plain text and Arrow of it would be half of a release. */
const LONG = 10_000_000;

/** Says to a spreadsheet that a text is UTF-8; without it dashes and quotation marks come out as other signs. */
const MARK = "\uFEFF";

/** Writes download/, a table whose text has more bytes than `longest` compressed, and returns what downloads.json lists. Reads results.json, which is in the folder already. */
export async function writeDownloads(
  warehouse: Warehouse,
  folder: string,
  {
    results,
    outcomes,
    similar,
    facts,
    varied = Promise.resolve(),
    earlier = () => Promise.resolve(null),
    longest = LONG
  }: {
    results: readonly ResultFile[];
    outcomes: OutcomesOf;
    similar: SimilarOf;
    facts: Facts;
    /** Ends once there are the tables that programmes are planned from, which are written last. */
    varied?: Promise<void>;
    earlier?: EarlierFile;
    longest?: number;
  }
): Promise<DownloadRow[]> {
  await mkdir(join(folder, "download"), {recursive: true});
  await makeLabels(warehouse);
  await makeResultIndex(warehouse, join(folder, "results.json"));
  await makeResultErrors(warehouse, results);
  await makePartnershipOutcomes(warehouse, outcomes);
  await makeReleaseFacts(warehouse, facts);
  await makeSimilar(warehouse, similar);
  const written = new Map<string, Written>();
  try {
    for (const table of [...downloadTables.filter((one) => !planningTables.includes(one)), ...planningTables]) {
      if (planningTables.includes(table)) await varied;
      await warehouse.run(`create or replace temp table download as ${await queryText(table.id)}`);
      written.set(table.id, await writeTable(warehouse, join(folder, "download"), table, {facts, longest, earlier}));
    }
  } finally {
    // No thread goes on compressing once the folder may be cleared away.
    await Promise.allSettled(Array.from(written.values(), ({packed}) => packed));
  }
  await warehouse.run("drop table download; drop table result_error");
  const notes = await Promise.all(downloadTables.map(({id}) => note(join(folder, "download"), written.get(id)!)));
  return [...notes, await writeReproduce(join(folder, "download"))];
}

/** A table whose files are there, but for what a thread still compresses. */
interface Written {
  table: DownloadTable;
  rows: number;
  files: {file: string; what: string}[];
  packed: Promise<void>;
}

/** What downloads.json lists of a table, once all its files are there. */
async function note(folder: string, {table, rows: n, files, packed}: Written): Promise<DownloadRow> {
  const {id, title, row, columns: labels} = table;
  await packed;
  return {
    ...{id, title, row, rows: n},
    columns: Object.entries(labels).map(([column, label]) => ({column, label})),
    files: await Promise.all(files.map(async (one) => ({...one, bytes: (await stat(join(folder, one.file))).size})))
  };
}

const queryText = (id: string): Promise<string> =>
  readFile(resolveFromPipelines(`release/downloads/${id}.sql`), "utf8");

/** Puts NAME.gz in the place of a file, without the mark for spreadsheets, which open no compressed one. */
async function compress(file: string): Promise<void> {
  await pipeline(
    createReadStream(file, {start: Buffer.byteLength(MARK), highWaterMark: GZIP_CHUNK}),
    createGzip({chunkSize: GZIP_CHUNK}),
    createWriteStream(`${file}.gz`)
  );
  await rm(file);
}

async function writeTable(
  warehouse: Warehouse,
  folder: string,
  table: DownloadTable,
  {facts, longest, earlier}: {facts: Facts; longest: number; earlier: EarlierFile}
): Promise<Written> {
  const types = await columnTypes(warehouse, table);
  const [{n}] = (await rows<{n: number}>(warehouse, "select count(*)::integer as n from download")) as [{n: number}];
  const {id, title, row, columns: labels, statistics} = table;
  const plain = join(folder, `${id}.csv`);
  const same = table.published ? await earlier(`download/${id}.csv.gz`) : null;
  if (same) await copyFile(same, `${plain}.gz`);
  else await warehouse.run(`copy (${csvQuery(table, types, MARK)}) to ${quote(plain)} (format csv, header)`);
  const long = same !== null || (await stat(plain)).size > longest;
  const csv = long ? `${id}.csv.gz` : `${id}.csv`;
  const written = [
    {file: csv, what: long ? "CSV, compressed" : "CSV"},
    ...(statistics ? [{file: `${id}.meta.csv`, what: "Columns of the CSV"}] : [])
  ];
  if (statistics)
    await writeFile(
      join(folder, `${id}.meta.csv`),
      MARK + describeMeta({columns: labels, statistics}, await findDefaults(warehouse, statistics.filters))
    );
  const kept = Object.entries({...facts, title, row}).map(([name, value]) => `${name}: ${quote(value)}`);
  await warehouse.run(
    `copy (select ${Object.keys(labels).map(quoteName).join(", ")} from download) to ${quote(join(folder, `${id}.parquet`))} (format parquet, compression zstd, kv_metadata {${kept.join(", ")}})`
  );
  written.push({file: `${id}.parquet`, what: "Parquet"});
  if (!long) {
    await writeFile(
      join(folder, `${id}.arrow`),
      await arrowFile(listColumns(warehouse, types), {...facts, title, row})
    );
    written.push({file: `${id}.arrow`, what: "Arrow"});
  }
  // While a thread compresses the text, the database goes on to other tables.
  const packed = long && !same ? compress(plain) : Promise.resolve();
  packed.catch(() => undefined);
  return {table, rows: n, files: written, packed};
}

/** The types of the columns, in the order of the list of labels. Throws if the two differ. */
async function columnTypes(warehouse: Warehouse, {id, columns: labels}: DownloadTable): Promise<Map<string, string>> {
  const found = await rows<{column_name: string; column_type: string}>(warehouse, "describe download");
  const types = new Map(found.map(({column_name, column_type}) => [column_name, column_type]));
  const unlike = [
    ...Object.keys(labels).filter((name) => !types.has(name)),
    ...[...types.keys()].filter((name) => !(name in labels))
  ];
  if (unlike.length) throw new Error(`${id}: the query and the list of columns differ in ${unlike.join(", ")}`);
  return new Map(Object.keys(labels).map((name) => [name, types.get(name)!]));
}

/**
 * Texts made harmless to spreadsheets, and `mark` before the first name. In the layout of Explore Education Statistics a
 * figure that is not to be had is x.
 */
function csvQuery({statistics}: DownloadTable, types: ReadonlyMap<string, string>, mark: string): string {
  const shown = [...types].map(([column, type], place) => {
    const [name, header] = [quoteName(column), quoteName(place === 0 ? mark + column : column)];
    if (type === "VARCHAR") return `plain_text(${name}) as ${header}`;
    return statistics && column in statistics.indicators
      ? `coalesce(${name}::varchar, 'x') as ${header}`
      : `${name} as ${header}`;
  });
  return `select ${shown.join(", ")} from download`;
}

/** Of each filter, the value that is shown first: the total where there is one, otherwise what most rows have. */
async function findDefaults(warehouse: Warehouse, filters: readonly string[]): Promise<Record<string, string>> {
  const found = filters.map((name) => {
    const column = quoteName(name);
    return `coalesce(min(${column}) filter (${column} = 'Total'), commonest(${column}), '') as ${column}`;
  });
  const [defaults] = await rows<Record<string, string>>(warehouse, `select ${found.join(", ")} from download`);
  return defaults;
}

/** release_facts: one row, what every row of the results says of where it comes from. */
async function makeReleaseFacts(warehouse: Warehouse, facts: Facts): Promise<void> {
  const entries = ["plan", "version", "made"].map((name) => `${quote(facts[name] ?? "")} as ${name}`);
  await warehouse.run(`create or replace temp table release_facts as select ${entries.join(", ")}`);
}

const listColumns = (warehouse: Warehouse, types: ReadonlyMap<string, string>): TypedColumn[] =>
  [...types].map(([name, type]) => ({
    name,
    type,
    read: async () => {
      const values = await columns(warehouse, `select ${quoteName(name)} from download`);
      return values[name] as Awaited<ReturnType<TypedColumn["read"]>>;
    }
  }));

/** type_label and measure_label: what pages call them; compared_with: the donor pool of each type and role. */
async function makeLabels(warehouse: Warehouse): Promise<void> {
  const typeLabels = Object.entries(partnershipTypes).map(([id, {label}]) => `(${quote(id)}, ${quote(label)})`);
  const pools = Object.keys(partnershipTypes).flatMap((partnership_type) =>
    roles.map((role) => {
      const pool = nameDonorPool(partnership_type, role);
      return `(${[partnership_type, role, pool].map(quote).join(", ")}, ${isOfListedAlone(pool)}, ${isGovernance(pool)})`;
    })
  );
  const named = Object.entries(measures).map(
    ([id, {label, unit}]) => `(${quote(id)}, ${quote(label)}, ${quote(unit)})`
  );
  await warehouse.run(`
    create or replace temp table type_label as select * from (values ${typeLabels.join(", ")}) as k(id, label);
    create or replace temp table compared_with as
      select * from (values ${pools.join(", ")}) as p(partnership_type, role, pool, listed_alone, is_governance);
    create or replace temp table measure_label as select * from (values ${named.join(", ")}) as m(id, label, unit)`);
}

const texts = [
  "id",
  "partnership_type",
  "role",
  "phase",
  "measure",
  "dimension",
  "subgroup",
  "unit",
  "verdict",
  "strength",
  "absent"
];
const counts = ["schools", "partnerships", "first_year", "last_year"];
const listSeriesSpans = ["early", "development", "longer_term"];
const ends = ["from", "to", "low", "high"];
const figures = [
  "sd",
  "detectable",
  ...ends,
  ...listSeriesSpans.flatMap((span) => ends.map((end) => `${span}_${end}`))
];

/** result_index: results.json, which is columns. */
async function makeResultIndex(warehouse: Warehouse, file: string): Promise<void> {
  const fields = [
    ...texts.map((name) => `${name} varchar[]`),
    ...counts.map((name) => `${name} integer[]`),
    ...figures.map((name) => `${quoteName(name)} double[]`)
  ];
  const {size} = await stat(file);
  await warehouse.run(`
    create or replace temp table result_index as
      select * from read_json(${quotePath(file)}, hive_partitioning = false, columns = {columns: 'struct(${fields.join(", ")})'}, maximum_object_size = ${Math.max(size, 65_536)})`);
}
