import {existsSync} from "node:fs";
import {mkdir, readFile, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {range} from "d3";
import {UserError} from "../../src/library/errors.ts";
import {planNumber} from "../plan/number.ts";
import {variants, type VariantName} from "../synthetic-england/variants.ts";
import {measureEngland, type Which} from "./truth-england.ts";
import {keepRemark, type Found} from "./truth-page.ts";
import type {TruthRow} from "./truth-row.ts";
import {claimsFound, coverageFound, powerFound} from "./truth-tables.ts";

export interface TruthOptions {
  schools: number;
  /** Englands of each plan, and the seed of the first of them. */
  seeds: number;
  first: number;
  /** Variants; all if left out. */
  only?: readonly string[];
  /** Where the results of each England are kept, so that a run that was stopped goes on; null for nowhere. */
  rows: string | null;
  /** Where what came out is kept. */
  folder: string;
  made: Date;
  log: (line: string) => void;
}

const usual = 600;

/** Takes synthetic Englands of every variant through the whole pipeline, lays what was planted next to what is estimated, and keeps, prints and returns what came out. */
export async function benchTruth({
  schools,
  seeds,
  first,
  only,
  rows: kept,
  folder,
  made,
  log
}: TruthOptions): Promise<Found[]> {
  const names = Object.keys(variants) as VariantName[];
  const unknown = only?.find((name) => !names.some((one) => one === name));
  if (unknown !== undefined)
    throw new UserError(`no variant called ${unknown}`, {
      fix: `choose from ${names.join(", ")}`
    });
  const rows: TruthRow[] = [];
  for (const variant of names.filter((name) => !only || only.includes(name))) {
    for (const seed of range(first, first + seeds)) {
      const start = performance.now();
      const found = await keptTruth({variant, size: schools, seed}, kept);
      rows.push(...found);
      log(`${variant}, seed ${seed}: ${found.length} results, ${((performance.now() - start) / 1000).toFixed(0)} s`);
    }
  }
  const command = `npm run bench -- truth --schools ${schools} --seeds ${seeds}${first > 1 ? ` --first ${first}` : ""}${only ? ` --variant ${only.join(",")}` : ""}`;
  const all = truthsFound(rows, schools, command);
  for (const found of all) log(await keepRemark(found, {folder, made}));
  return all;
}

/** The truth of an England, read where the same plan of analysis has kept it. */
async function keptTruth(which: Which, kept: string | null): Promise<TruthRow[]> {
  if (kept === null) return measureEngland(which);
  const {variant, size, seed} = which;
  const file = join(kept, `${variant}-${size}-${seed}-${await planNumber()}.json`);
  if (existsSync(file)) return JSON.parse(await readFile(file, "utf8")) as TruthRow[];
  const found = await measureEngland(which);
  await mkdir(kept, {recursive: true});
  await writeFile(file, JSON.stringify(found));
  return found;
}

/** What came out of Englands of one size, as validations; those of another size than usual stand next to the usual ones. */
export function truthsFound(rows: readonly TruthRow[], schools: number, command: string): Found[] {
  const suffix = schools === usual ? "" : `-${schools}`;
  const title = `, ${schools.toLocaleString("en-GB")} schools`;
  return [coverageFound, claimsFound, powerFound]
    .map((found) => found(rows, command))
    .map((found) => ({
      ...found,
      id: `${found.id}${suffix}`,
      title: `${found.title}${title}`
    }));
}
