import type {Rate, Reading} from "../../src/vocabulary/measure.ts";
import {measures} from "../../src/vocabulary/measures.ts";
import {design} from "../../src/design.ts";
import {shareOut, type Work} from "../share-out.ts";
import {describeTable, quote, quoteName, rows, type Warehouse} from "../warehouse.ts";

const about = `-- A school’s value of a measure in an academic year, or the reason there is none, with the row it was read from.
-- key: measure, school_id, academic_year
`;

/**
 * Makes outcome: every measure of every school and year, native and standardised,
 * measure by measure from src/vocabulary/measures.ts.
 */
export async function makeOutcomes(warehouse: Warehouse, others: readonly Warehouse[] = []): Promise<void> {
  const connections = [warehouse, ...others];
  for (const connection of connections) {
    await makeComparableSeries(connection);
    await makeWeights(connection);
    await connection.run(`create or replace temp table read_value (
      measure varchar, series_id smallint, school_id integer, academic_year smallint, reading smallint, value double, low double, high double,
      missing reason_id, pupils double, phase varchar, stage varchar, file_id smallint, source_row integer)`);
  }
  await warehouse.run(`create or replace table outcome as ${bestReading()}`);
  const selected = await rows<{source: string}>(
    warehouse,
    "select distinct source from selected where decision = 'selected'"
  );
  const isSelected = new Set(selected.map(({source}) => source));
  const works = Object.entries(measures).map(([id, {comparable_series}]): Work<void> => {
    const readings = distinctReadings(comparable_series.map(({read}) => read));
    const held = readings.filter(({reading}) => isSelected.has(reading.source));
    return (connection) => readMeasure(connection, id, held);
  });
  await shareOut(connections, works);
  for (const connection of connections) await connection.run("drop table read_value");
  await describeTable(warehouse, "outcome", about);
}

async function readMeasure(warehouse: Warehouse, id: string, readings: readonly RankedReading[]): Promise<void> {
  if (!readings.length) return;
  await warehouse.run("delete from read_value");
  for (const {reading, rank} of readings) {
    const query =
      typeof reading.value === "string"
        ? readColumn(id, reading, reading.value, rank)
        : await readRate(warehouse, id, reading, reading.value, rank);
    await warehouse.run(`insert into read_value by name ${query}`);
  }
  await warehouse.run(`insert into outcome by name ${bestReading()}`);
}

/** What outcomes are put on the standardised scale with, besides each school’s pupils of the year: how many authorities there are. */
async function makeWeights(warehouse: Warehouse): Promise<void> {
  await warehouse.run(`
    create or replace temp table authorities as
      select count(distinct la_code) as n from school
      where not independent and phase in ('primary', 'secondary') and la_code is not null`);
}

/** Comparable series: the years of each of a measure, and where it is read. */
async function makeComparableSeries(warehouse: Warehouse): Promise<void> {
  const lines = Object.entries(measures).flatMap(([id, {comparable_series}]) =>
    comparable_series.flatMap(({from, to, read}, i) =>
      read.map(
        ({source, value}) => `(${quote(id)}, ${i}, ${from}, ${to ?? 9999}, ${quote(source)}, ${quote(readName(value))})`
      )
    )
  );
  await warehouse.run(`create or replace temp table series_id as
    select * from (values ${lines.join(", ")}) as s(measure, series_id, first_year, last_year, source, read)`);
}

const readName = (value: Reading["value"]): string => (typeof value === "string" ? value : value.count);

/** A reading, and its place in the order of preference. */
interface RankedReading {
  reading: Reading;
  rank: number;
}

/** Each source and column once, whichever comparable series it serves. */
function distinctReadings(reads: readonly (readonly Reading[])[]): RankedReading[] {
  const found = new Map<string, RankedReading>();
  for (const read of reads) {
    for (const [rank, reading] of read.entries()) {
      const key = `${reading.source} ${readName(reading.value)}`;
      if (!found.has(key)) found.set(key, {reading, rank});
    }
  }
  return [...found.values()];
}

/** Rows of one source that stand for a school in a year, with the staged cells next to them. */
const selectRows = ({source, lag = 0}: Reading): string => `
  from selected
  join staged.${source} as published using (file_id, source_row)
  join school on school.school_id = selected.school_id
  join series_id on series_id.source = ${quote(source)} and selected.academic_year - ${lag} between series_id.first_year and series_id.last_year
  where selected.source = ${quote(source)} and selected.decision = 'selected'`;

/**
 * A value printed in a column. A school with a row a phase is read in its own
 * phase; one with two rows for parts of the year has none that stands for it.
 */
function readColumn(measure: string, reading: Reading, column: string, rank: number): string {
  const {pupils, lag = 0} = reading;
  const value = `published.${quoteName(column)}`;
  return `
with reported as (
  select selected.school_id, (selected.academic_year - ${lag})::smallint as academic_year, series_id.series_id, ${value} as value,
    ${`published.${quoteName(`${column}_missing`)}`} as missing, ${pupils ? `published.${quoteName(pupils)}` : "null"}::double as pupils,
    coalesce(selected.school_phase, school.phase) as phase, selected.stage, file_id, source_row,
    coalesce(selected.school_phase = school.phase, true) as own_phase, selected.parts
  ${selectRows(reading)} and series_id.measure = ${quote(measure)} and series_id.read = ${quote(column)}
),
counted as (
  select *, count(*) filter (own_phase) over (partition by school_id, academic_year) as own_rows,
    count(*) over (partition by school_id, academic_year) as all_rows,
    row_number() over (partition by school_id, academic_year order by own_phase desc, pupils desc nulls last, file_id, source_row) as place
  from reported
)
select ${quote(measure)} as measure, series_id::smallint as series_id, school_id, academic_year, ${rank}::smallint as reading,
  case when not split then value end as value, null::double as low, null::double as high,
  case when split then 'changed_in_year' else missing end::reason_id as missing, pupils, phase, stage, file_id, source_row
from (select *, parts > 1 or own_rows > 1 or (own_rows = 0 and all_rows > 1) as split from counted)
where place = 1`;
}

/**
 * A count out of another column. A hidden count of one or two takes the mean
 * that the authorities’ totals imply, with both bounds next to it.
 */
async function readRate(
  warehouse: Warehouse,
  measure: string,
  reading: Reading,
  rate: Rate,
  rank: number
): Promise<string> {
  await makeHiddenMeans(warehouse, reading, rate);
  const count = `published.${quoteName(rate.count)}`;
  const missing = `published.${quoteName(`${rate.count}_missing`)}`;
  const of = `published.${quoteName(rate.of)}`;
  const ofMissing = `published.${quoteName(`${rate.of}_missing`)}`;
  const termly = reading.source === "exclusions_termly";
  const ofYear = "selected.time_identifier ilike 'academic year%'";
  const behind = reading.pupils === rate.of ? "pupils" : reading.pupils ? "others" : "null::double";
  const countHidden = (hidden: string) =>
    `sum(exact(case when ${missing} = 'small_count' then ${hidden} else ${count} end))::double`;
  return `
with summed as (
  select selected.school_id, selected.academic_year, series_id.series_id,
    ${countHidden("hidden_mean.mean")} as count, ${countHidden("1")} as low_count, ${countHidden("2")} as high_count,
    bool_or(${missing} = 'small_count') as hidden,
    min(${missing}) filter (${missing} <> 'small_count') as count_missing,
    (sum(exact(${of})) filter (${of} > 0${termly ? ` and (selected.time_identifier ilike 'spring%' or ${ofYear})` : ""}))::double as pupils,
    min(${ofMissing}) filter (${ofMissing} is not null) as pupils_missing,
    ${reading.pupils ? `sum(exact(published.${quoteName(reading.pupils)}))::double` : "null::double"} as others,
    count(*) filter (${of} > 0) as rows_with_pupils,
    case when bool_or(${ofYear}) then 3 else count(distinct selected.time_identifier) end as terms,
    bool_or(${ofYear}) as has_year,
    bool_or(closing_year.laestab is not null) as closing,
    commonest(coalesce(selected.school_phase, school.phase)) as phase, min(selected.stage) as stage,
    min(struct_pack(file_id, source_row)) as first_row
  from selected
  join staged.${reading.source} as published using (file_id, source_row)
  join school on school.school_id = selected.school_id
  join series_id on series_id.source = ${quote(reading.source)} and selected.academic_year between series_id.first_year and series_id.last_year
  left join hidden_mean on hidden_mean.academic_year = selected.academic_year and hidden_mean.phase = selected.school_phase
  left join closing_year on closing_year.source = selected.source and closing_year.laestab = selected.laestab and closing_year.academic_year = selected.academic_year
  where selected.source = ${quote(reading.source)} and selected.decision = 'selected' and series_id.measure = ${quote(measure)} and series_id.read = ${quote(rate.count)}
  group by selected.school_id, selected.academic_year, series_id.series_id
),
explained as (
  select *, case when closing then 'incomplete_year'
       ${termly ? `when terms < 3 then 'term_missing' ${rate.persons ? "when not has_year then 'terms_overlap'" : ""}` : ""}
       ${rate.adds ? "" : "when rows_with_pupils > 1 then 'changed_in_year'"}
       when count_missing is not null then count_missing::varchar
       when pupils is null then coalesce(pupils_missing::varchar, 'no_pupils') end as missing
  from summed
)
select ${quote(measure)} as measure, series_id::smallint as series_id, school_id, academic_year, ${rank}::smallint as reading,
  case when missing is null then ${rate.per} * count / pupils end as value,
  case when missing is null and hidden then ${rate.per} * low_count / pupils end as low,
  case when missing is null and hidden then ${rate.per} * high_count / pupils end as high,
  missing::reason_id as missing, ${behind} as pupils, phase, stage, first_row.file_id as file_id, first_row.source_row as source_row
from explained`;
}

/**
 * hidden_mean: the mean of the counts of one or two that a source hides, by year
 * and phase: what the authorities’ printed totals leave over, spread over all
 * schools of the year, so that no single school’s count is worked out from it.
 */
async function makeHiddenMeans(warehouse: Warehouse, {source}: Reading, {count}: Rate): Promise<void> {
  const name = quoteName(count);
  const missing = quoteName(`${count}_missing`);
  await warehouse.run(`create or replace temp table hidden_mean as
with schools as (
  select file_id, academic_year, la_code, school_phase as phase, sum(exact(${name}))::double as known, count(*) filter (${missing} = 'small_count') as hidden
  from staged.${source} where level = 'school' group by all
),
totals as (
  select file_id, academic_year, la_code, school_phase as phase, ${name} as printed
  from staged.${source} where level = 'local_authority' and ${name} is not null
),
implied as (
  select academic_year, phase, sum(exact(printed - coalesce(known, 0)))::double / sum(hidden) as mean
  from schools join totals using (file_id, academic_year, la_code, phase)
  where hidden > 0 and printed - coalesce(known, 0) between hidden and 2 * hidden
  group by all
  having mean > 1 and mean < 2  -- a mean of one or two would give every count away
)
select distinct schools.academic_year, schools.phase, coalesce(implied.mean, ${design.hidden_count}) as mean
from schools left join implied on implied.academic_year = schools.academic_year and implied.phase = schools.phase`);
}

/**
 * The first reading with a value stands; the standardised scale puts it among all
 * mainstream state-funded schools of its year and phase, where the files hold
 * nearly every authority. Added up in the order of schools, so that the last digit is the same in every run.
 */
const bestReading = (): string => `
with best as (
  select read_value.* exclude (reading), school.independent, school.la_code
  from read_value join school using (school_id)
  qualify row_number() over (partition by measure, school_id, academic_year order by value is null, reading, file_id, source_row) = 1
),
weighed as (
  select best.*, coalesce(best.pupils, school_year.pupils) as weight, not best.independent and best.phase in ('primary', 'secondary') as mainstream
  from best left join school_year using (school_id, academic_year)
),
year as (
  select measure, academic_year, phase,
    sum(value * weight order by school_id) filter (value is not null) / sum(weight order by school_id) filter (value is not null) as mean,
    stddev_samp(value order by school_id) filter (weight >= ${design.standardised.smallest_school}) as sd,
    count(distinct la_code) / (select n from authorities) as share
  from weighed where mainstream
  group by all
)
select weighed.measure, weighed.series_id, weighed.school_id, weighed.academic_year, weighed.phase, weighed.value, weighed.low, weighed.high, weighed.missing,
  case when mainstream and share >= ${design.standardised.authorities} and sd > 0 then (weighed.value - year.mean) / year.sd end as standardised,
  case when weighed.value is null then weighed.missing::varchar
       when not coalesce(mainstream, false) then 'not_mainstream'
       when coalesce(year.share, 0) < ${design.standardised.authorities} then 'not_national'
       when coalesce(year.sd, 0) <= 0 then 'no_spread' end::reason_id as standardised_missing,
  weighed.pupils, weighed.stage, weighed.file_id, weighed.source_row
from weighed left join year using (measure, academic_year, phase)`;
