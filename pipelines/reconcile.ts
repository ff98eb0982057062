import {readFile} from "node:fs/promises";
import {DOUBLE, DuckDBDataChunk, INTEGER, SMALLINT, VARCHAR, type DuckDBValue} from "@duckdb/node-api";
import {descending, group} from "d3";
import {formatAcademicYear} from "../src/academic-year.ts";
import {PublishedFileError} from "../src/errors.ts";
import {difference, isLarge, judge, type Recomputed, type Verdict} from "../src/reconcile.ts";
import type {ReconciliationNote} from "../src/release.ts";
import type {Column, Source} from "../src/source.ts";
import {rules, type TotalRule} from "./reconcile-rules.ts";
import {beside, quote, quoteName, rows, type Warehouse} from "./warehouse.ts";

/** Reasons of a missing figure behind which there are pupils. Any other missing figure adds nothing. */
const hiding = [
  "suppressed",
  "pending",
  "no_entries",
  "not_published",
  "low_coverage",
  "small_positive",
  "redacted",
  "unavailable",
  "small_count",
  "low_reliability"
];

interface Reconciled extends Recomputed {
  source: string;
  file: string;
  area: string | null;
  school_phase: string;
  record_type: string | null;
  academic_year: number;
  time_identifier: string | null;
  column: string;
  verdict: Verdict;
  why: string | null;
}

/**
 * Compares every total printed in the staged files with what the school rows
 * of the same file give. Makes the table reconciliation, one row a printed
 * figure: `low` and `high` are the bounds that hidden and rounded figures of
 * schools allow, `half_unit` is half of the last printed place, `silent` counts
 * rows without figures whose pupils the total may count, and `difference` is
 * how far an unexplained figure is beyond all that.
 */
export async function reconcile(warehouse: Warehouse, sources: readonly Source[]): Promise<void> {
  const query = await readFile(beside("reconcile.sql"), "utf8");
  await warehouse.run(`create or replace temp macro hides(reason) as coalesce(reason in (${hiding.map(quote)}), false)`);
  await warehouse.run("drop table if exists reconciliation");
  for (const source of sources) {
    await warehouse.run(`create or replace temp view figure as ${await figuresOf(warehouse, source)}`);
    await warehouse.run(`create or replace temp table recomputed as ${query}`);
    await judgeAll(warehouse);
    const made = `select ${quote(source.id)} as source, file.file, recomputed.* exclude (file_id, source_row), verdict, difference, why
      from recomputed join judged on judged.row = recomputed.rowid join file using (file_id) order by file_id, source_row, "column"`;
    await warehouse.run(`create table if not exists reconciliation as from (${made}) limit 0`);
    await warehouse.run(`insert into reconciliation ${made}`);
  }
  await warehouse.run("drop view figure; drop table recomputed; drop table judged");
}

/** The query for every figure of a source on a row of its own, beside the figure that weighs it. */
async function figuresOf(warehouse: Warehouse, {id, columns}: Source): Promise<string> {
  const described = await rows<{column_name: string}>(warehouse, `describe staged.${id}`);
  const has = new Set(described.map(({column_name}) => column_name));
  const text = (name: string) => (has.has(name) ? `coalesce(${name}, '')` : "''");
  const phase = has.has("school_phase") ? "school_phase" : "null::varchar";
  const rule = rules[id] ?? {};
  const numbers = Object.entries(columns).filter(([, {is}]) => is === "number");
  return `select file_id, source_row, level, academic_year, ${text("time_identifier")} as time_identifier,
    ${text("region_name")} as region_name, ${text("la_code")} as la_code, ${text("record_type")} as record_type,
    case when level = 'school' then ${phase} else coalesce(${phase}, 'total') end as school_phase,
    ${rule.pupils ?? "null"}::double as pupils, coalesce(${rule.silent ?? "false"}, false) as silent,
    unnest([${numbers.map(([name, column]) => figure(name, column, rule)).join(",\n")}], recursive := true)
    from staged.${id}`;
}

function figure(name: string, {total}: Column, {counted = "true", counted_for = {}, counts = {}, ...rule}: TotalRule) {
  const weight = typeof total === "object" ? total.weight : null;
  const count = counts[name];
  const kind = total === "sum" ? "sum" : !weight ? "none" : count ? "rate" : "mean";
  const value = count
    ? `case level when 'school' then 100 * ${quoteName(count)} else ${quoteName(name)} end`
    : quoteName(name);
  const lacking = (rule.lacking ?? [])
    .filter(({columns}) => columns?.includes(name) ?? true)
    .map(({rows, why}) => `when ${rows} then ${quote(why)}`);
  return `{"column": ${quote(name)}, kind: ${quote(kind)}, value: ${value},
    missing: ${quoteName(`${count ?? name}_missing`)}, weight: ${weight ? quoteName(weight) : "null::double"},
    weight_missing: ${weight ? quoteName(`${weight}_missing`) : "null::reason_id"},
    counted: coalesce((${counted}) and (${counted_for[name] ?? "true"}), true),
    lacking: ${lacking.length ? `case ${lacking.join(" ")} end` : "null::varchar"}}`;
}

/** Makes the table judged: of each row of the table recomputed the verdict, and why. */
async function judgeAll(warehouse: Warehouse): Promise<void> {
  const found = await rows<Recomputed>(warehouse, "select * exclude (area, school_phase) from recomputed order by rowid");
  const judged = found.map(judge);
  await warehouse.run(`create or replace temp table judged ("row" bigint, verdict varchar, difference double, why varchar)`);
  const appender = await warehouse.createAppender("judged");
  for (let from = 0; from < judged.length; from += 2048) {
    const some = judged.slice(from, from + 2048);
    const chunk = DuckDBDataChunk.create([BIGINT, VARCHAR, DOUBLE, VARCHAR], some.length);
    chunk.setColumns([
      some.map((_, i) => BigInt(from + i)),
      some.map(({verdict}) => verdict),
      some.map(({difference}) => difference),
      some.map(({why}) => why)
    ]);
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}

/** What reconcile found, one line a source, file, level and column. */
export async function reconciliationNotes(warehouse: Warehouse): Promise<ReconciliationNote[]> {
  const verdicts = ["exact", "rounding", "suppression", "not_possible", "unexplained"];
  const found = await rows<Omit<ReconciliationNote, "why"> & {lacks: string | null} & Nullable<Place>>(
    warehouse,
    `select source, file, replace(level, '_', ' ') as level, "column", count(*)::integer as printed,
       ${verdicts.map((verdict) => `count_if(verdict = '${verdict}')::integer as ${verdict}`).join(", ")},
       string_agg(distinct why, '; ' order by why) filter (verdict = 'not_possible') as lacks,
       unnest(arg_max({${place.map((name) => `${name}: ${name}`).join(", ")}}, abs(difference)))
     from reconciliation group by all order by source, file, level, "column"`
  );
  const groups = group(found, (d) => [d.source, d.file, d.level, d.column].join("\n"));
  return [...groups.values()].map((some) => {
    const {source, file, level, column} = some[0]!;
    const count = (verdict: Verdict) => some.filter((d) => d.verdict === verdict).length;
    return {
      source,
      file,
      level: level === "local_authority" ? "local authority" : level,
      column,
      printed: some.length,
      exact: count("exact"),
      rounding: count("rounding"),
      suppression: count("suppression"),
      not_possible: count("not_possible"),
      unexplained: count("unexplained"),
      why: sayWhy(some)
    };
  });
}

/** The largest unexplained difference, and why others could not be compared. */
function sayWhy(some: readonly Reconciled[]): string | null {
  const [largest] = some
    .filter(({verdict}) => verdict === "unexplained")
    .sort((a, b) => descending(Math.abs(difference(a)), Math.abs(difference(b))));
  const lacks = new Set(some.filter(({verdict}) => verdict === "not_possible").map(({why}) => why!));
  const parts = [...lacks].sort();
  if (largest) parts.unshift(`${sayWhere(largest)}: ${largest.why}`);
  return parts.length ? parts.join("; ") : null;
}

function sayWhere({level, area, school_phase, record_type, academic_year, time_identifier}: Reconciled): string {
  const place = level === "national" ? "England" : level === "region" ? area : `authority ${area}`;
  const kind = school_phase === "total" ? (record_type && `record type ${record_type}`) : school_phase;
  return [place, kind, formatAcademicYear(academic_year), time_identifier].filter(Boolean).join(", ");
}

/**
 * Stops a run on a count that its school rows do not give to within 1%, nor to
 * a single pupil, where the file holds all the schools and nothing else explains it.
 */
export async function refuseLargeDifferences(warehouse: Warehouse): Promise<void> {
  const found = await rows<Reconciled>(
    warehouse,
    "select * from reconciliation where verdict = 'unexplained' and kind = 'sum' and silent = 0"
  );
  const [worst] = found
    .filter((d) => isLarge(d.printed, difference(d)))
    .sort((a, b) => descending(Math.abs(difference(a)), Math.abs(difference(b))));
  if (!worst) return;
  throw new PublishedFileError(`${sayWhere(worst)}: ${worst.why}`, {
    file: worst.file,
    column: worst.column,
    fix: "the file may be cut off or edited: download it again; if the publisher’s totals count other schools, say which in pipelines/reconcile-rules.ts"
  });
}
