import type {Study} from "../../src/analysis/comparison/study.ts";
import {appendColumns, describeTable, quote, rows, type Warehouse} from "../warehouse.ts";
import type {Answer, AnswerRows} from "./estimate-pool.ts";
import type {PhaseSchools} from "./read-phase.ts";
import {unpackFloats, unpackIntegers} from "./tables.ts";

const expectedChange = `-- The regression of change on covariates among the donors of a pool, for the whole country: what it expects of a school.
-- key: phase, measure, pool, cohort, event_time, assumption
`;
const excess = `-- Change of a treated school since the base, and its excess over what was expected under both assumptions.
-- key: phase, measure, pool, school_id, cohort, event_time
`;
const analysedMeasure = `-- A measure in a phase as it is estimated: on which scale, and what one of that scale is in the unit printed.
-- key: phase, measure
`;
const estimate = `-- Effects: means of excesses, by event time and over all, under both assumptions.
-- key: id, term, assumption
`;

/** Tables whose rows stay from run to run, by donor pool: reading them again from answers would take most of a run in which little changed. */
export const tablesOfRows = ["expected_change", "excess"] as const;

/** The tables of estimates, empty; kept.part says which answer each donor pool’s rows are of. */
export async function makeEstimateTables(warehouse: Warehouse): Promise<void> {
  await warehouse.run(`
    create or replace table expected_change (phase varchar, measure varchar, pool varchar, cohort integer, event_time integer,
      assumption varchar, donors integer, residual_sd double, names varchar, coefficients varchar, centre varchar, scale varchar, dropped varchar);
    create or replace table excess (phase varchar, measure varchar, pool varchar, school_id integer, cohort integer,
      event_time integer, change double, same_trend double, same_past double);
    create schema if not exists kept;
    create or replace table kept.part (answer varchar, phase varchar, pool varchar, measure varchar);`);
  await makeTablesAnew(warehouse);
}

/** The same, but with the rows that the run left whose warehouse it is. */
export async function openEstimateTables(warehouse: Warehouse): Promise<void> {
  const earlier = await rows(
    warehouse,
    "select 1 as found from duckdb_tables() where schema_name = 'kept' and table_name = 'part'"
  );
  await (earlier.length ? makeTablesAnew : makeEstimateTables)(warehouse);
}

const makeTablesAnew = (warehouse: Warehouse): Promise<unknown> =>
  warehouse.run(`
    create or replace table analysed_measure (phase varchar, measure varchar, scale varchar, series_id integer, unit varchar, unit_factor double);
    create or replace table estimate (id varchar, term varchar, assumption varchar, estimate double, se double, low double,
      high double, schools integer, clusters integer, method varchar);`);

/** Removes the rows of a phase that are of none of these answers. Returns the answers whose rows stay. */
export async function keepRows(
  warehouse: Warehouse,
  phase: string,
  answers: readonly (string | null)[]
): Promise<Set<string>> {
  const all = await rows<{answer: string}>(
    warehouse,
    `select distinct answer from kept.part where phase = ${quote(phase)}`
  );
  const asked = new Set(answers);
  const gone = all.filter(({answer}) => !asked.has(answer)).map(({answer}) => quote(answer));
  if (gone.length) {
    const of = `phase = ${quote(phase)} and answer in (${gone.join(", ")})`;
    for (const table of tablesOfRows)
      await warehouse.run(
        `delete from ${table} using (select * from kept.part where ${of}) as part
         where ${table}.phase = part.phase and ${table}.pool = part.pool and ${table}.measure = part.measure`
      );
    await warehouse.run(`delete from kept.part where ${of}`);
  }
  return new Set(all.map(({answer}) => answer).filter((answer) => asked.has(answer)));
}

/** Adds the scales of what is estimated in a phase. */
export async function fillAnalysedMeasures(warehouse: Warehouse, studies: readonly Study[]): Promise<void> {
  await appendColumns(warehouse, "analysed_measure", [
    {type: "varchar", values: studies.map(({phase}) => phase)},
    {type: "varchar", values: studies.map(({measure}) => measure)},
    {type: "varchar", values: studies.map(({scale}) => scale)},
    {type: "integer", values: studies.map(({series_id}) => series_id)},
    {type: "varchar", values: studies.map(({printed}) => printed.unit)},
    {type: "double", values: studies.map(({unit}) => unit)}
  ]);
}

/** Adds the rows that a donor pool answered, in one transaction: each by itself would wait for the disk. */
export async function fillRows(
  warehouse: Warehouse,
  answered: AnswerRows,
  {answer, schools}: {answer: string | null; schools: PhaseSchools}
): Promise<void> {
  await warehouse.run("begin transaction");
  await appendRows(warehouse, answered, schools);
  // Rows of an answer that nobody can ask for again have no name, and go with the next run.
  const parts = answered.excess.map(({pool, measure}) => [answer ?? "", schools.phase, pool, measure].map(quote));
  if (parts.length)
    await warehouse.run(`insert into kept.part values ${parts.map((one) => `(${one.join(", ")})`).join(", ")}`);
  await warehouse.run("commit");
}

async function appendRows(
  warehouse: Warehouse,
  {expected, excess: blocks}: AnswerRows,
  {phase, ids}: PhaseSchools
): Promise<void> {
  const text = (values: readonly (string | number)[]) => JSON.stringify(values);
  await appendColumns(warehouse, "expected_change", [
    {type: "varchar", values: expected.map(() => phase)},
    {type: "varchar", values: expected.map(({measure}) => measure)},
    {type: "varchar", values: expected.map(({pool}) => pool)},
    {type: "integer", values: expected.map(({cohort}) => cohort)},
    {type: "integer", values: expected.map(({event_time}) => event_time)},
    {type: "varchar", values: expected.map(({assumption}) => assumption)},
    {type: "integer", values: expected.map(({donors}) => donors)},
    {type: "double", values: expected.map(({residual_sd}) => residual_sd)},
    {type: "varchar", values: expected.map(({names}) => text(names))},
    {type: "varchar", values: expected.map(({coefficients}) => text(coefficients))},
    {type: "varchar", values: expected.map(({centre}) => text(centre))},
    {type: "varchar", values: expected.map(({scale}) => text(scale))},
    {type: "varchar", values: expected.map(({dropped}) => text(dropped))}
  ]);
  for (const block of blocks) {
    const nullMissing = (values: Float64Array) => Array.from(values, (value) => (Number.isNaN(value) ? null : value));
    await appendColumns(warehouse, "excess", [
      {type: "varchar", values: new Array<string>(block.rows).fill(phase)},
      {type: "varchar", values: new Array<string>(block.rows).fill(block.measure)},
      {type: "varchar", values: new Array<string>(block.rows).fill(block.pool)},
      {type: "integer", values: Array.from(unpackIntegers(block.row), (row) => ids[row])},
      {type: "integer", values: [...unpackIntegers(block.cohort)]},
      {type: "integer", values: [...unpackIntegers(block.event_time)]},
      {type: "double", values: nullMissing(unpackFloats(block.change))},
      {type: "double", values: nullMissing(unpackFloats(block.same_trend))},
      {type: "double", values: nullMissing(unpackFloats(block.same_past))}
    ]);
  }
}

/** Adds the effects that a donor pool answered. */
export async function fillEstimate(warehouse: Warehouse, {results}: Answer): Promise<void> {
  const collectRows = results.flatMap(({id, effect, schools, partnerships, interval, event_times}) =>
    [
      ...(effect ? [{term: "overall", effect, schools, clusters: partnerships}] : []),
      ...event_times.map((e) => ({term: String(e.event_time), effect: e, schools: e.schools, clusters: e.partnerships}))
    ].flatMap(({term, effect: of, ...counts}) =>
      (["same_trend", "same_past"] as const).map((assumption) => ({
        id,
        term,
        assumption,
        ...of[assumption],
        ...counts,
        method: interval.method
      }))
    )
  );
  await appendColumns(warehouse, "estimate", [
    {type: "varchar", values: collectRows.map(({id}) => id)},
    {type: "varchar", values: collectRows.map(({term}) => term)},
    {type: "varchar", values: collectRows.map(({assumption}) => assumption)},
    {type: "double", values: collectRows.map(({value}) => value)},
    {type: "double", values: collectRows.map(({se}) => se)},
    {type: "double", values: collectRows.map(({low}) => low)},
    {type: "double", values: collectRows.map(({high}) => high)},
    {type: "integer", values: collectRows.map(({schools}) => schools)},
    {type: "integer", values: collectRows.map(({clusters}) => clusters)},
    {type: "varchar", values: collectRows.map(({method}) => method)}
  ]);
}

/** Says what the tables are, and checks their keys. */
export async function describeEstimates(warehouse: Warehouse): Promise<void> {
  await describeTable(warehouse, "expected_change", expectedChange);
  await describeTable(warehouse, "excess", excess);
  await describeTable(warehouse, "analysed_measure", analysedMeasure);
  await describeTable(warehouse, "estimate", estimate);
}
