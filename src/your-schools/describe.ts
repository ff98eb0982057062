import {bisectLeft} from "d3";
import {measures} from "../vocabulary/measures.ts";
import type {Phase} from "../vocabulary/phase.ts";
import {design} from "../design.ts";
import {valueAt, type Yearly} from "../analysis/comparison/yearly.ts";
import type {PackedMeasure} from "./files.ts";
import {unpackYears} from "./pack.ts";

/** One measure as published, among all schools of a phase. */
export interface Published {
  measure: string;
  label: string;
  unit: string;
  digits: number;
  native: Yearly;
  /** Years with any value, the last ones, ascending: of one comparable series alone, so that they can be inferred side by side. */
  years: number[];
}

/** What was published of a school in one year, next to other schools; in the measure’s unit. */
export interface DescribedYear {
  year: number;
  own: number | null;
  /** The mean of the state schools of the phase that have a figure in this release, each counted once. */
  national: number;
  /** The mean of the schools most like it; null where none are named or none has a value. */
  similar: number | null;
  /** Of a hundred schools of the phase how many had a lower figure; null without a figure of its own. */
  above: number | null;
}

/** One measure as published of some schools, one by one and together. */
export interface DescribedMeasure extends Omit<Published, "native"> {
  schools: DescribedYear[][];
  /** Their mean in each year, in the place of that of all; not a number where none has a figure. */
  together: DescribedYear[];
}

/** The outcomes that a school is described by: one of each line. */
export const describedBy = (phase: Phase): readonly string[] => design.families.headline[phase];

/** Years that a description goes back. */
const YEARS = 5;

/**
 * A measure made ready to describe the schools at `rows` by: the newest comparable series in which one of them has a
 * figure, or the newest where none has; null where nothing was published.
 */
export const readPublished = (packed: PackedMeasure, schools: number, rows: readonly number[]): Published | null =>
  pickSeries(packed, unpackYears(packed.native, schools), rows);

/** The same of figures that are unpacked already. */
export function pickSeries(packed: PackedMeasure, native: Yearly, rows: readonly number[]): Published | null {
  const {measure, printed} = packed.study;
  const isKnown = (year: number) => rows.some((row) => !Number.isNaN(valueAt(native, row, year)));
  const last = packed.native.findLast(({year}) => isKnown(year)) ?? packed.native.at(-1);
  if (!last) return null;
  const {label, unit, digits, comparable_series} = measures[measure];
  const series_id = comparable_series[packed.comparable_series[last.year]];
  const years = packed.native
    .map(({year}) => year)
    .filter((year) => packed.comparable_series[year] === packed.comparable_series[last.year]);
  return {
    measure,
    label: nameSeries(label, series_id?.label),
    unit: levelUnit(series_id?.unit ?? unit),
    digits: digits ?? printed.digits,
    native,
    years: years.slice(-YEARS)
  };
}

/** What a measure is called in one of its series, which may say the whole of it. */
function nameSeries(label: string, series = label): string {
  if (series === label || series.startsWith(`${label} `)) return series;
  return `${label} (${series})`;
}

/** A change is reported in percentage points, a level in per cent. */
const levelUnit = (unit: string): string => (unit === "percentage points" ? "per cent" : unit);

/** A school next to all, and next to those most like it. */
export function describeSchool(
  {native, years}: Pick<Published, "native" | "years">,
  row: number,
  similar: readonly number[]
): DescribedYear[] {
  return years.map((year) => {
    const own = valueAt(native, row, year);
    const {mean: national, ascending} = standOfAll(native, year);
    const near = similar.map((other) => valueAt(native, other, year)).filter((value) => !Number.isNaN(value));
    return {
      year,
      own: Number.isNaN(own) ? null : own,
      national,
      similar: near.length ? mean(near) : null,
      above: Number.isNaN(own) ? null : Math.round((100 * bisectLeft(ascending, own)) / ascending.length)
    };
  });
}

/** Describes schools by a measure: each of `schools`, and all of `rows` together. */
export const describeMeasure = (
  {native, ...published}: Published,
  schools: readonly {row: number; similar: {rows: readonly number[]}}[],
  rows: readonly number[]
): DescribedMeasure => ({
  ...published,
  schools: schools.map(({row, similar}) => describeSchool({native, ...published}, row, similar.rows)),
  together: published.years.map((year) => ({
    year,
    own: null,
    national: computeMean({native}, rows, year)?.mean ?? NaN,
    similar: null,
    above: null
  }))
});

/** Whether a school has a figure in any of the years that are described. */
export const hasFigure = ({native, years}: Pick<Published, "native" | "years">, row: number): boolean =>
  years.some((year) => !Number.isNaN(valueAt(native, row, year)));

/** The mean of some schools in a year, and how many of them have a figure; null where none has. */
export function computeMean(
  {native}: Pick<Published, "native">,
  rows: readonly number[],
  year: number
): {mean: number; schools: number} | null {
  const own = rows.map((row) => valueAt(native, row, year)).filter((value) => !Number.isNaN(value));
  return own.length ? {mean: mean(own), schools: own.length} : null;
}

/** All schools in a year: their mean, and their figures from the lowest. */
interface AllSchools {
  mean: number;
  ascending: Float64Array;
}

const known = new WeakMap<Yearly, Map<number, AllSchools>>();

/** Worked out once for the same figures: a body may have thousands of schools, each described beside all. */
function standOfAll(native: Yearly, year: number): AllSchools {
  const years = known.get(native) ?? new Map<number, AllSchools>();
  known.set(native, years);
  const values = years.has(year) ? [] : readValues(native, year);
  const all = years.get(year) ?? {mean: mean(values), ascending: Float64Array.from(values).sort()};
  years.set(year, all);
  return all;
}

/** The mean of all schools in a year. */
export const nationalMean = ({native}: Pick<Published, "native">, year: number): number =>
  standOfAll(native, year).mean;

function readValues({years, values}: Yearly, year: number): number[] {
  const found: number[] = [];
  for (let at = year - years[0]; at < values.length; at += years.length) {
    if (!Number.isNaN(values[at])) found.push(values[at]);
  }
  return found;
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
