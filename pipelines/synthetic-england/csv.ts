import type {AcademicYear} from "../../src/vocabulary/academic-year.ts";
import {formatAcademicYear} from "../../src/vocabulary/academic-year.ts";
import {listNames, type Source} from "../../src/published-files/source.ts";

export type Cell = string | number | null | undefined;
/** The cells of a row, by our name of the column or, where we have none, by the publisher’s. */
export type Cells = Record<string, Cell>;

/** How a publisher writes a file. */
export interface Style {
  /** Which cells stand in quotes: those that need to, or every text. */
  quotes?: "where_needed" | "text";
  newline?: "\r\n" | "\n";
  encoding?: "utf-8" | "utf-8 with mark" | "windows-1252";
  /** Names of the header in quotes too. */
  end_newline?: boolean;
}

/** A published file: its path in the folder, and its bytes. */
export interface Published {
  path: string;
  bytes: Buffer;
}

/** A column of a file: the name printed above it, and the name its cells are given under. */
export interface Printed {
  name: string;
  cells: string;
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

/** Text is encoded a piece at a time: a file of England would make one string of 100 MB. */
const PIECE = 1 << 20;

/**
 * The bytes of a file, its rows taken one at a time: cells by name, or in the order of the columns. A row
 * that ends early has `ends_after`, the name of its last cell, or fewer cells.
 */
export function publish(
  path: string,
  columns: readonly Printed[],
  rows: Iterable<(Cells & {ends_after?: string}) | readonly Cell[]>,
  {quotes = "where_needed", newline = "\r\n", encoding = "utf-8", end_newline = true}: Style = {}
): Published {
  const cell = quotes === "text" ? quoted : plain;
  const pieces: Buffer[] = [];
  let text = (encoding === "utf-8 with mark" ? "\ufeff" : "") + columns.map(({name}) => cell(name)).join(",");
  for (const row of rows) {
    text += newline;
    if (inOrder(row)) for (let i = 0; i < row.length; i++) text += (i ? "," : "") + cell(row[i]);
    else {
      const last = row.ends_after ? columns.findIndex(({cells}) => cells === row.ends_after) + 1 : columns.length;
      for (let i = 0; i < last; i++) text += (i ? "," : "") + cell(row[columns[i].cells]);
    }
    if (text.length > PIECE) {
      pieces.push(encode(text, encoding));
      text = "";
    }
  }
  pieces.push(encode(text + (end_newline ? newline : ""), encoding));
  return {path, bytes: pieces.length === 1 ? pieces[0] : Buffer.concat(pieces)};
}

const inOrder = (row: Cells | readonly Cell[]): row is readonly Cell[] => Array.isArray(row);

const quoted = (value: Cell): string =>
  typeof value === "number" ? String(value) : `"${value == null ? "" : value.replaceAll('"', '""')}"`;

function plain(value: Cell): string {
  if (typeof value === "number") return String(value);
  if (value == null) return "";
  if (value.length < 6 && value.endsWith("%")) return value;
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

const WINDOWS: Record<string, string> = {"’": "\u0092", "–": "\u0096"};

const encode = (text: string, encoding: NonNullable<Style["encoding"]>): Buffer =>
  encoding === "windows-1252"
    ? Buffer.from(
        text.replace(/[’–]/g, (c) => WINDOWS[c]),
        "latin1"
      )
    : Buffer.from(text, "utf-8");

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
