import {execFile} from "node:child_process";
import {existsSync} from "node:fs";
import {promisify} from "node:util";
import {UserError} from "../../src/library/errors.ts";
import {printTable, type PrintedRow} from "../tables/print-table.ts";
import {resolveFromPipelines} from "../warehouse.ts";
import {timed, type Timed} from "./estimators.ts";

const run = promisify(execFile);
const file = "../shared/bench/schools_16k.csv.gz";

interface Measured {
  read: number;
  first: number;
  median: number;
  megabytes: number;
}

/**
 * Seconds and peak memory of each estimator on the synthetic 16,000 schools, each in a
 * process of its own: the first run as a reader waits for it, the median of three once warm,
 * next to R’s seconds and those expected; reading apart. Throws a UserError without the file.
 */
export async function estimatorsTable(): Promise<string> {
  if (!existsSync(file)) {
    throw new UserError(`no ${file} to time estimators on`, {fix: "time them where ../shared is, or run another part"});
  }
  const rows: PrintedRow[] = [];
  for (const line of timed) rows.push(makeRow(line, await measured(line)));
  return printTable(rows, "table");
}

async function measured({id}: Timed): Promise<Measured> {
  const {stdout} = await run(process.execPath, [
    resolveFromPipelines("entry.js"),
    "pipelines/validation/time-estimator.ts",
    id,
    file
  ]);
  return JSON.parse(stdout) as Measured;
}

const makeRow = ({label, r, expected}: Timed, {read, first, median, megabytes}: Measured): PrintedRow => ({
  estimator: label,
  first_s: Number(first.toFixed(2)),
  median_s: Number(median.toFixed(2)),
  expected_s: expected,
  R_s: r,
  reading_s: Number(read.toFixed(2)),
  peak_MB: Math.round(megabytes)
});
