import {existsSync} from "node:fs";
import {mkdir, readdir, readFile, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {expect} from "vitest";
import {takeRows} from "../../pipelines/outcomes/selected.ts";
import {makeSourceRows} from "../../pipelines/release/source-notes.ts";
import {makeRunFile} from "../../pipelines/run-file.ts";
import {runPipeline} from "../../pipelines/run.ts";
import {rows} from "../../pipelines/warehouse.ts";
import {mark} from "../../pipelines/files/whole-folder.ts";
import {UserError} from "../../src/library/errors.ts";
import type {Said} from "../../src/published-files/placed-in-time.ts";
import type {IdentityFile, RunFile, SourceRow} from "../../src/release/release.ts";
import {ranUpTo} from "./make-warehouse.ts";
import {emptyFolder, findFolder, type Files} from "./published-files.ts";

/** What a run that succeeds writes and says. */
export interface Run {
  to: string;
  log: string;
  summary: RunFile;
  sources: SourceRow[];
  identity: IdentityFile;
}

/** Runs the whole pipeline on these files, into a folder of the name given. */
export async function runOn(files: Files, said: Said = {}, out = "out"): Promise<Run> {
  const to = join(await emptyFolder(), out);
  const log: string[] = [];
  await runPipeline({from: await findFolder(files), to, said, estimated: "left out", log: (line) => log.push(line)});
  const read = async (name: string) => JSON.parse(await readFile(join(to, "release", `${name}.json`), "utf8")) as never;
  return {
    to,
    log: log.join("\n"),
    summary: await read("summary"),
    sources: await read("sources"),
    identity: await read("identity")
  };
}

/** A folder as a good run of some earlier day left it. */
export async function lastGoodRun(): Promise<string> {
  const to = await emptyFolder();
  await mkdir(join(to, "release"));
  await mark(join(to, "release"));
  await writeFile(join(to, "release", "release.json"), '{"made": "some earlier day"}');
  await writeFile(join(to, "release", "bytes.bin"), Buffer.from([0, 255, 10, 13]));
  await writeFile(join(to, "schools.duckdb"), "the warehouse of that day");
  return to;
}

/** Every file below a folder, hidden ones included, and its bytes. */
export async function contents(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, {recursive: true, withFileTypes: true});
  const found: Record<string, string> = {};
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    found[path.slice(folder.length + 1)] = entry.isFile() ? (await readFile(path)).toString("hex") : "folder";
  }
  return found;
}

/**
 * Runs the pipeline on files it must refuse, where a good run stands already.
 * Asserts that a UserError with a fix stops it and that the last good run is
 * left byte for byte, with nothing next to it. Returns what the person reads.
 */
export async function refusal(files: Files | string, said: Said = {}): Promise<{message: string; fix: string}> {
  const to = await lastGoodRun();
  const before = await contents(to);
  const from = typeof files === "string" ? files : await findFolder(files);
  const error: unknown = await runPipeline({from, to, said}).then(
    () => null,
    (reason: unknown) => reason
  );
  if (!(error instanceof UserError)) throw error ?? new Error("the run was not refused");
  expect(await contents(to)).toEqual(before);
  expect(error.fix).not.toBe("");
  return {message: error.message, fix: error.fix};
}

/** The steps up to the rows that stand for each school and year, in memory: the values made of them are left out. */
async function chooseRows(
  files: Files | string,
  said: Said,
  {reconciled = false} = {}
): Promise<Awaited<ReturnType<typeof ranUpTo>>> {
  const run = await ranUpTo(files, "school", {said: {now: new Date(), ...said}, reconciled});
  return {...run, resolved: await takeRows(run.warehouse, run.sources)};
}

/** What the steps that choose rows found in these files: for what no later step moves. */
export async function findBySteps(
  files: Files,
  said: Said = {}
): Promise<Pick<Run, "summary" | "sources"> & {schools: number}> {
  const run = await chooseRows(files, said, {reconciled: true});
  const [{schools}] = await rows<{schools: number}>(run.warehouse, "select count(*)::integer as schools from school");
  return {
    summary: await makeRunFile(run.warehouse, run.filesRead, run),
    sources: await makeSourceRows(
      run.warehouse,
      run.sources.filter(({id}) => run.files.some(({source}) => source.id === id))
    ),
    schools
  };
}

/** What a person reads where one of the steps that choose rows refuses these files. Throws where none does, or where it says no way out. */
export async function refusedBySteps(files: Files | string, said: Said = {}): Promise<{message: string; fix: string}> {
  const error: unknown = await chooseRows(files, said).then(
    () => null,
    (reason: unknown) => reason
  );
  if (!(error instanceof UserError)) throw error ?? new Error("the files were not refused");
  expect(error.fix).not.toBe("");
  return {message: error.message, fix: error.fix};
}

/** Whether a path leads anywhere. */
export const exists = (path: string): boolean => existsSync(path);
