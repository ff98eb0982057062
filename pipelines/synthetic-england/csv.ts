import type {AcademicYear} from "../../src/vocabulary/academic-year.ts";
import {formatAcademicYear} from "../../src/vocabulary/academic-year.ts";
import {listNames, type Source} from "../../src/published-files/source.ts";
import {CsvWriter, type Printed, type Row, type Style} from "./csv-writer.ts";

export type {Cell, Cells, Printed, Row, Style} from "./csv-writer.ts";

/** A published file: its path in the folder, and its bytes. */
export interface Published {
  path: string;
  bytes: Buffer;
}

/**
 * The columns of a year’s file. Our own names become what the descriptor says
 * the publisher called them that year, and vanish in years without; any other
 * name is printed as it is.
 */
export const pickColumns = (source: Source, year: AcademicYear, layout: readonly string[]): Printed[] =>
  layout.flatMap((cells) => {
    const column = source.columns[cells];
    if (!column) return [{name: cells, cells}];
    return listNames(column, year)
      .slice(0, 1)
      .map((name) => ({name, cells}));
  });

/** Columns of one name, whatever the year. */
export const plainColumns = (names: readonly string[]): Printed[] => names.map((name) => ({name, cells: name}));

/** The bytes of a file, its rows taken one at a time. */
export function publish(path: string, columns: readonly Printed[], rows: Iterable<Row>, style: Style = {}): Published {
  const writer = new CsvWriter(columns, style);
  for (const row of rows) writer.add(row);
  return {path, bytes: writer.finish()};
}

/** 2019 → “2018-2019”, as the performance tables name their files. */
export const tableYear = (year: AcademicYear): string => `${year - 1}-${year}`;

/** 2019 → 201819. */
export const timePeriod = (year: AcademicYear): string => formatAcademicYear(year).replace("/", "");

/** Rounded, and without zeros at the end: 46, 46.3. */
export function decimals(value: number, digits: number): number {
  const scale = TENS[digits];
  return Math.round(value * scale) / scale;
}

const TENS = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000];

/** A part of a whole in per cent, rounded; nothing of nothing. */
export const per = (part: number, whole: number, digits: number): number | "" =>
  whole > 0 ? decimals((100 * part) / whole, digits) : "";

/** “52%”; with decimals “52.30%”, as the tables of authorities have it. */
export const percent = (digits: 0 | 1): ((part: number, whole: number) => string) => (digits ? inTenths : inWhole);

const inTenths = (part: number, whole: number): string => (whole > 0 ? `${((100 * part) / whole).toFixed(1)}0%` : "");

const inWhole = (part: number, whole: number): string => {
  if (!(whole > 0)) return "";
  const share = Math.round((100 * part) / whole);
  return PERCENTS[share] ?? `${share}%`;
};

/** Millions of cells say one of these. */
const PERCENTS = Array.from({length: 101}, (_, share) => `${share}%`);

const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/** 2011-09-01 as the register, the statistics or the database behind them write it. */
export function date(iso: string | null, style: "dd-mm-yyyy" | "dd/mm/yyyy" | "Mon  d yyyy"): string {
  if (!iso) return "";
  const [year, month, day] = iso.split("-") as [string, string, string];
  if (style === "Mon  d yyyy") return `${MONTHS[Number(month) - 1]} ${String(Number(day)).padStart(2)} ${year} 12:00AM`;
  return [day, month, year].join(style === "dd-mm-yyyy" ? "-" : "/");
}
