import {readFile} from "node:fs/promises";
import {unzip} from "../read/unzip.ts";
import {resolveFromPipelines} from "../warehouse.ts";
import type {Published} from "./csv.ts";
import {defaultPlan} from "./plan.ts";
import {noticeFile, replaceSample, sampleFiles} from "./write-sample.ts";
import {writePublished} from "./write.ts";
import {zip} from "./zip.ts";

/** The archive in which the synthetic England of the default plan comes with the project: writing it takes longer than reading it. */
export const EMBEDDED = resolveFromPipelines("../data/sample.zip");

/** How many schools it has. */
export const EMBEDDED_SCHOOLS = defaultPlan.schools;

/** The archive’s bytes, made anew. */
export const packSample = (): Buffer => zip("sample.zip", [...sampleFiles({}, {truth: false}), noticeFile], 9).bytes;

/** Writes the embedded files into a folder, as `writeSample` writes those of another England. */
export const unpackSample = (folder: string): Promise<void> =>
  replaceSample(folder, async (fresh) => {
    for await (const file of embeddedFiles()) await writePublished(fresh, file);
  });

/** The embedded files, one at a time. */
export const embeddedFiles = async function* (): AsyncGenerator<Published> {
  yield* unzip(await readFile(EMBEDDED), EMBEDDED);
};
