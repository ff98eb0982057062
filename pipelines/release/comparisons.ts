import {mkdir, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {group} from "d3";
import {measures} from "../../src/measures.ts";
import {partnershipKinds} from "../../src/partnership-kinds/index.ts";
import type {ComparisonNote} from "../../src/release.ts";
import {briefJson} from "./text.ts";

/**
 * Writes comparisons/KIND-PHASE-MEASURE.json: the descriptive comparisons of all roles of one choice; an empty list
 * where there is none, for every kind and every phase in which the measure is published.
 */
export async function writeComparisons(comparisons: readonly ComparisonNote[], folder: string): Promise<void> {
  await mkdir(join(folder, "comparisons"), {recursive: true});
  const found = group(comparisons, ({kind, phase, measure}) => `${kind}-${phase}-${measure}`);
  const published = Object.entries(measures).flatMap(([measure, {phases}]) =>
    phases.map((phase) => `${phase}-${measure}`)
  );
  for (const kind of Object.keys(partnershipKinds)) {
    const choices = published.map((rest) => `${kind}-${rest}`);
    await Promise.all(
      choices.map((choice) =>
        writeFile(join(folder, "comparisons", `${choice}.json`), briefJson(found.get(choice) ?? []))
      )
    );
  }
}
