import {readFolderFiles} from "../../pipelines/read/read-folder.ts";
import type {FilesRead} from "../../pipelines/read/published-file.ts";
import {reconcile, largeDifferences} from "../../pipelines/outcomes/reconcile.ts";
import {readSources} from "../../pipelines/sources.ts";
import {stage} from "../../pipelines/stage/staged.ts";
import {findStrange} from "../../pipelines/read/strange.ts";
import {openWarehouse, rows, type Row} from "../../pipelines/warehouse.ts";
import {UserError} from "../../src/library/errors.ts";
import type {Said} from "../../src/published-files/placed-in-time.ts";
import {atEnd} from "./at-end.ts";
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

/** What is read of one of several sets of files: lines of its own files, and the SQL that its staged rows are found by. */
export interface ReadOfSet extends Pick<Reading, "query"> {
  said: string;
  rows: string;
}

/**
 * Reads sets of files that have nothing to do with one another in one go, each in a folder of its own, which lines about
 * them do not name. One that is refused is read by itself, and the others again without it. They are closed with the tests
 * of the file.
 */
export async function readEach(sets: readonly Files[]): Promise<ReadOfSet[]> {
  const answers = new Map<number, ReadOfSet>();
  const left = new Map(sets.map((files, i) => [i, {files, folder: `set-${nameSet(i)}/`}]));
  while (left.size > 0) {
    const refused = await readTogether(left, answers);
    if (refused === null) break;
    const [of] = [...left].find(([, {folder}]) => refused.message.includes(folder)) ?? [...left][0];
    answers.set(of, await readAlone(sets[of]));
    left.delete(of);
  }
  return sets.map((_, i) => answers.get(i)!);
}

/** a, b, … z, aa, bb: a digit might be taken for a year. */
const nameSet = (i: number): string => String.fromCharCode(97 + (i % 26)).repeat(1 + Math.floor(i / 26));

/** Reads sets in one go and notes what is said of each; the error where one of them is refused. */
async function readTogether(
  sets: ReadonlyMap<number, {files: Files; folder: string}>,
  answers: Map<number, ReadOfSet>
): Promise<UserError | null> {
  const together = [...sets.values()].flatMap(({files, folder}) =>
    Object.entries(files).map(([name, text]) => [folder + name, text])
  );
  try {
    const {warnings, query, close} = await readFolder(Object.fromEntries(together) as Files);
    atEnd(close);
    const ids = await query<{file: string; id: number}>("select file, file_id::integer as id from file");
    for (const [i, {folder}] of sets) {
      const own = ids.filter(({file}) => file.startsWith(folder)).map(({id}) => id);
      const said = warnings.filter((line) => line.includes(folder)).map((line) => line.replaceAll(folder, ""));
      answers.set(i, {said: said.join("\n"), query, rows: `file_id in (${own.join(", ") || "null"})`});
    }
    return null;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return error;
  }
}

async function readAlone(files: Files): Promise<ReadOfSet> {
  try {
    const {warnings, query, close} = await readFolder(files);
    atEnd(close);
    return {said: warnings.join("\n"), query, rows: "true"};
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return {said: `${error.message}\nfix: ${error.fix}`, query: () => Promise.resolve([]), rows: "false"};
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
