import {mkdir, rm, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {readFolderFiles} from "../../pipelines/read/read-folder.ts";
import {makeReleaseFacts} from "../../pipelines/release/release.ts";
import {makeSourceRows} from "../../pipelines/release/source-notes.ts";
import {reportRun} from "../../pipelines/report.ts";
import {makeRunFile} from "../../pipelines/run-file.ts";
import {runPipeline} from "../../pipelines/run.ts";
import {makeIdentityFile} from "../../pipelines/schools/identity.ts";
import {readSources} from "../../pipelines/sources.ts";
import {makeRun, steps} from "../../pipelines/steps.ts";
import {openWarehouse} from "../../pipelines/warehouse.ts";
import {keptFolder} from "./kept-folder.ts";

/** Published files that are real, where somebody has put them. */
export const PUBLISHED = fileURLToPath(new URL("../../../shared/data", import.meta.url));

/** The whole release of the real files in PUBLISHED, made once, which takes minutes. */
export async function realRelease(): Promise<string> {
  const made = await keptFolder("pav-real-estimated-", (to) => runPipeline({from: PUBLISHED, to: join(to, "out")}));
  return join(made, "out", "release");
}

/**
 * A folder with the warehouse of the real files as the steps before estimates leave it, made once: schools.duckdb, and
 * beside it what a release and the log of a run say of those steps. What a release draws from the warehouse for pages is
 * left out, which is half of the time and which no test reads.
 */
export const realTables = (): Promise<string> => keptFolder("pav-real-described-", describeReal);

async function describeReal(to: string): Promise<void> {
  const work = join(to, "work");
  await mkdir(work, {recursive: true});
  const sources = await readSources();
  const {warehouse, close} = await openWarehouse(join(to, "schools.duckdb"));
  try {
    const filesRead = await readFolderFiles(PUBLISHED, sources, {work, said: {now: new Date()}});
    const run = makeRun(filesRead, {warehouse, sources, from: PUBLISHED, work});
    for (const step of steps) if (step.name !== "estimate") await step.run(run);
    const summary = await makeRunFile(warehouse, filesRead, run);
    const said: string[] = [];
    await reportRun(warehouse, run, summary, (line) => said.push(line));
    await writeFile(join(to, "log.txt"), said.join("\n"));
    const notes = {
      summary,
      release: await makeReleaseFacts(warehouse, {...run, synthetic: run.synthetic === true}),
      sources: await makeSourceRows(warehouse, sources),
      identity: await makeIdentityFile(warehouse),
      reconciliation: run.reconciliation
    };
    for (const [name, note] of Object.entries(notes)) await writeFile(join(to, `${name}.json`), JSON.stringify(note));
  } finally {
    close();
  }
  await rm(work, {recursive: true});
}
