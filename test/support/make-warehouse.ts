import {afterAll} from "vitest";
import {listTables, readFolderFiles} from "../../pipelines/read/read-folder.ts";
import {partnershipTables} from "../../pipelines/read/facts-table.ts";
import {readSources} from "../../pipelines/sources.ts";
import {steps, type Run} from "../../pipelines/steps.ts";
import {openWarehouse, rows, type Row} from "../../pipelines/warehouse.ts";
import {emptyFolder, findFolder, type Files} from "./published-files.ts";

const sources = await readSources();
const closing: (() => void)[] = [];
afterAll(() => closing.splice(0).forEach((close) => close()));

/** The pipeline’s steps on these files up to the one named, in memory; the answer runs queries on what they made. */
export async function makeWarehouse(
  files: Files,
  upTo: string,
  given: Pick<Run, "corrections"> = {}
): Promise<<T = Row>(sql: string) => Promise<T[]>> {
  const {warehouse} = await ranUpTo(files, upTo, given);
  return <T = Row>(sql: string) => rows<T>(warehouse, sql);
}

/** The same, as the run itself, with what it found. */
export async function ranUpTo(files: Files, upTo: string, given: Pick<Run, "corrections"> = {}): Promise<Run> {
  const work = await emptyFolder();
  const intake = await readFolderFiles(await findFolder(files), sources, {work, said: {}});
  const {warehouse, close} = await openWarehouse();
  closing.push(close);
  const run: Run = {
    warehouse,
    sources,
    files: intake.files,
    lists: intake.lists,
    tables: intake.tables.length ? listTables(work) : partnershipTables,
    list_warnings: [],
    warnings: [],
    resolved: [],
    reconciliation: [],
    estimates: null,
    keep: null,
    progress: () => undefined,
    made: new Date(0),
    ...given
  };
  const last = steps.findIndex(({name}) => name === upTo);
  if (last < 0) throw new Error(`no step called ${upTo}`);
  for (const step of steps.slice(0, last + 1)) if (step.name !== "reconciliation") await step.run(run);
  return run;
}
