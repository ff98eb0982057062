import {listTables, readFolderFiles} from "../../pipelines/read/read-folder.ts";
import {partnershipTables} from "../../pipelines/read/facts-table.ts";
import type {FilesRead} from "../../pipelines/read/published-file.ts";
import {readSources} from "../../pipelines/sources.ts";
import {steps, type Run} from "../../pipelines/steps.ts";
import {openWarehouse, rows, type Row} from "../../pipelines/warehouse.ts";
import type {Said} from "../../src/published-files/placed-in-time.ts";
import {atEnd} from "./at-end.ts";
import {emptyFolder, findFolder, type Files} from "./published-files.ts";

const sources = await readSources();

interface Given extends Pick<Run, "corrections"> {
  said?: Said;
  /** Whether printed totals are compared with schools as well. */
  reconciled?: boolean;
}

/** The pipeline’s steps on these files up to the one named, in memory; the answer runs queries on what they made. */
export async function makeWarehouse(
  files: Files,
  upTo: string,
  given: Given = {}
): Promise<<T = Row>(sql: string) => Promise<T[]>> {
  const {warehouse} = await ranUpTo(files, upTo, given);
  return <T = Row>(sql: string) => rows<T>(warehouse, sql);
}

/** The same, as the run itself, with what it found. */
export async function ranUpTo(
  files: Files | string,
  upTo: string,
  {corrections, said = {}, reconciled = false}: Given = {}
): Promise<Run & {filesRead: FilesRead}> {
  const last = steps.findIndex(({name}) => name === upTo);
  if (last < 0) throw new Error(`no step called ${upTo}`);
  const work = await emptyFolder();
  const folder = typeof files === "string" ? files : await findFolder(files);
  const filesRead = await readFolderFiles(folder, sources, {work, said});
  const {warehouse, close} = await openWarehouse();
  atEnd(close);
  const run: Run = {
    warehouse,
    sources,
    files: filesRead.files,
    lists: filesRead.lists,
    tables: filesRead.tables.length ? listTables(work) : partnershipTables,
    ...(corrections ? {corrections} : {}),
    list_warnings: [],
    warnings: [],
    resolved: [],
    reconciliation: [],
    estimates: null,
    keep: null,
    progress: () => undefined,
    made: new Date(0)
  };
  for (const step of steps.slice(0, last + 1)) {
    if (step.name === "reconciliation" && !reconciled) continue;
    await step.run(run);
  }
  return {...run, filesRead};
}
