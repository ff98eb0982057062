import {range} from "d3";
import {askDips, dipFound} from "./truth-dip.ts";
import {askEngland, variants, type OfEngland, type Variant} from "./truth-england.ts";
import {keepNote, type Found} from "./truth-note.ts";
import {coverageFound, harmFound, plantedFound} from "./truth-tables.ts";

export interface TruthOptions {
  schools: number;
  /** Englands of each variant. */
  seeds: number;
  /** Panels of each design of the dip. */
  panels: number;
  /** Where what came out is kept. */
  folder: string;
  made: Date;
  log: (line: string) => void;
}

/** Made-up Englands through the whole pipeline, what was planted beside what is estimated, and panels with a dip; keeps and tells what came out. */
export async function benchTruth({schools, seeds, panels, folder, made, log}: TruthOptions): Promise<void> {
  log(await keepNote(dipFound(askDips(panels), {command: "npm run bench -- truth"}), {folder, made}));
  const englands: OfEngland[] = [];
  for (const seed of range(1, seeds + 1)) {
    for (const variant of Object.keys(variants) as Variant[]) {
      const start = performance.now();
      const bases = variant === "bad year" ? (["window", "g−1"] as const) : (["window"] as const);
      englands.push(await askEngland({variant, schools, seed}, {bases}));
      log(`${variant}, seed ${seed}: ${((performance.now() - start) / 1000).toFixed(0)} s`);
    }
  }
  for (const found of truthsFound(englands, schools)) log(await keepNote(found, {folder, made}));
}

const usual = 600;

/** What came out of Englands of one size, as validations; those of another size than usual stand beside the usual ones. */
export function truthsFound(englands: readonly OfEngland[], schools: number): Found[] {
  const suffix = schools === usual ? "" : `-${schools}`;
  const title = schools === usual ? "" : `, ${schools.toLocaleString("en-GB")} schools`;
  return [plantedFound, coverageFound, harmFound]
    .map((found) => found(englands))
    .map((found) => ({...found, id: `${found.id}${suffix}`, title: `${found.title}${title}`}));
}
