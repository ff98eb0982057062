import {readFile} from "node:fs/promises";
import {group, least} from "d3";
import {UserError} from "../src/errors.ts";
import {difference, judge, type Recomputed} from "../src/reconcile.ts";
import type {ReconciliationNote} from "../src/release.ts";
import type {Column, Source} from "../src/source.ts";
import {rules, type TotalRule} from "./reconcile-rules.ts";
import {beside, quote, quoteName, rows, type Warehouse} from "./warehouse.ts";

/** Reasons that stand for a figure of pupils there are. Any other missing cell adds nothing. */
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

interface Judged extends Recomputed {
  source: string;
  file: string;
  area: string | null;
  school_phase: string | null;
  record_type: string | null;
  academic_year: number;
  time_identifier: string | null;
  column: string;
  verdict: string;
  why: string | null;
}

/**
 * Compares every total printed in the published files with what the school rows
 * of the same file give, and writes one row a printed figure into the table
 * reconciliation: percentages 0–100, `low` and `high` the bounds that hidden
 * and rounded figures of schools allow, `half_unit` half of the last printed place.
 */
export async function reconcile(warehouse: Warehouse, sources: readonly Source[]): Promise<void> {
  await warehouse.run(`create or replace table reconciliation (
    source varchar, file varchar, level varchar, area varchar, school_phase varchar, record_type varchar,
    academic_year smallint, time_identifier varchar, "column" varchar, printed double, recomputed double,
    low double, high double, half_unit double, kind varchar, verdict varchar, why varchar)`);
  const query = await readFile(beside("reconcile.sql"), "utf8");
  for (const source of sources) {
    if (await hasTotals(warehouse, source)) await reconcileSource(warehouse, source, query);
  }
}

async function hasTotals(warehouse: Warehouse, {id}: Source): Promise<boolean> {
  const found = await rows(
    warehouse,
    `select 1 from staged.${id} where level in ('local_authority', 'region', 'national') limit 1`
  );
  return found.length > 0;
}

async function reconcileSource(warehouse: Warehouse, source: Source, query: string): Promise<void> {
  await warehouse.run(`create or replace temp view figure as ${await figures(warehouse, source)}`);
  await warehouse.run(`create or replace temp table recomputed as ${query}`);
  const found = await rows<Judged>(
    warehouse,
    `select recomputed.*, file.file from recomputed join file using (file_id) order by file_id, source_row, "column"`
  );
  await append(
    warehouse,
    found.map((figure) => ({...figure, source: source.id, ...judge(figure)}))
  );
}

/** Every figure of a source on a row of its own, with the figure that weighs it. */
async function figures(warehouse: Warehouse, source: Source): Promise<string> {
  const described = await rows<{column_name: string}>(warehouse, `describe staged.${source.id}`);
  const has = new Set(described.map(({column_name}) => column_name));
  const numbers = Object.entries(source.columns).filter(([, {is}]) => is === "number");
  const rule = rules[source.id] ?? {};
  const text = (column: string) => (has.has(column) ? `coalesce(${column}, '')` : "''");
  const phase = has.has("school_phase") ? "school_phase" : "null::varchar";
  return `select file_id, source_row, level, academic_year, ${text("time_identifier")} as time_identifier,
    ${text("region_name")} as region_name, ${text("la_code")} as la_code, ${text("record_type")} as record_type,
    case when level = 'school' then ${phase} else coalesce(${phase}, 'total') end as school_phase,
    ${rule.pupils ?? "null"}::double as pupils,
    coalesce(${rule.silent ?? "false"}, false) as silent, coalesce(${rule.beyond ?? "false"}, false) as beyond,
    unnest([${numbers.map(([name, column]) => figure(name, column, rule)).join(",\n")}], recursive := true)
    from staged.${source.id}`;
}

function figure(name: string, {total}: Column, {counted = "true", counted_for = {}}: TotalRule): string {
  const weight = typeof total === "object" ? total.weight : null;
  const hides = (column: string) => `coalesce(${quoteName(`${column}_missing`)} in (${hiding.map(quote)}), false)`;
  return `{"column": ${quote(name)}, kind: ${quote(total === "sum" ? "sum" : weight ? "mean" : "none")},
    is_pct: ${name.endsWith("_pct")}, value: ${quoteName(name)}, missing: ${quoteName(`${name}_missing`)}::varchar,
    hides: ${hides(name)}, weight: ${weight ? quoteName(weight) : "null::double"},
    weight_hides: ${weight ? hides(weight) : "false"},
    counted: coalesce((${counted}) and (${counted_for[name] ?? "true"}), true)}`;
}

async function append(warehouse: Warehouse, judged: readonly Judged[]): Promise<void> {
  const appender = await warehouse.createAppender("reconciliation");
  const texts = (...values: (string | null)[]) => {
    for (const value of values) if (value === null) appender.appendNull(); else appender.appendVarchar(value);
  };
  const doubles = (...values: (number | null)[]) => {
    for (const value of values) if (value === null) appender.appendNull(); else appender.appendDouble(value);
  };
  for (const d of judged) {
    texts(d.source, d.file, d.level, d.area, d.school_phase, d.record_type);
    appender.appendSmallInt(d.academic_year);
    texts(d.time_identifier, d.column);
    doubles(d.printed, d.recomputed, d.low, d.high, d.half_unit);
    texts(d.kind, d.verdict, d.why);
    appender.endRow();
  }
  appender.closeSync();
}
