import {mkdir, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {resultIndex} from "../../src/analysis/index-row.ts";
import {writeAll, type Part} from "../files/write-all.ts";
import type {Estimates} from "./estimate.ts";

/** Writes results.json and results/TYPE-PHASE-MEASURE.json.gz to the folder of a release. */
export async function writeResults({index, files}: Pick<Estimates, "index" | "files">, folder: string): Promise<void> {
  await mkdir(join(folder, "results"), {recursive: true});
  await writeFile(join(folder, "results.json"), JSON.stringify(resultIndex(index), rounded));
  await writeAll(join(folder, "results"), listParts(files));
}

function* listParts(files: Estimates["files"]): Generator<Part> {
  for (const file of files)
    yield [`${file.partnership_type}-${file.phase}-${file.measure}`, JSON.stringify(file, rounded)];
}

/** Significant digits of figures: more than any page prints. */
export const SIGNIFICANT_DIGITS = 5;

const rounded = (_: string, value: unknown): unknown =>
  typeof value === "number" && !Number.isInteger(value) ? Number(value.toPrecision(SIGNIFICANT_DIGITS)) : value;
