import {mkdir, mkdtemp, rm} from "node:fs/promises";
import {join} from "node:path";
import {readFolderFiles} from "../read/read-folder.ts";
import {readSources} from "../sources.ts";
import {makeRun, steps} from "../steps.ts";
import {openWarehouse} from "../warehouse.ts";

/**
 * Runs the pipeline’s steps up to who joined what on a folder of published files, as the pipeline does, and
 * leaves the tables in `database`, a path that is not there yet. Throws what the steps throw.
 */
export async function makeWarehouse(
  from: string,
  {database, log = () => undefined}: {database: string; log?: (line: string) => void}
): Promise<void> {
  await mkdir(join(database, ".."), {recursive: true});
  const work = await mkdtemp(`${database}.work-`);
  try {
    const sources = await readSources();
    const filesRead = await readFolderFiles(from, sources, {work, said: {}});
    const {warehouse, close} = await openWarehouse(database);
    try {
      const run = makeRun(filesRead, {warehouse, sources, from, work});
      for (const step of steps.slice(0, steps.findIndex(({name}) => name === "membership") + 1)) {
        const start = performance.now();
        await step.run(run);
        log(`${step.name.padEnd(16)} ${((performance.now() - start) / 1000).toFixed(1)} s`);
      }
    } finally {
      close();
    }
  } finally {
    await rm(work, {recursive: true, force: true});
  }
}
