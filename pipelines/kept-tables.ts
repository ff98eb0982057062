import {existsSync} from "node:fs";
import {copyFile, readFile, rename, rm, writeFile} from "node:fs/promises";
import {createHash} from "node:crypto";
import type {PublishedFile} from "./read/published-file.ts";
import {codeHash} from "./cache/made-from.ts";
import type {Run} from "./steps.ts";
import {tablesOfRows} from "./estimates/fill-tables.ts";
import {UserError} from "../src/library/errors.ts";
import {once} from "../src/once.ts";
import {checksum} from "./fetch/raw-folder.ts";
import {
  openWarehouse,
  quote,
  quoteName,
  reopenWarehouse,
  rows,
  type OpenDatabase,
  type Warehouse
} from "./warehouse.ts";
import {design} from "../src/design.ts";

/** What the first steps found besides the tables they made. */
type Found = Pick<Run, "resolved" | "reconciliation" | "warnings">;

/** A warehouse to run the steps in, and what an earlier run found, where its tables are still right. */
export interface Opened extends OpenDatabase {
  found: Found | null;
}

/** Code does not change while it runs. */
const code = once(codeHash);

/** A hash of all that the tables up to `outcome` are made from: the code, the plan in force, and every published file as it was placed. Lists and tables of facts come later. */
export async function computeHash(files: readonly PublishedFile[]): Promise<string> {
  const hash = createHash("sha256")
    .update(await code())
    .update(JSON.stringify(design));
  // Where its text was put to be read differs from run to run.
  for (const file of files) hash.update(JSON.stringify({...file, source: file.source.id, text: null}));
  return hash.digest("hex");
}

/**
 * Opens a copy of an earlier run’s warehouse without the tables of later steps, if it is byte for byte as that run left
 * it and its first steps had the same hash; a new one otherwise. One that was changed or cannot be read is reported.
 * Throws a UserError if it is a database of somebody else’s.
 */
export async function openKept(
  database: string,
  {earlier, hash, log}: {earlier: string; hash: string; log: (line: string) => void}
): Promise<Opened> {
  if (existsSync(earlier)) {
    await copyFile(earlier, database);
    const whole = (await textAt(computeSum(earlier))) === (await checksum(database));
    const opened = await reopenWarehouse(database).catch((error: Error) => {
      log(`${earlier} could not be read, so all its tables are made again: ${error.message}`);
      return null;
    });
    if (opened && !whole) {
      if (await isOthers(opened.warehouse)) {
        opened.close();
        throw new UserError(`${earlier} is a database that no run made, and a run would replace it`, {
          fix: "move it away, or give --to another folder"
        });
      }
      log(`${earlier} is not as the last run left it, so all its tables are made again`);
    }
    const found = opened && whole ? await foundBy(opened.warehouse, hash) : null;
    if (opened && found) return {...opened, found};
    opened?.close();
    await rm(database, {force: true});
    await rm(`${database}.wal`, {force: true});
  }
  return {...(await openWarehouse(database)), found: null};
}

/** Puts a warehouse that was closed in its place, with a checksum next to it by which the next run knows it. Returns that. */
export async function keepWarehouse(database: string, place: string): Promise<string> {
  const sum = await checksum(database);
  // What another program left of its own changes to the earlier one would be taken for changes to this one.
  await rm(`${place}.wal`, {force: true});
  await rename(database, place);
  await writeFile(`${database}.sha256`, sum);
  await rename(`${database}.sha256`, computeSum(place));
  return sum;
}

const computeSum = (place: string): string => `${place}.sha256`;

async function textAt(path: string): Promise<string | null> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

/** Whether a database has tables, and none of a run’s. */
async function isOthers(warehouse: Warehouse): Promise<boolean> {
  const found = await rows<{schema_name: string}>(warehouse, tables);
  return found.length > 0 && !found.some(({schema_name}) => schema_name === "staged" || schema_name === "kept");
}

const tables = "select schema_name, table_name as name from duckdb_tables() where not temporary";

/** Notes in the warehouse itself, in the schema `kept`, what its tables were made from, and which they are. */
export async function keepTables(
  warehouse: Warehouse,
  hash: string,
  {resolved, reconciliation, warnings}: Found
): Promise<void> {
  await warehouse.run("create schema if not exists kept");
  await warehouse.run(`create or replace table kept.made as ${tables} and schema_name <> 'kept'`);
  await warehouse.run(
    `create or replace table kept.run as
     select ${quote(hash)} as hash, ${quote(JSON.stringify({resolved, reconciliation, warnings}))} as found`
  );
}

/** What the kept steps found, later tables dropped; null where they would find something else. */
async function foundBy(warehouse: Warehouse, hash: string): Promise<Found | null> {
  const [isKept] = await rows(warehouse, `${tables} and schema_name = 'kept' and table_name = 'run'`);
  if (!isKept) return null;
  const [kept] = await rows<{hash: string; found: string}>(warehouse, "select hash, found from kept.run");
  if (kept?.hash !== hash) return null;
  const stay = tablesOfRows.map(quote).join(", ");
  const later = await rows<{schema_name: string; name: string}>(
    warehouse,
    `${tables} and schema_name <> 'kept' and table_name not in (${stay}) except from kept.made`
  );
  for (const {schema_name, name} of later) {
    await warehouse.run(`drop table ${quoteName(schema_name)}.${quoteName(name)}`);
  }
  return JSON.parse(kept.found) as Found;
}
