import {design} from "../../src/design.ts";
import type {MatchingVariable} from "../../src/analysis/candidates.ts";
import type {Yearly} from "../../src/analysis/joining.ts";
import {measures} from "../../src/measures.ts";
import type {Phase} from "../../src/release.ts";
import {columns, quote, rows, type Warehouse} from "../warehouse.ts";

/** The state schools of a phase: those with any value published in it. */
export interface PhaseSchools {
  phase: Phase;
  /** Ascending; a school’s row is its place. */
  ids: Int32Array;
  rowOf: ReadonlyMap<number, number>;
  names: string[];
  /** A number for each local authority and region, −1 where unknown. */
  authority: Int32Array;
  region: Int32Array;
  regions: string[];
  easting: Float64Array;
  northing: Float64Array;
  /** Pupils by year. */
  rolls: Yearly;
  variables: MatchingVariable[];
}

export async function readPhase(warehouse: Warehouse, phase: Phase): Promise<PhaseSchools> {
  const known = new Set((await rows<{column_name: string}>(warehouse, "describe school")).map((c) => c.column_name));
  const column = (name: string, type: string) => `${known.has(name) ? name : "null"}::${type} as ${name}`;
  const schools = await rows<{
    school_id: number;
    name: string;
    la_code: string | null;
    region: string | null;
    easting: number | null;
    northing: number | null;
  }>(
    warehouse,
    `select school_id, name, la_code, ${column("region", "varchar")}, ${column("easting", "double")},
       ${column("northing", "double")}
     from school
     where not independent and school_id in (select school_id from outcome where phase = ${quote(phase)} and value is not null)
     order by school_id`
  );
  const ids = Int32Array.from(schools, ({school_id}) => school_id);
  const rowOf = new Map([...ids].map((id, row) => [id, row]));
  const authorities = numbered(schools.map(({la_code}) => la_code));
  const regions = numbered(schools.map(({region}) => region));
  const rolls = await readYearly(
    warehouse,
    rowOf,
    "select school_id as school, academic_year as year, pupils as value from school_year"
  );
  return {
    phase,
    ids,
    rowOf,
    names: schools.map(({name}) => name),
    authority: authorities.codes,
    region: regions.codes,
    regions: regions.names,
    easting: Float64Array.from(schools, ({easting}) => easting ?? NaN),
    northing: Float64Array.from(schools, ({northing}) => northing ?? NaN),
    rolls,
    variables: await readVariables(warehouse, phase, rowOf, rolls)
  };
}

/** What schools of a phase are matched on: the plan’s outcomes and intake by place among schools of the year, and the logarithm of the roll. */
async function readVariables(
  warehouse: Warehouse,
  phase: Phase,
  rowOf: ReadonlyMap<number, number>,
  rolls: Yearly
): Promise<MatchingVariable[]> {
  const {outcomes, intake} = design.matching;
  const variables: MatchingVariable[] = [];
  for (const measure of [...outcomes[phase], ...intake]) {
    const by = await readYearly(
      warehouse,
      rowOf,
      `select school_id as school, academic_year as year,
         case when count(bridged) over () > 0 then bridged
           else (value - avg(value) over of_year) / nullif(stddev_samp(value) over of_year, 0) end as value
       from outcome where measure = ${quote(measure)} and phase = ${quote(phase)} and value is not null
       window of_year as (partition by academic_year)`
    );
    variables.push({name: measure, label: measures[measure]!.label, isOutcome: outcomes[phase].includes(measure), by});
  }
  const log = {years: rolls.years, values: rolls.values.map((pupils) => Math.log(pupils))};
  return [...variables, {name: "log_roll", label: "Pupils on roll (logarithm)", isOutcome: false, by: log}];
}

/** Schools × years of a query with columns school, year and value; other schools are left out. */
export async function readYearly(
  warehouse: Warehouse,
  rowOf: ReadonlyMap<number, number>,
  query: string
): Promise<Yearly> {
  const read = (await columns(warehouse, `select * from (${query}) where value is not null`)) as unknown as Record<
    "school" | "year" | "value",
    number[]
  >;
  return yearly(rowOf, read.school ?? [], read.year ?? [], read.value ?? []);
}

/** Values in rows of schools and columns of years. */
export function yearly(
  rowOf: ReadonlyMap<number, number>,
  school: ArrayLike<number>,
  year: ArrayLike<number>,
  value: ArrayLike<number>
): Yearly {
  let first = Infinity;
  let last = -Infinity;
  for (let i = 0; i < year.length; i++) {
    first = Math.min(first, year[i]!);
    last = Math.max(last, year[i]!);
  }
  if (first > last) first = last = 0;
  const years = Array.from({length: last - first + 1}, (_, i) => first + i);
  const values = new Float64Array(rowOf.size * years.length).fill(NaN);
  for (let i = 0; i < year.length; i++) {
    const row = rowOf.get(school[i]!);
    if (row !== undefined) values[row * years.length + year[i]! - first] = value[i]!;
  }
  return {years, values};
}

function numbered(names: readonly (string | null)[]): {codes: Int32Array; names: string[]} {
  const known = [...new Set(names.filter((name) => name !== null))].sort();
  const codes = new Map(known.map((name, i) => [name, i]));
  return {codes: Int32Array.from(names, (name) => (name === null ? -1 : codes.get(name)!)), names: known};
}
