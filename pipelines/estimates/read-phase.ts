import type {PhaseData} from "../../src/analysis/comparison/phase-data.ts";
import type {Yearly} from "../../src/analysis/comparison/yearly.ts";
import {design} from "../../src/design.ts";
import type {Phase} from "../../src/vocabulary/phase.ts";
import {quote, rows, type Warehouse} from "../warehouse.ts";
import {readYearly} from "./yearly.ts";

/** The state schools of a phase: those with any value published in it. */
export interface PhaseSchools {
  phase: Phase;
  /** Ascending; a school’s row is its place. */
  ids: Int32Array;
  makeRow: ReadonlyMap<number, number>;
  names: string[];
  /** Pupils by year. */
  rolls: Yearly;
  data: PhaseData;
}

interface School {
  school_id: number;
  name: string;
  la_code: string | null;
  region: string | null;
  selective: boolean | null;
  sixth_form: boolean | null;
}

export async function readPhase(warehouse: Warehouse, phase: Phase): Promise<PhaseSchools> {
  const schools = await rows<School>(
    warehouse,
    `select school_id, name, la_code, region, selective, sixth_form
     from school
     where not independent and school_id in (select school_id from outcome where phase = ${quote(phase)} and value is not null)
     order by school_id`
  );
  const ids = Int32Array.from(schools, ({school_id}) => school_id);
  const makeRow = new Map([...ids].map((id, row) => [id, row]));
  const of = (value: string) =>
    readYearly(
      warehouse,
      makeRow,
      `select school_id as school, academic_year as year, ${value} as value from school_year`
    );
  const rolls = await of("pupils");
  const regions = numbered(schools.map(({region}) => region));
  return {
    phase,
    ids,
    makeRow,
    names: schools.map(({name}) => name),
    rolls,
    data: {
      phase,
      schools: ids.length,
      intake: {
        free_meals: await of("coalesce(fsm6_pct, disadvantaged_pct, fsm_pct)"),
        eal: await of("eal_pct"),
        log_roll: {years: rolls.years, values: rolls.values.map((pupils) => Math.log(pupils))}
      },
      past: await readPast(warehouse, phase, makeRow),
      selective: flags(schools.map(({selective}) => selective)),
      sixth_form: flags(schools.map(({sixth_form}) => sixth_form)),
      region: regions.codes,
      regions: regions.names,
      authority: numbered(schools.map(({la_code}) => la_code)).codes,
      governance: await readYearly(
        warehouse,
        makeRow,
        "select school_id as school, academic_year as year, form as value from governance_year"
      )
    }
  };
}

/** Earlier outcomes that assumption B holds alike, each by place among the schools of its year where the scale changed. */
async function readPast(
  warehouse: Warehouse,
  phase: Phase,
  makeRow: ReadonlyMap<number, number>
): Promise<PhaseData["past"]> {
  const past: {measure: string; by: Yearly}[] = [];
  for (const measure of design.past[phase]) {
    const by = await readYearly(
      warehouse,
      makeRow,
      `select school_id as school, academic_year as year,
         case when count(standardised) over () > 0 then standardised
           else (value - avg(value) over of_year) / nullif(stddev_samp(value) over of_year, 0) end as value
       from outcome where measure = ${quote(measure)} and phase = ${quote(phase)} and value is not null
       window of_year as (partition by academic_year order by school_id rows between unbounded preceding and unbounded following)`
    );
    past.push({measure, by});
  }
  return past;
}

const flags = (values: readonly (boolean | null)[]): Float64Array =>
  Float64Array.from(values, (value) => (value === null ? NaN : Number(value)));

function numbered(names: readonly (string | null)[]): {codes: Int32Array; names: string[]} {
  const known = [...new Set(names.filter((name) => name !== null))].sort();
  const codes = new Map(known.map((name, i) => [name, i]));
  return {codes: Int32Array.from(names, (name) => (name === null ? -1 : codes.get(name)!)), names: known};
}
