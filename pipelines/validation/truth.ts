import {range} from "d3";
import {UserError} from "../../src/library/errors.ts";
import {variants, type VariantName} from "../synthetic-england/variants.ts";
import {truthOfEngland} from "./truth-england.ts";
import {keepNote, type Found} from "./truth-note.ts";
import type {TruthRow} from "./truth-row.ts";
import {claimsFound, coverageFound, powerFound} from "./truth-tables.ts";

export interface TruthOptions {
  schools: number;
  /** Englands of each plan. */
  seeds: number;
  /** Plans asked; all if left out. */
  only?: readonly string[];
  /** Where what came out is kept. */
  folder: string;
  made: Date;
  log: (line: string) => void;
}

const usual = 600;

/** Synthetic Englands of every plan through the whole pipeline, what was planted beside what is estimated; keeps and prints what came out. */
export async function benchTruth({schools, seeds, only, folder, made, log}: TruthOptions): Promise<void> {
  const names = Object.keys(variants) as VariantName[];
  const unknown = only?.find((name) => !names.some((one) => one === name));
  if (unknown !== undefined)
    throw new UserError(`no plan called ${unknown}`, {
      fix: `choose from ${names.join(", ")}`
    });
  const rows: TruthRow[] = [];
  for (const variant of names.filter((name) => !only || only.includes(name))) {
    for (const seed of range(1, seeds + 1)) {
      const start = performance.now();
      const found = await truthOfEngland({variant, size: schools, seed});
      rows.push(...found);
      log(`${variant}, seed ${seed}: ${found.length} results, ${((performance.now() - start) / 1000).toFixed(0)} s`);
    }
  }
  const command = `npm run bench -- truth --schools ${schools} --seeds ${seeds}${only ? ` --plans ${only.join(",")}` : ""}`;
  for (const found of truthsFound(rows, schools, command)) log(await keepNote(found, {folder, made}));
}

/** What came out of Englands of one size, as validations; those of another size than usual stand beside the usual ones. */
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
