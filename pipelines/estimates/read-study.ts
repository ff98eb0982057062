import {group} from "d3";
import type {Study} from "../../src/analysis/comparison/study.ts";
import {design} from "../../src/design.ts";
import {measures} from "../../src/vocabulary/measures.ts";
import {panelOf, type Values} from "../../src/release/panel.ts";
import {worthToldIn} from "../../src/words/smallest-effect-of-interest.ts";
import {columns, quote, rows, type Warehouse} from "../warehouse.ts";
import type {PhaseSchools} from "./read-phase.ts";
import {yearly} from "./yearly.ts";
import {smallestEffect} from "../../src/plan/smallest-effect.ts";

/** One measure among the schools of a phase; null where nothing is published. */
export async function readStudy(warehouse: Warehouse, measure: string, schools: PhaseSchools): Promise<Study | null> {
  const {phase, rowOf, rolls} = schools;
  const read = (await columns(
    warehouse,
    `select school_id as school, academic_year as year, segment, value as native, coalesce(bridged, 'NaN'::double) as bridged,
       coalesce(low, value) as low, coalesce(high, value) as high
     from outcome join school using (school_id)
     where measure = ${quote(measure)} and outcome.phase = ${quote(phase)} and not school.independent and value is not null
     order by school_id, academic_year`
  )) as unknown as Values & Record<"low" | "high", number[]>;
  const made = panelOf(read);
  if (!made) return null;
  const {line, better, digits, unit, segments} = measures[measure]!;
  const worth = smallestEffect(measure);
  const spread = await spreads(warehouse, measure, phase);
  const newest = spread.findLast(({per_sd}) => made.scale === "native" || per_sd !== null);
  const printed = made.scale === "native" ? spread.findLast(({segment}) => segment === made.segment)! : newest!;
  const last = spread.at(-1)!;
  const segment = segments[printed.segment]!;
  const isNewest = printed.segment === last.segment;
  const scales = isNewest || !(printed.sd! > 0) || !(last.sd! > 0) ? null : {newest: last.sd!, told: printed.sd!};
  const outcome = yearly(rowOf, ...flat(made.panel));
  return {
    measure,
    phase,
    line,
    better,
    outcome,
    bounds: boundsOf(read, {
      scale: made.scale,
      segment: made.segment,
      rowOf,
      perSd: new Map(spread.map((y) => [y.year, y.per_sd]))
    }),
    other: otherOf(read, {scale: made.scale, printed, rowOf, spread}),
    scale: made.scale,
    segment: made.segment,
    unit: made.scale === "native" ? 1 : printed.per_sd!,
    printed: {
      unit: segment.unit ?? unit,
      digits,
      in: made.scale === "bridged" ? {year: printed.year, label: segment.label} : null,
      sd: printed.sd,
      pupil_sd: isNewest ? worth.pupil_sd : null,
      worth: worthToldIn(worth, scales)
    },
    rolls,
    partly_collected: line === "behaviour",
    isHeadline: design.families.headline[phase].includes(measure)
  };
}

function flat({
  schools,
  years,
  values
}: NonNullable<ReturnType<typeof panelOf>>["panel"]): [number[], number[], number[]] {
  const found: [number[], number[], number[]] = [[], [], []];
  values.forEach((value, i) => {
    if (Number.isNaN(value)) return;
    found[0].push(schools[Math.floor(i / years.length)]!);
    found[1].push(years[i % years.length]!);
    found[2].push(value);
  });
  return found;
}

interface Spread {
  year: number;
  segment: number;
  sd: number | null;
  per_sd: number | null;
}

/**
 * By year: its segment, the standard deviation between schools, and what one of the bridged scale’s is in its unit. Added up in the
 * order of schools: estimates are kept under a hash of what they are made from, and sums in parallel end in other digits each time.
 */
function spreads(warehouse: Warehouse, measure: string, phase: string) {
  return rows<Spread>(
    warehouse,
    `select academic_year::integer as year, any_value(segment)::integer as segment, stddev_samp(value order by school_id) as sd,
       regr_slope(value, bridged order by school_id) as per_sd
     from outcome join school using (school_id)
     where measure = ${quote(measure)} and outcome.phase = ${quote(phase)} and not independent and value is not null
     group by academic_year order by academic_year`
  );
}

/**
 * The outcome on the scale that it is not on: by place among the schools of each year, or the segment with the most years in its own unit. Its unit is carried to the one printed by way of the bridged scale. Null where either is not to be had.
 */
function otherOf(
  {school, year, segment, native, bridged}: Values,
  {
    scale,
    printed,
    rowOf,
    spread
  }: {
    scale: Study["scale"];
    printed: Spread;
    rowOf: ReadonlyMap<number, number>;
    spread: readonly Spread[];
  }
): Study["other"] {
  const years = spread.filter((y) => y.per_sd !== null && y.per_sd > 0);
  const newest = newestOf(years);
  if (newest === null || !(printed.per_sd! > 0)) return null;
  const unit = scale === "native" ? printed.per_sd! : printed.per_sd! / newest.per_sd!;
  const values = Array.from(native, (value, i) => {
    if (scale === "native") return bridged[i]!;
    return segment[i] === newest.segment ? value : NaN;
  });
  return {scale: scale === "native" ? "bridged" : "native", outcome: yearly(rowOf, school, year, values), unit};
}

/** The newest year of the segment with the most years, the newest of several; null where none has two. */
function newestOf(years: readonly Spread[]): Spread | null {
  const [longest] = [...group(years, ({segment}) => segment).values()].sort(
    (a, b) => b.length - a.length || b[0]!.year - a[0]!.year
  );
  return longest && longest.length > 1 ? longest.at(-1)! : null;
}

/** The outcome with all hidden counts as low, and as high, as they can be; null where none is hidden. */
function boundsOf(
  read: Values & Record<"low" | "high", number[]>,
  {
    scale,
    segment,
    rowOf,
    perSd
  }: {
    scale: Study["scale"];
    segment: number | null;
    rowOf: ReadonlyMap<number, number>;
    /** By year: what one of the bridged scale’s is in the measure’s unit. */
    perSd: ReadonlyMap<number, number | null>;
  }
): Study["bounds"] {
  const {school, year, native, bridged} = read;
  if (!read.low.some((low, i) => low !== read.high[i])) return null;
  const moved = (to: readonly number[]) =>
    yearly(
      rowOf,
      school,
      year,
      to.map((value, i) => {
        if (scale === "native") return read.segment[i] === segment ? value : NaN;
        return bridged[i]! + (value - native[i]!) / (perSd.get(year[i]!) ?? NaN);
      })
    );
  return {low: moved(read.low), high: moved(read.high)};
}
