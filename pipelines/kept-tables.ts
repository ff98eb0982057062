import {existsSync} from "node:fs";
import {copyFile, rm} from "node:fs/promises";
import {createHash} from "node:crypto";
import type {PublishedFile} from "./intake.ts";
import {codeHash} from "./made-from.ts";
import type {Run} from "./steps.ts";
import {once} from "../src/once.ts";
import {openWarehouse, quote, quoteName, reopenWarehouse, rows, type Warehouse} from "./warehouse.ts";

/** What the first steps found besides the tables they made. */
type Found = Pick<Run, "settled" | "reconciliation" | "warnings">;

/** A warehouse to run the steps in, and what an earlier run found, where its tables are still right. */
export interface Opened {
  warehouse: Warehouse;
  close: () => void;
  found: Found | null;
}

/** Code does not change while it runs. */
const code = once(codeHash);

/** A hash of all that the tables up to `outcome` are made from: the code, and every published file as it was placed. Lists and tables of facts come later. */
export async function hashOf(files: readonly PublishedFile[]): Promise<string> {
  const hash = createHash("sha256").update(await code());
  // Where its text was put to be read differs from run to run.
  for (const file of files) hash.update(JSON.stringify({...file, source: file.source.id, text: null}));
  return hash.digest("hex");
}

/** Opens a copy of an earlier run’s warehouse without the tables of later steps, if its first steps had the same hash; a new one otherwise. One that cannot be read is told of. */
export async function openKept(
  database: string,
  {earlier, hash, log}: {earlier: string; hash: string; log: (line: string) => void}
): Promise<Opened> {
  if (existsSync(earlier)) {
    await copyFile(earlier, database);
    const opened = await reopenWarehouse(database).catch((error: Error) => {
      log(`${earlier} could not be read, so all its tables are made again: ${error.message}`);
      return null;
    });
    const found = opened && (await foundBy(opened.warehouse, hash));
    if (opened && found) return {...opened, found};
    opened?.close();
    await rm(database);
  }
  return {...(await openWarehouse(database)), found: null};
}

const tables = "select schema_name, table_name as name from duckdb_tables() where not temporary";

/** Notes in the warehouse itself, in the schema `kept`, what its tables were made from, and which they are. */
export async function keepTables(
  warehouse: Warehouse,
  hash: string,
  {settled, reconciliation, warnings}: Found
): Promise<void> {
  await warehouse.run("create schema if not exists kept");
  await warehouse.run(`create or replace table kept.made as ${tables} and schema_name <> 'kept'`);
  await warehouse.run(
    `create or replace table kept.run as
     select ${quote(hash)} as hash, ${quote(JSON.stringify({settled, reconciliation, warnings}))} as found`
  );
}

/** What the kept steps found, later tables dropped; null where they would find something else. */
async function foundBy(warehouse: Warehouse, hash: string): Promise<Found | null> {
  const [isKept] = await rows(warehouse, `${tables} and schema_name = 'kept' and table_name = 'run'`);
  if (!isKept) return null;
  const [kept] = await rows<{hash: string; found: string}>(warehouse, "select hash, found from kept.run");
  if (kept?.hash !== hash) return null;
  const later = await rows<{schema_name: string; name: string}>(
    warehouse,
    `${tables} and schema_name <> 'kept' except from kept.made`
  );
  for (const {schema_name, name} of later) {
    await warehouse.run(`drop table ${quoteName(schema_name)}.${quoteName(name)}`);
  }
  return JSON.parse(kept.found) as Found;
}
