import {rm} from "node:fs/promises";
import {join} from "node:path";
import {listFiles} from "../../pipelines/read/list-files.ts";
import {writeSample} from "../../pipelines/synthetic-england/write-sample.ts";

/**
 * Writes the synthetic England of so many schools into a folder, but for its files that `leftOut` fits. A run of few
 * schools takes as long as it reads files: a sixth of a second each, and there are more than a hundred.
 */
export async function writeSmallEngland(
  folder: string,
  {schools, leftOut}: {schools: number; leftOut: RegExp}
): Promise<void> {
  await writeSample(folder, {schools}, {truth: false});
  for (const {file} of await listFiles(folder)) if (leftOut.test(file)) await rm(join(folder, file));
}
