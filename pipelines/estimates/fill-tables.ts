import type {Study} from "../../src/analysis/comparison/study.ts";
import {appendColumns, describeTable, type Warehouse} from "../warehouse.ts";
import type {Answer} from "./estimate-pool.ts";
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

/** The tables of estimates, empty. */
export async function makeEstimateTables(warehouse: Warehouse): Promise<void> {
  await warehouse.run(`
    create or replace table expected_change (phase varchar, measure varchar, pool varchar, cohort integer, event_time integer,
      assumption varchar, donors integer, residual_sd double, names varchar, coefficients varchar, centre varchar, scale varchar, dropped varchar);
    create or replace table excess (phase varchar, measure varchar, pool varchar, school_id integer, cohort integer,
      event_time integer, change double, same_trend double, same_past double);
    create or replace table analysed_measure (phase varchar, measure varchar, scale varchar, series_id integer, unit varchar, unit_factor double);
    create or replace table estimate (id varchar, term varchar, assumption varchar, estimate double, se double, low double,
      high double, schools integer, clusters integer, method varchar);`);
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

/** Adds what a donor pool answered, in one transaction: each by itself would wait for the disk. */
export async function fillEstimates(warehouse: Warehouse, answer: Answer, schools: PhaseSchools): Promise<void> {
  await warehouse.run("begin transaction");
  await appendAnswer(warehouse, answer, schools);
  await warehouse.run("commit");
}

async function appendAnswer(
  warehouse: Warehouse,
  {results, expected, excess: blocks}: Answer,
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
  await fillEstimate(warehouse, results);
}

async function fillEstimate(warehouse: Warehouse, results: Answer["results"]): Promise<void> {
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
