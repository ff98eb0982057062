import {readFile} from "node:fs/promises";
import {correctLinks} from "../../src/schools/corrections/correct-links.ts";
import type {Correctable, Correction} from "../../src/schools/corrections/correction.ts";
import {readCorrections} from "../../src/schools/corrections/read-corrections.ts";
import type {RegisterLink} from "../../src/schools/lineage.ts";
import type {CorrectionRow} from "../../src/release/release.ts";
import {fillTable, type TableColumns} from "../fill-table.ts";
import {resolveFromPipelines, describeTable, quote, rows, type Warehouse} from "../warehouse.ts";

const path = "codes/corrections.csv";

/** What the project’s table of corrections says. Throws as readCorrections does. */
export const committedCorrections = async (): Promise<Correction[]> =>
  readCorrections({file: `pipelines/${path}`, text: await readFile(resolveFromPipelines(path), "utf8")});

/** Makes correction: a row a fact of the register that is wrong or missing, and how many rows that changed; null until it was looked for. */
export async function loadCorrections(warehouse: Warehouse, corrections: readonly Correction[]): Promise<void> {
  await fillTable(
    warehouse,
    "correction",
    columns,
    corrections.map((one) => ({...one, changed: null}))
  );
  await describeTable(
    warehouse,
    "correction",
    "-- Facts of the register that are wrong or missing, as they should be.\n-- key: row\n"
  );
}

const columns: TableColumns<Correction & {changed: number | null}> = {
  row: "integer",
  what: "varchar",
  urn: "integer",
  other: "varchar",
  action: "varchar",
  value: "date",
  reason: "varchar",
  source: "varchar",
  changed: "integer"
};

const listCorrections = (warehouse: Warehouse): Promise<CorrectionRow[]> =>
  rows(warehouse, "select * replace (value::varchar as value) from correction order by row");

/** Links as the corrections have them; notes in correction what that changed. */
export async function correctRegisterLinks(
  warehouse: Warehouse,
  published: readonly RegisterLink[]
): Promise<RegisterLink[]> {
  const {links, changed} = correctLinks(published, await listCorrections(warehouse));
  for (const [row, n] of changed) await remarkChange(warehouse, row, n);
  return links;
}

/** Which columns of which table a date is, and by what a correction finds its row. */
const dates: Record<Exclude<Correctable, "link">, {table: string; set: string; of: string}> = {
  opened: {
    table: "urn",
    set: "opened = correction.value, academy_opened = if(urn.academy_opened is null, null, correction.value)",
    of: "urn.urn = correction.urn"
  },
  closed: {table: "urn", set: "closed = correction.value", of: "urn.urn = correction.urn"},
  joined: {
    table: "group_link",
    set: "joined = correction.value, no_date = null",
    of: "group_link.urn = correction.urn and group_link.partnership = correction.other"
  },
  left: {
    table: "group_link",
    set: "left_on = correction.value",
    of: "group_link.urn = correction.urn and group_link.partnership = correction.other"
  }
};

/** Sets the dates of a table that corrections name, and notes in correction how many rows each changed. */
export async function correctDates(warehouse: Warehouse, table: "urn" | "group_link"): Promise<void> {
  for (const [what, {table: of, set, of: isIt}] of Object.entries(dates)) {
    if (of !== table) continue;
    const chosen = `correction.what = ${quote(what)} and ${isIt}`;
    await warehouse.run(
      `update correction set changed = (select count(*) from ${table} where ${isIt}) where what = ${quote(what)}`
    );
    await warehouse.run(`update ${table} set ${set} from correction where ${chosen}`);
  }
}

const remarkChange = (warehouse: Warehouse, row: number, changed: number) =>
  warehouse.run(`update correction set changed = ${changed} where row = ${row}`);

/** Corrections of these facts that changed nothing, in sentences. */
export async function idleCorrections(warehouse: Warehouse, what: readonly Correctable[]): Promise<string[]> {
  const all = await listCorrections(warehouse);
  return all
    .filter((one) => one.changed === 0 && what.includes(one.what))
    .map((one) => `pipelines/${path}, row ${one.row}: changes nothing: ${idle(one)}`);
}

function idle({what, urn, other, action}: Correction): string {
  if (what === "link") {
    return action === "add"
      ? `the register links ${urn} with ${other} itself`
      : `the register has no link from ${urn} to ${other}`;
  }
  return other === null ? `no file that was read has ${urn}` : `no file that was read has ${urn} in group ${other}`;
}

/** The corrections, with what each changed, for the release. */
export const makeCorrectionRows = listCorrections;
