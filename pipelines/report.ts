import {formatAcademicYear} from "../src/vocabulary/academic-year.ts";
import type {RunFile, SourceRow} from "../src/release/release.ts";
import {makeIdentityFile} from "./schools/identity.ts";
import type {FilesRead} from "./read/published-file.ts";
import {makeSourceRows} from "./release/source-notes.ts";
import type {Run} from "./steps.ts";
import type {Warehouse} from "./warehouse.ts";

type Log = (line: string) => void;

/** Says which file is what. */
export function reportFiles({files, unknown, left, accepted, metadata, copies}: FilesRead, log: Log): void {
  log("Files");
  for (const {file, source, year, stage, snapshot, encoding} of files) {
    const when = [year && formatAcademicYear(year), stage, snapshot].filter(Boolean).join(", ");
    log(`  ${file}: ${source.id}${when ? `, ${when}` : ""} (${encoding})`);
  }
  for (const {file, of} of metadata) log(`  ${file}: metadata${of ? ` of ${of}` : ", but its file is not here"}`);
  for (const {file, of} of copies) log(`  ${file}: the same as ${of}`);
  for (const {file, why} of unknown) log(`  ${file}: not read, ${why}`);
  for (const {message, fix} of left) log(`  ${message}: left out; ${fix}`);
  for (const {file, signs} of accepted) log(`  ${file}: somebody’s own table (${signs}), read as if it were published`);
  log("");
}

/** The summary of a run: what was read, what was resolved, who is who, and whether totals agree. */
export async function reportRun(
  warehouse: Warehouse,
  {sources, reconciliation}: Run,
  note: RunFile,
  log: Log
): Promise<void> {
  const read = await makeSourceRows(warehouse, sources);
  log("\nSources\n");
  log(
    table([
      ["source", "files", "rows", "school rows", "numbers", "missing by reason"],
      ...read.map(({id, files, numbers, missing}) => [
        id,
        count(files.length),
        count(sum(files.map((f) => f.rows))),
        count(sum(files.map((f) => f.school_rows))),
        count(numbers),
        missing.map(({reason, cells}) => `${reason} ${count(cells)}`).join(", ") || "none"
      ])
    ])
  );
  const lacking = read.flatMap(({absent}) => absent);
  if (lacking.length) log("\nColumns of its year that a file lacks: each is missing for the reason not_in_file");
  for (const {file, columns} of lacking) log(`  ${file}: ${columns.join(", ")}`);
  reportNotRead(read, log);
  await reportIdentity(warehouse, log);
  reportReconciliation(reconciliation, log);
  reportResolved(note, log);
}

/** By source what stands in its files and is not read, and what is read under a name of other years. */
function reportNotRead(read: readonly SourceRow[], log: Log): void {
  log("\nIn the file, not read\n");
  for (const {id, files, not_read: names, other_year} of read) {
    if (files.length === 0) continue;
    const shown = names.slice(0, 12).join(", ") + (names.length > 12 ? ", …" : "");
    log(`  ${id}: ${names.length ? `${count(names.length)} columns (${shown})` : "nothing"}`);
    if (other_year.length) log(`  ${id}: read, though known of other years only: ${other_year.join(", ")}`);
  }
}

async function reportIdentity(warehouse: Warehouse, log: Log): Promise<void> {
  const {
    urns,
    schools,
    merges,
    refused,
    sponsored_with_three_earlier_years: sponsored,
    sponsors,
    roles
  } = await makeIdentityFile(warehouse);
  log(`\nSchools through time: ${count(urns)} URNs are ${count(schools)} schools`);
  log(
    `  same school, on the evidence of: ${merges.map((m) => `${m.evidence} ${count(m.merges)}`).join(", ") || "no link"}`
  );
  log(`  kept apart: ${refused.map((r) => `${r.reason} ${count(r.links)}`).join(", ") || "none"}`);
  log(
    `  sponsored academies with three earlier years: ${sponsored.map((s) => `${s.phase} ${count(s.schools)} of ${count(s.of)}`).join(", ") || "none"}`
  );
  log(
    `  sponsors of the register: ${count(sponsors.all)}, of them ${count(sponsors.trusts)} are a trust; ${count(sponsors.outside)} match no trust by company, name or academies: somebody outside, whose academies are in their own trusts`
  );
  log("\nRoles\n");
  log(
    table([
      ["partnership_type", "role", "source", "schools"],
      ...roles.map((r) => [r.partnership_type, r.role, r.role_source, count(r.schools)])
    ])
  );
}

function reportReconciliation(notes: Run["reconciliation"], log: Log): void {
  log("\nTotals recomputed from school rows\n");
  log(
    table([
      ["file", "level", "column", "printed", "exact", "rounding", "suppression", "not possible", "unexplained", "why"],
      ...notes.map((n) => [
        n.file.split("/").at(-1)!,
        n.level,
        n.column,
        count(n.printed),
        count(n.exact),
        count(n.rounding),
        count(n.suppression),
        count(n.not_possible),
        count(n.unexplained),
        n.why ?? ""
      ])
    ])
  );
}

function reportResolved({resolved, earlier_stage, warnings}: RunFile, log: Log): void {
  if (resolved.length) log("\nRows that two files hold differently: the newer or more complete file’s is used");
  for (const s of resolved)
    log(
      `  ${s.source}, school ${s.school}, ${s.year}, ${s.column}: ${s.selected} (${s.selected_from}), not ${s.left} (${s.left_in})`
    );
  for (const e of earlier_stage)
    log(`\nLeft out: ${count(e.schools)} schools of ${e.source} ${e.year} that only the ${e.stage} stage has`);
  if (warnings.length) log("\nWarnings");
  for (const warning of warnings) log(`  ${warning}`);
}

const count = (n: number): string => n.toLocaleString("en-GB");
const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

/** Columns padded to their widest cell; the last is left as it is. */
function table(lines: readonly (readonly string[])[]): string {
  const widths = lines[0].map((_, i) => Math.max(...lines.map((line) => line[i].length)));
  return lines
    .map((line) => `  ${line.map((cell, i) => (i === line.length - 1 ? cell : cell.padEnd(widths[i]))).join("  ")}`)
    .join("\n");
}
