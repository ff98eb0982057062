import {readdir, readFile} from "node:fs/promises";
import {join} from "node:path";
import {UserError} from "../../src/library/errors.ts";
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
    const broken = await rows<Record<string, unknown>>(warehouse, `select * from (${sql}) order by all limit 5`);
    results.push({check: name.replace(/\.sql$/, ""), about: frontMatter(sql).about, broken});
  }
  return results;
}

/**
 * Throws a UserError if any check fails: no release is better than a wrong one. Files that contradict each other can do
 * it, and so can a fault of this program.
 */
export function refuseFailedChecks(results: readonly CheckResult[]): void {
  const broken = results.filter((result) => result.broken.length > 0);
  if (broken.length === 0) return;
  const reported = broken.map(
    ({check, about, broken: rows}) =>
      `${check}: ${about}\n  ${rows.map((row) => JSON.stringify(row, plain)).join("\n  ")}`
  );
  throw new UserError(
    `the files contradict each other, and ${broken.length === 1 ? "a check fails" : `${broken.length} checks fail`}\n${reported.join("\n")}`,
    {
      fix: "leave out one of the files that the rows above come from, or put the school right in pipelines/codes/corrections.csv; if that does not help, report these lines: it may be a fault of this program"
    }
  );
}

const plain = (_: string, value: unknown) => (typeof value === "bigint" ? Number(value) : value);
