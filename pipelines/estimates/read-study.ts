import {group} from "d3";
import type {Study} from "../../src/analysis/comparison/study.ts";
import {design} from "../../src/design.ts";
import {measures} from "../../src/vocabulary/measures.ts";
import {makePanel, type Values} from "../../src/release/panel.ts";
import {scaleSmallestEffect} from "../../src/words/smallest-effect-of-interest.ts";
import {columns, quote, rows, type Warehouse} from "../warehouse.ts";
import {listHeldMeasures} from "./held-measures.ts";
import type {PhaseSchools} from "./read-phase.ts";
import {yearly} from "./yearly.ts";
import {smallestEffect} from "../../src/plan/smallest-effect.ts";

/** One measure among the schools of a phase; null where nothing is published. */
export async function readStudy(warehouse: Warehouse, measure: string, schools: PhaseSchools): Promise<Study | null> {
  const {phase, makeRow, rolls} = schools;
  const read = (await columns(
    warehouse,
    `select school_id as school, academic_year as year, series_id, value as native, coalesce(standardised, 'NaN'::double) as standardised,
       coalesce(low, value) as low, coalesce(high, value) as high
     from outcome join school using (school_id)
     where measure = ${quote(measure)} and outcome.phase = ${quote(phase)} and not school.independent and value is not null
     order by school_id, academic_year`
  )) as unknown as Values & Record<"low" | "high", number[]>;
  const made = makePanel(read);
  if (!made) return null;
  const {domain, better, digits, unit, comparable_series} = measures[measure];
  const smallest_effect = smallestEffect(measure);
  const spread = await spreads(warehouse, measure, phase);
  const newest = spread.findLast(({per_sd}) => made.scale === "native" || per_sd !== null);
  const printed = made.scale === "native" ? spread.findLast(({series_id}) => series_id === made.series_id)! : newest!;
  const last = spread.at(-1)!;
  const series_id = comparable_series[printed.series_id];
  const isNewest = printed.series_id === last.series_id;
  const scales = isNewest || !(printed.sd! > 0) || !(last.sd! > 0) ? null : {newest: last.sd!, reported: printed.sd!};
  const outcome = yearly(makeRow, ...flat(made.panel));
  return {
    measure,
    phase,
    domain,
    better,
    outcome,
    bounds: findBounds(read, {
      scale: made.scale,
      series_id: made.series_id,
      makeRow,
      perSd: new Map(spread.map((y) => [y.year, y.per_sd]))
    }),
    other: findOther(read, {scale: made.scale, printed, makeRow, spread}),
    scale: made.scale,
    series_id: made.series_id,
    unit: made.scale === "native" ? 1 : printed.per_sd!,
    printed: {
      unit: series_id.unit ?? unit,
      digits,
      in: made.scale === "standardised" ? {year: printed.year, label: series_id.label} : null,
      sd: printed.sd,
      pupil_sd: isNewest ? smallest_effect.pupil_sd : null,
      smallest_effect: scaleSmallestEffect(smallest_effect, scales)
    },
    rolls,
    partly_collected: domain === "behaviour",
    isHeadline: design.families.headline[phase].includes(measure)
  };
}

/** Every measure of a phase that has an outcome, one at a time. */
export async function* readStudies(warehouse: Warehouse, schools: PhaseSchools): AsyncGenerator<Study> {
  for (const measure of await listHeldMeasures(warehouse, schools.phase)) {
    const study = await readStudy(warehouse, measure, schools);
    if (study) yield study;
  }
}

function flat({
  schools,
  years,
  values
}: NonNullable<ReturnType<typeof makePanel>>["panel"]): [number[], number[], number[]] {
  const found: [number[], number[], number[]] = [[], [], []];
  values.forEach((value, i) => {
    if (Number.isNaN(value)) return;
    found[0].push(schools[Math.floor(i / years.length)]);
    found[1].push(years[i % years.length]);
    found[2].push(value);
  });
  return found;
}

interface Spread {
  year: number;
  series_id: number;
  sd: number | null;
  per_sd: number | null;
}

/**
 * By year: its comparable series, the standard deviation between schools, and what one of the standardised scale’s is in its unit. Added up in the
 * order of schools: estimates are kept under a hash of what they are made from, and sums in parallel end in other digits each time.
 */
function spreads(warehouse: Warehouse, measure: string, phase: string) {
  return rows<Spread>(
    warehouse,
    `select academic_year::integer as year, min(series_id)::integer as series_id, stddev_samp(value order by school_id) as sd,
       regr_slope(value, standardised order by school_id) as per_sd
     from outcome join school using (school_id)
     where measure = ${quote(measure)} and outcome.phase = ${quote(phase)} and not independent and value is not null
     group by academic_year order by academic_year`
  );
}

/**
 * The outcome on the scale that it is not on: by place among the schools of each year, or the comparable series with the most years in its own unit. Its unit is carried to the one printed by way of the standardised scale. Null where either is not to be had.
 */
function findOther(
  {school, year, series_id, native, standardised}: Values,
  {
    scale,
    printed,
    makeRow,
    spread
  }: {
    scale: Study["scale"];
    printed: Spread;
    makeRow: ReadonlyMap<number, number>;
    spread: readonly Spread[];
  }
): Study["other"] {
  const years = spread.filter((y) => y.per_sd !== null && y.per_sd > 0);
  const newest = findNewest(years);
  if (newest === null || !(printed.per_sd! > 0)) return null;
  const unit = scale === "native" ? printed.per_sd! : printed.per_sd! / newest.per_sd!;
  const values = Array.from(native, (value, i) => {
    if (scale === "native") return standardised[i];
    return series_id[i] === newest.series_id ? value : NaN;
  });
  return {scale: scale === "native" ? "standardised" : "native", outcome: yearly(makeRow, school, year, values), unit};
}

/** The newest year of the comparable series with the most years, the newest of several; null where none has two. */
function findNewest(years: readonly Spread[]): Spread | null {
  const [longest] = [...group(years, ({series_id}) => series_id).values()].sort(
    (a, b) => b.length - a.length || b[0].year - a[0].year
  );
  return longest && longest.length > 1 ? longest.at(-1)! : null;
}

/** The outcome with all hidden counts as low, and as high, as they can be; null where none is hidden. */
function findBounds(
  read: Values & Record<"low" | "high", number[]>,
  {
    scale,
    series_id,
    makeRow,
    perSd
  }: {
    scale: Study["scale"];
    series_id: number | null;
    makeRow: ReadonlyMap<number, number>;
    /** By year: what one of the standardised scale’s is in the measure’s unit. */
    perSd: ReadonlyMap<number, number | null>;
  }
): Study["bounds"] {
  const {school, year, native, standardised} = read;
  if (!read.low.some((low, i) => low !== read.high[i])) return null;
  const moved = (to: readonly number[]) =>
    yearly(
      makeRow,
      school,
      year,
      to.map((value, i) => {
        if (scale === "native") return read.series_id[i] === series_id ? value : NaN;
        return standardised[i] + (value - native[i]) / (perSd.get(year[i]) ?? NaN);
      })
    );
  return {low: moved(read.low), high: moved(read.high)};
}
