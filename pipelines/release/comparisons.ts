import {mkdir, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {group} from "d3";
import type {ComparisonNote} from "../../src/release.ts";
import {briefJson} from "./text.ts";

/** Writes comparisons/KIND-PHASE-MEASURE.json: the descriptive comparisons of all roles of one choice. */
export async function writeComparisons(comparisons: readonly ComparisonNote[], folder: string): Promise<void> {
  await mkdir(join(folder, "comparisons"), {recursive: true});
  const choices = group(comparisons, ({kind, phase, measure}) => `${kind}-${phase}-${measure}`);
  for (const [choice, some] of choices) await writeFile(join(folder, "comparisons", `${choice}.json`), briefJson(some));
}
