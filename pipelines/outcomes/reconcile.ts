import {readFile} from "node:fs/promises";
import {group} from "d3";
import {formatAcademicYear} from "../../src/vocabulary/academic-year.ts";
import {ENGLAND, isLarge, judge, verdicts, type Recomputed} from "../../src/published-files/reconcile.ts";
import type {ReconciliationFile} from "../../src/release/release.ts";
import type {Column, Source} from "../../src/published-files/source.ts";
import {rules, type TotalRule} from "./reconcile-rules.ts";
import {shareOut} from "../share-out.ts";
import {listHeldSources} from "../stage/held-sources.ts";
import {appendColumns, resolveFromPipelines, quote, quoteName, rows, type Warehouse} from "../warehouse.ts";

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

/** A printed total that its school rows do not give. */
interface Unexplained {
  level: Recomputed["level"];
  area: string | null;
  school_phase: string;
  record_type: string | null;
  academic_year: number;
  time_identifier: string | null;
  why: string;
}

/**
 * Compares every total printed in the staged files with what the school rows
 * of the same file give. Makes the table reconciliation, one row a printed
 * figure: `low` and `high` are the bounds that hidden and rounded figures of
 * schools allow, `half_unit` is half of the last printed place, `silent` counts
 * rows without figures whose pupils the total may count, and `difference` is
 * how far an unexplained figure is beyond all that.
 */
export async function reconcile(
  warehouse: Warehouse,
  sources: readonly Source[],
  {nation = ENGLAND, others = []}: {nation?: number; others?: readonly Warehouse[] | undefined} = {}
): Promise<void> {
  const query = await readFile(resolveFromPipelines("outcomes/reconcile.sql"), "utf8");
  await warehouse.run(`create or replace table reconciliation (source varchar, file varchar, level varchar, area varchar,
    school_phase varchar, record_type varchar, academic_year smallint, time_identifier varchar, "column" varchar,
    kind varchar, printed double, recomputed double, low double, high double, half_unit double, schools integer,
    hidden integer, silent integer, verdict varchar, difference double, why varchar)`);
  await warehouse.run(
    "comment on table reconciliation is 'A printed total of an authority, a region or the nation, beside what the school rows of the same file give.'"
  );
  const held = await listHeldSources(warehouse);
  await shareOut(
    [warehouse, ...others],
    sources
      .filter(({id}) => held.has(id))
      .map((source) => (connection) => reconcileSource(connection, source, {query, nation}))
  );
}

async function reconcileSource(
  warehouse: Warehouse,
  source: Source,
  {query, nation}: {query: string; nation: number}
): Promise<void> {
  if (!(await hasTotals(warehouse, source))) return;
  await warehouse.run(
    `create or replace temp macro hides(reason) as coalesce(reason in (${hiding.map(quote)}), false)`
  );
  await makeLines(warehouse, source, rules[source.id] ?? {});
  await warehouse.run(`create or replace temp table recomputed as ${query}`);
  await judgeAll(warehouse, nation);
  await judgeByOtherRules(warehouse, source, {query, nation});
  await warehouse.run(`insert into reconciliation by name
    select ${quote(source.id)} as source, file.file, recomputed.* exclude (file_id, source_row, unbounded, authorities, lacking),
      verdict, difference, why
    from recomputed join judged on judged.row = recomputed.rowid join file using (file_id)
    order by file_id, source_row, "column"`);
  await warehouse.run(
    "drop view if exists line; drop table if exists described; drop table if exists recomputed; drop table if exists judged; drop table if exists resolved; drop table if exists first_judged; drop table if exists first_recomputed"
  );
}

/** How many authorities the register of the day has: those of a synthetic nation, whose files all come with it. */
export async function authoritiesOfRegister(warehouse: Warehouse): Promise<number> {
  const [{authorities}] = (await rows<{authorities: number}>(
    warehouse,
    "select count(distinct la_code)::integer as authorities from staged.gias_establishments"
  )) as [{authorities: number}];
  return authorities;
}

async function hasTotals(warehouse: Warehouse, {id}: Source): Promise<boolean> {
  const levels = await rows<{level: string}>(warehouse, `select distinct level from staged.${id}`);
  return levels.some(({level}) => ["local_authority", "region", "national"].includes(level));
}

/**
 * Makes two things for the query: described, the columns of a source, and line, its rows
 * in one form for all sources, with the figures as a list.
 */
async function makeLines(warehouse: Warehouse, {id, columns}: Source, rule: TotalRule): Promise<void> {
  const staged = await rows<{column_name: string}>(warehouse, `describe staged.${id}`);
  const has = new Set(staged.map(({column_name}) => column_name));
  const text = (name: string) => `${has.has(name) ? `coalesce(${name}, '')` : "''"} as ${name}`;
  const phase = has.has("school_phase") ? "school_phase" : "null";
  const numbers = Object.entries(columns).filter(([, {is}]) => is === "number");
  const kinds = numbers.map(
    ([name, column], i) => `(${i}, ${quote(name)}, ${quote(classify(name, column, rule))}, ${name.endsWith("_pct")})`
  );
  await warehouse.run(`create or replace temp table described as
    select * replace (column_id::smallint as column_id) from (values ${kinds.join(", ")}) as _(column_id, name, kind, is_pct)`);
  await warehouse.run(`create or replace temp view line as
    select file_id, source_row, level, coalesce(${rule.counted ?? "true"}, true) as counts, academic_year, ${["time_identifier", "region_name", "la_code", "record_type"].map(text).join(", ")},
      coalesce(${phase}, case level when 'school' then '' else 'total' end) as school_phase,
      ${rule.pupils ?? "null"}::double as pupils, coalesce(${rule.silent ?? "false"}, false) as silent,
      [${numbers.map(([name, column], i) => figure(i, name, column, rule)).join(",\n")}] as figures
    from staged.${id}`);
}

const classify = (name: string, {total}: Column, {counts}: TotalRule): Recomputed["kind"] =>
  total === "sum" ? "sum" : !total ? "none" : counts?.[name] ? "rate" : "mean";

function figure(id: number, name: string, {total}: Column, rule: TotalRule): string {
  const {counted_for = {}, counts = {}, lacking = []} = rule;
  const weight = typeof total === "object" ? total.weight : null;
  const count = counts[name];
  const value = count
    ? `case level when 'school' then 100 * ${quoteName(count)} else ${quoteName(name)} end`
    : quoteName(name);
  const lacks = lacking
    .filter(({columns}) => columns?.includes(name) ?? true)
    .map(({rows, why}) => `when ${rows} then ${quote(why)}`);
  return `{column_id: ${id}::smallint, value: ${value}, missing: ${quoteName(`${count ?? name}_missing`)},
    weight: ${weight ? quoteName(weight) : "null::double"},
    weight_missing: ${weight ? quoteName(`${weight}_missing`) : "null::reason_id"},
    counted: ${counted_for[name] ? `coalesce(${counted_for[name]}, true)` : "true"},
    lacking: ${lacks.length ? `case ${lacks.join(" ")} end` : "null::varchar"}}`;
}

/** Makes the table judged: of each row of the table recomputed the verdict, and why. */
async function judgeAll(warehouse: Warehouse, nation: number): Promise<void> {
  const found = await rows<Recomputed>(
    warehouse,
    "select * exclude (area, school_phase) from recomputed order by rowid"
  );
  const judged = found.map((figure) => judge(figure, {nation}));
  await warehouse.run(
    `create or replace temp table judged ("row" bigint, verdict varchar, difference double, why varchar)`
  );
  await appendColumns(warehouse, "judged", [
    {type: "bigint", values: judged.map((_, i) => i)},
    {type: "varchar", values: judged.map(({verdict}) => verdict)},
    {type: "double", values: judged.map(({difference}) => difference)},
    {type: "varchar", values: judged.map(({why}) => why)}
  ]);
}

/** Puts in the place of totals that the rule of a source does not explain what another of its rules makes of them, with its words. */
async function judgeByOtherRules(
  warehouse: Warehouse,
  source: Source,
  {query, nation}: {query: string; nation: number}
): Promise<void> {
  const {otherRules = [], ...rule} = rules[source.id] ?? {};
  const [{unexplained}] = (await rows<{unexplained: number}>(
    warehouse,
    "select count(*)::integer as unexplained from judged where verdict = 'unexplained'"
  )) as [{unexplained: number}];
  if (!otherRules.length || !unexplained) return;
  await warehouse.run("create or replace temp table first_recomputed as select * from recomputed");
  await warehouse.run("create or replace temp table first_judged as select * from judged");
  for (const {says, ...other} of otherRules) {
    await makeLines(warehouse, source, {...rule, ...other});
    await warehouse.run(`create or replace temp table recomputed as ${query}`);
    await judgeAll(warehouse, nation);
    const columns = ["recomputed", "low", "high", "half_unit", "schools", "hidden", "unbounded", "silent"];
    await warehouse.run(`create or replace temp table resolved as
      select first_recomputed.rowid as "row", judged.verdict, ${columns.map((c) => `recomputed.${c}`).join(", ")}
      from first_recomputed
      join first_judged on first_judged."row" = first_recomputed.rowid and first_judged.verdict = 'unexplained'
      join recomputed using (file_id, source_row, "column")
      join judged on judged."row" = recomputed.rowid
      where judged.verdict in ('exact', 'rounding', 'suppression')`);
    await warehouse.run(`update first_recomputed set ${columns.map((c) => `${c} = resolved.${c}`).join(", ")}
      from resolved where resolved."row" = first_recomputed.rowid`);
    await warehouse.run(`update first_judged set verdict = resolved.verdict, difference = null, why = ${quote(says)}
      from resolved where resolved."row" = first_judged."row"`);
  }
  await warehouse.run("create or replace temp table recomputed as select * from first_recomputed order by rowid");
  await warehouse.run('create or replace temp table judged as select * from first_judged order by "row"');
}

/** What reconcile found, one line a source, file, level and column. */
export async function makeReconciliationFile(warehouse: Warehouse): Promise<ReconciliationFile[]> {
  const found = await rows<Omit<ReconciliationFile, "why"> & {largest: Unexplained | null; lacks: string | null}>(
    warehouse,
    `select source, file, replace(level, '_', ' ') as level, "column", count(*)::integer as printed,
       ${verdicts.map((verdict) => `count_if(verdict = '${verdict}')::integer as ${verdict}`).join(", ")},
       arg_max({level: level, area: area, school_phase: school_phase, record_type: record_type,
         academic_year: academic_year, time_identifier: time_identifier, why: why},
         (abs(difference), level, area, school_phase = 'total', school_phase, record_type, academic_year, time_identifier, why)) filter (difference is not null) as largest,
       string_agg(distinct why, '; ' order by why) filter (verdict <> 'unexplained') as lacks
     from reconciliation group by source, file, level, "column" order by all`
  );
  return found.map(({largest, lacks, ...note}) => ({
    ...note,
    why: [largest && `${sayWhere(largest)}: ${largest.why}`, lacks].filter(Boolean).join("; ") || null
  }));
}

/** Of the means of a file and column so many, and so large a part, are never unexplained in files as published. */
const MEANS = {totals: 3, share: 0.4};

/**
 * What to say of totals that their school rows do not give, where the file holds all the schools and nothing hidden
 * explains it: of counts that differ by more than 1% and a single pupil, and of means and rates where a large part of
 * those of a column differ. Of each file and column the largest difference (of equal ones that of all phases together),
 * and how many there are.
 */
export async function largeDifferences(warehouse: Warehouse): Promise<string[]> {
  const found = await rows<
    Unexplained & {file: string; column: string; kind: string; printed: number; difference: number; of: number}
  >(
    warehouse,
    `select * from (
       select *, (count(*) filter (verdict <> 'not_possible') over (partition by file, "column"))::integer as of from reconciliation
     ) where verdict = 'unexplained' and kind in ('sum', 'mean', 'rate') and silent = 0 order by file, "column", abs(difference) desc, level, area, school_phase <> 'total', school_phase, record_type, academic_year, time_identifier, printed`
  );
  return [...group(found, ({file, column}) => `${file}, column ${column}`)].flatMap(([where, all]) => {
    const large =
      all[0].kind === "sum"
        ? all.filter(({printed, difference}) => isLarge(printed, difference))
        : all.length >= Math.max(MEANS.totals, MEANS.share * all[0].of)
          ? all
          : [];
    if (large.length === 0) return [];
    const more = large.length - 1;
    return [
      `${where}: ${sayWhere(large[0])}: ${large[0].why}${more ? ` (and ${more} more totals)` : ""}: cut off, edited, or its totals count other schools`
    ];
  });
}

function sayWhere({level, area, school_phase, record_type, academic_year, time_identifier}: Unexplained): string {
  const place = level === "national" ? "England" : level === "region" ? area : `authority ${area}`;
  const phase = school_phase === "total" ? null : school_phase;
  return [place, record_type && `record type ${record_type}`, phase, formatAcademicYear(academic_year), time_identifier]
    .filter(Boolean)
    .join(", ");
}
