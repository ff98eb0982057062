import {readdir, readFile} from "node:fs/promises";
import {join} from "node:path";
import {resolveFromPipelines, frontMatter, rows, type Warehouse} from "../warehouse.ts";

/** What a check asserts, and the rows that break it. */
export interface CheckResult {
  check: string;
  about: string;
  broken: Record<string, unknown>[];
}

/** Runs every query in checks/: a row returned is a check failed. */
export async function runChecks(warehouse: Warehouse, folder = resolveFromPipelines("checks")): Promise<CheckResult[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith(".sql")).sort();
  const results: CheckResult[] = [];
  for (const name of files) {
    const sql = await readFile(join(folder, name), "utf8");
    const broken = await rows<Record<string, unknown>>(warehouse, `select * from (${sql}) limit 5`);
    results.push({check: name.replace(/\.sql$/, ""), about: frontMatter(sql).about, broken});
  }
  return results;
}

/** Throws if any check fails: the data would be wrong, whatever the person running it does. */
export function refuseFailedChecks(results: readonly CheckResult[]): void {
  const broken = results.filter((result) => result.broken.length > 0);
  if (broken.length === 0) return;
  const reported = broken.map(
    ({check, about, broken: rows}) =>
      `${check}: ${about}\n  ${rows.map((row) => JSON.stringify(row, plain)).join("\n  ")}`
  );
  throw new Error(
    `the data break ${broken.length === 1 ? "a promise" : `${broken.length} promises`}\n${reported.join("\n")}`
  );
}

const plain = (_: string, value: unknown) => (typeof value === "bigint" ? Number(value) : value);
