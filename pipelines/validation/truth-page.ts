import {mkdir, writeFile} from "node:fs/promises";
import {join} from "node:path";
import type {ValidationFile} from "../../src/release/release.ts";
import {packageVersion} from "../version.ts";
import {printTable} from "../tables/print-table.ts";
import {planNumber} from "../plan/number.ts";

/** A validation before it is dated. */
export type Found = Omit<ValidationFile, "made" | "version" | "plan">;

/** Keeps what was found as ID.json in a folder, in the place of the last run’s, and states it as text. */
export async function keepRemark(found: Found, {folder, made}: {folder: string; made: Date}): Promise<string> {
  const note: ValidationFile = {
    ...found,
    made: made.toISOString().slice(0, 10),
    version: await packageVersion(),
    plan: await planNumber()
  };
  await mkdir(folder, {recursive: true});
  const rows = note.rows.map((row) => `    ${JSON.stringify(row)}`).join(",\n");
  const text = JSON.stringify({...note, rows: []}, null, 2).replace('"rows": []', `"rows": [\n${rows}\n  ]`);
  await writeFile(join(folder, `${note.id}.json`), `${text}\n`);
  return writeTruthPage(found);
}

/** Title, what came out, the table, what fails and what to know of it, as text. */
export function writeTruthPage({title, summary, columns, rows, fails, notes}: Found): string {
  const named = rows.map((row) => Object.fromEntries(columns.map(({name}, i) => [name, row[i] ?? ""])));
  const failures = fails.map((words) => `FAILS: ${words}`);
  const reported = notes.map((words) => `- ${words}`);
  return [title, "", summary, "", printTable(named, "table"), "", ...failures, ...reported, ""].join("\n");
}

/** A number to so many decimals; null if it is none. */
export const rounded = (value: number | null | undefined, digits: number): number | null =>
  value === null || value === undefined || !Number.isFinite(value) ? null : Number(value.toFixed(digits));
