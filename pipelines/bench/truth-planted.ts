import {existsSync} from "node:fs";
import {join} from "node:path";
import type {Yearly} from "../../src/analysis/joining.ts";
import type {Study} from "../../src/analysis/study.ts";
import {UserError} from "../../src/errors.ts";
import type {PhaseSchools} from "../estimate/phase-schools.ts";
import {columns, quote, rows, type Warehouse} from "../warehouse.ts";

/** What was planted in one measure, by school and year, in the unit of the study’s outcome; 0 where nothing was. */
export interface Planted {
  /** By all partnerships of a school together. */
  all: Yearly;
  /** By its partnerships of a kind. */
  by: ReadonlyMap<string, Yearly>;
}

/** Makes the table `planted` from the truth beside a made-up England: by school, year, kind and measure, in the measure’s own unit. */
export async function readTruth(warehouse: Warehouse, folder: string): Promise<void> {
  const file = join(folder, "truth/effects.csv");
  if (!existsSync(file)) {
    throw new UserError(`${file} is not there`, {fix: "give a folder that npm run pav -- sample has written"});
  }
  await warehouse.run(
    `create or replace temp table planted as
     select school_id, academic_year::integer as academic_year, kind, measure, sum(effect) as effect
     from read_csv(${quote(file)}, header = true, delim = ',', columns = {
       partnership: 'varchar', kind: 'varchar', role: 'varchar', school: 'integer', academic_year: 'integer',
       event_time: 'integer', measure: 'varchar', effect: 'double', again: 'boolean'})
     join urn_school on urn = school
     group by all`
  );
}

/**
 * What was planted, on the scale of a study. On the bridged scale an effect is the planted one over that year’s
 * standard deviation as bridging took it; a year without one has none.
 */
export async function plantedIn(
  warehouse: Warehouse,
  {measure, phase, scale, outcome}: Pick<Study, "measure" | "phase" | "scale" | "outcome">,
  {rowOf}: Pick<PhaseSchools, "rowOf">
): Promise<Planted> {
  const perSd = new Map(
    (
      await rows<{year: number; per_sd: number | null}>(
        warehouse,
        `select academic_year::integer as year, regr_slope(value, bridged) as per_sd
         from outcome join school using (school_id)
         where measure = ${quote(measure)} and outcome.phase = ${quote(phase)} and not independent and value is not null
         group by academic_year`
      )
    ).map(({year, per_sd}) => [year, per_sd])
  );
  const read = (await columns(
    warehouse,
    `select school_id as school, academic_year as year, kind, effect from planted where measure = ${quote(measure)}`
  )) as unknown as {school?: number[]; year?: number[]; kind?: string[]; effect?: number[]};
  const {years} = outcome;
  const nothing = (): Yearly => ({years, values: new Float64Array(outcome.values.length)});
  const all = nothing();
  const by = new Map<string, Yearly>();
  (read.effect ?? []).forEach((effect, i) => {
    const row = rowOf.get(read.school![i]!);
    const column = read.year![i]! - years[0]!;
    const unit = scale === "native" ? 1 : (perSd.get(read.year![i]!) ?? 0);
    if (row === undefined || column < 0 || column >= years.length || unit === 0) return;
    const kind = read.kind![i]!;
    if (!by.has(kind)) by.set(kind, nothing());
    for (const {values} of [all, by.get(kind)!]) values[row * years.length + column] += effect / unit;
  });
  return {all, by};
}
