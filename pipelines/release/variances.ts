import {median} from "d3";
import {estimateCovariances, type Covariances} from "../../src/planner/covariances.ts";
import type {VarianceRow} from "../../src/release/variances.ts";
import type {Study} from "../../src/analysis/comparison/study.ts";
import {valueAt, type Yearly} from "../../src/analysis/comparison/yearly.ts";
import type {PhaseSchools} from "../estimates/read-phase.ts";
import {readHeldPhases} from "../estimates/held-phases.ts";
import {readPool} from "../estimates/read-pools.ts";
import {SPREAD_POOL} from "../estimates/spread.ts";
import {appendColumns, describeTable, quote, rows, type Warehouse} from "../warehouse.ts";

const aboutVariance = `-- How schools in no trust or federation vary around what their intake lets one expect, by outcome: what a design of a programme rests on.
-- key: phase, measure
`;
const aboutCovariance = `-- Covariance of a school’s values so many years apart, less what intake lets one expect, among schools in no trust or federation.
-- key: phase, measure, lag
`;

/** The rows of variances.json; makes no table. */
export async function estimateVariances(warehouse: Warehouse): Promise<VarianceRow[]> {
  const made: VarianceRow[] = [];
  for await (const {schools, studies} of readHeldPhases(warehouse)) {
    const estimate = await makeVarianceEstimator(warehouse, schools);
    for await (const study of studies) made.push(...(await estimate(study)));
  }
  return made;
}

/** What estimates the row of variances.json of an outcome of a phase: none where it does not vary beyond intake, or too little is known. */
export async function makeVarianceEstimator(
  warehouse: Warehouse,
  schools: PhaseSchools
): Promise<(study: Study, known?: Covariances | null) => Promise<VarianceRow[]>> {
  const pool = await readPool(warehouse, SPREAD_POOL, schools);
  const pupils = medianRoll(schools.rolls, schools.ids.length);
  return async (study, known) => {
    const found = known === undefined ? estimateCovariances(study, schools.data, pool) : known;
    return found ? [await describeVariance(warehouse, study, found, pupils)] : [];
  };
}

async function describeVariance(
  warehouse: Warehouse,
  {phase, measure, printed, unit, domain}: Study,
  {covariance, ...found}: Covariances,
  pupils: number | null
): Promise<VarianceRow> {
  const [residual] = await rows<{same_trend: number | null; same_past: number | null}>(
    warehouse,
    `select sqrt(avg(residual_sd ** 2 order by cohort, event_time) filter (assumption = 'same_trend')) as same_trend,
       sqrt(avg(residual_sd ** 2 order by cohort, event_time) filter (assumption = 'same_past')) as same_past
     from expected_change
     where pool = ${quote(SPREAD_POOL)} and phase = ${quote(phase)} and measure = ${quote(measure)} and event_time between 0 and 4`
  );
  const lasting = covariance.findLast((value) => value !== null) ?? 0;
  return {
    phase,
    measure,
    domain,
    unit: printed.unit,
    in: printed.in,
    between_variance: Math.max(0, lasting),
    within_variance: covariance[0]! - Math.max(0, lasting),
    covariance,
    ...found,
    residual_sd_same_trend: scale(residual.same_trend, unit),
    residual_sd_same_past: scale(residual.same_past, unit),
    school_sd: printed.sd,
    pupil_sd: printed.pupil_sd,
    smallest_effect: printed.smallest_effect.value,
    pupils
  };
}

const scale = (value: number | null, unit: number): number | null => (value === null ? null : value * Math.abs(unit));

/** Pupils of the middle school in the newest year that has rolls; null where none does. */
function medianRoll(rolls: Yearly, schools: number): number | null {
  const newest = rolls.years.findLast((year) =>
    Array.from({length: schools}, (_, row) => valueAt(rolls, row, year)).some((pupils) => pupils > 0)
  );
  if (newest === undefined) return null;
  return median(Array.from({length: schools}, (_, row) => valueAt(rolls, row, newest)).filter((n) => n > 0)) ?? null;
}

/** Makes the tables outcome_variance and outcome_covariance. */
export async function fillVarianceTables(warehouse: Warehouse, made: readonly VarianceRow[]): Promise<void> {
  await warehouse.run(`
    create or replace table outcome_variance (phase varchar, measure varchar, unit varchar, between_variance double, within_variance double,
      authority_share double, authority_lag integer, residual_sd_same_trend double, residual_sd_same_past double, school_sd double, pupil_sd double,
      schools integer, comparators integer, pupils double);
    create or replace table outcome_covariance (phase varchar, measure varchar, lag integer, covariance double, autocorrelation double, pairs integer)`);
  const text = (pick: (row: VarianceRow) => string) => ({type: "varchar" as const, values: made.map(pick)});
  const figure = (pick: (row: VarianceRow) => number | null) => ({type: "double" as const, values: made.map(pick)});
  await appendColumns(warehouse, "outcome_variance", [
    text(({phase}) => phase),
    text(({measure}) => measure),
    text(({unit}) => unit),
    figure((row) => row.between_variance),
    figure((row) => row.within_variance),
    figure((row) => row.authority_share),
    {type: "integer", values: made.map(({authority_lag}) => authority_lag)},
    figure((row) => row.residual_sd_same_trend),
    figure((row) => row.residual_sd_same_past),
    figure((row) => row.school_sd),
    figure((row) => row.pupil_sd),
    {type: "integer", values: made.map(({schools}) => schools)},
    {type: "integer", values: made.map(({comparators}) => comparators)},
    figure((row) => row.pupils)
  ]);
  const lags = made.flatMap(({phase, measure, covariance, pairs}) =>
    covariance.map((value, lag) => ({phase, measure, lag, value, of: covariance[0]!, pairs: pairs[lag]}))
  );
  await appendColumns(warehouse, "outcome_covariance", [
    {type: "varchar", values: lags.map(({phase}) => phase)},
    {type: "varchar", values: lags.map(({measure}) => measure)},
    {type: "integer", values: lags.map(({lag}) => lag)},
    {type: "double", values: lags.map(({value}) => value)},
    {type: "double", values: lags.map(({value, of}) => (value === null || !(of > 0) ? null : value / of))},
    {type: "integer", values: lags.map(({pairs}) => pairs)}
  ]);
  await describeTable(warehouse, "outcome_variance", aboutVariance);
  await describeTable(warehouse, "outcome_covariance", aboutCovariance);
}
