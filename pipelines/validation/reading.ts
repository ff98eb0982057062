import {execFile} from "node:child_process";
import {existsSync} from "node:fs";
import {mkdtemp, readdir, rm, stat} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {promisify} from "node:util";
import {median} from "d3";
import {UserError} from "../../src/library/errors.ts";
import {resolveFromPipelines} from "../warehouse.ts";

const run = promisify(execFile);

interface Reading {
  seconds: number;
  megabytes: number;
}

/** Times reading a folder of published files next to DuckDB reading the same text untyped, and prints both; a run in a process of its own. */
export async function benchReading({
  folder,
  runs,
  times
}: {
  folder: string;
  runs: number;
  /** How often the folder is read over, as if it were of so many more years and places. */
  times: number;
}): Promise<void> {
  if (!existsSync(folder))
    throw new UserError(`no folder ${folder} to read`, {
      fix: "npm run pav -- sample, or give --from a folder of published files"
    });
  const megabytes = await measureSize(folder);
  console.log(
    `reading ${folder}: ${megabytes.toFixed(0)} MB of files; medians of ${runs} runs, each in a process of its own\n`
  );
  await compare({folder, where: "memory", times: 1, runs: runs, megabytes});
  await compare({folder, where: "file", times: 1, runs: runs, megabytes});
  await compare({folder, where: "file", times: times, runs: 1, megabytes});
}

interface Setting {
  folder: string;
  /** Tables in memory, or in a database file as the pipeline makes them. */
  where: "memory" | "file";
  times: number;
  runs: number;
  megabytes: number;
}

async function compare(setting: Setting): Promise<void> {
  const {where, times, runs, megabytes} = setting;
  const typed: Reading[] = [];
  const bare: Reading[] = [];
  for (let i = 0; i < runs; i++) {
    bare.push(await reading("bare", setting));
    typed.push(await reading("typed", setting));
  }
  const ratio = median(typed.map(({seconds}, i) => seconds / bare[i].seconds))!;
  console.log(
    `${times === 1 ? "once" : `${times} times over, ${(times * megabytes).toFixed(0)} MB`}, into tables in ${where === "memory" ? "memory" : "a database file"}`
  );
  console.log(`  DuckDB read_csv, every cell as text   ${reportReadings(bare)}`);
  console.log(`  this pipeline, every cell typed       ${reportReadings(typed)}`);
  console.log(`  ratio of times                        ${ratio.toFixed(2)}, aim 1.5\n`);
}

const reportReadings = (readings: readonly Reading[]): string => {
  const seconds = readings.map((r) => r.seconds);
  const spread =
    readings.length > 1 ? ` (${Math.min(...seconds).toFixed(2)} to ${Math.max(...seconds).toFixed(2)})` : "";
  return `${median(seconds)!.toFixed(2)} s${spread}, peak ${Math.max(...readings.map((r) => r.megabytes)).toFixed(0)} MB`;
};

async function reading(manner: "typed" | "bare", {folder, where, times}: Setting): Promise<Reading> {
  const work = await mkdtemp(join(tmpdir(), "pav-bench-"));
  try {
    const {stdout} = await run(process.execPath, [
      resolveFromPipelines("entry.js"),
      "pipelines/validation/read.ts",
      manner,
      where,
      folder,
      work,
      String(times)
    ]);
    return JSON.parse(stdout) as Reading;
  } finally {
    await rm(work, {recursive: true, force: true});
  }
}

async function measureSize(folder: string): Promise<number> {
  const entries = await readdir(folder, {recursive: true, withFileTypes: true});
  const sizes = await Promise.all(entries.filter((e) => e.isFile()).map((e) => stat(join(e.parentPath, e.name))));
  return sizes.reduce((sum, {size}) => sum + size, 0) / 1e6;
}
