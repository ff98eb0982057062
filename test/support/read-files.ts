import {readFolderFiles} from "../../pipelines/read/read-folder.ts";
import type {FilesRead} from "../../pipelines/read/published-file.ts";
import {reconcile, largeDifferences} from "../../pipelines/outcomes/reconcile.ts";
import {readSources} from "../../pipelines/sources.ts";
import {stage} from "../../pipelines/stage/staged.ts";
import {findStrange} from "../../pipelines/read/strange.ts";
import {openWarehouse, rows, type Row} from "../../pipelines/warehouse.ts";
import {UserError} from "../../src/library/errors.ts";
import type {Said} from "../../src/published-files/placed-in-time.ts";
import {emptyFolder, findFolder, type Files} from "./published-files.ts";

const sources = await readSources();

/** What reading files says of them. */
export interface Reading {
  /** All that is strange, in sentences. */
  warnings: string[];
  filesRead: FilesRead;
  /** The rows of a query on what was staged. */
  query: <T = Row>(sql: string) => Promise<T[]>;
  close: () => void;
}

/** Reads files, or a folder of them, up to the tables of their own sources, with totals compared with schools. */
export async function readFolder(
  files: Files | string,
  {said = {}, accept = []}: {said?: Said; accept?: readonly string[]} = {}
): Promise<Reading> {
  const folder = typeof files === "string" ? files : await findFolder(files);
  const filesRead = await readFolderFiles(folder, sources, {
    work: await emptyFolder(),
    said: {now: new Date("2026-11-01"), ...said},
    accept
  });
  const own = sources.filter(({id}) => filesRead.files.some(({source}) => source.id === id));
  const {warehouse, close} = await openWarehouse();
  try {
    const staged = await stage(warehouse, filesRead.files, own);
    await reconcile(warehouse, own);
    const warnings = [...findStrange(filesRead), ...staged, ...(await largeDifferences(warehouse))];
    return {warnings, filesRead, query: <T = Row>(sql: string) => rows<T>(warehouse, sql), close};
  } catch (error) {
    close();
    throw error;
  }
}

/** All that a person reads of these files: the refusal with its fix, or the warnings, a line each. */
export async function listSaid(files: Files | string, options: Parameters<typeof readFolder>[1] = {}): Promise<string> {
  try {
    const {warnings, close} = await readFolder(files, options);
    close();
    return warnings.join("\n");
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return `${error.message}\nfix: ${error.fix}`;
  }
}
