import type {AcademicYear} from "../vocabulary/academic-year.ts";

/** How far the publisher had got with a release: a later stage replaces an earlier one. */
export const stages = ["provisional", "revised", "final"] as const;
export type Stage = (typeof stages)[number];

/** What a file's name, or the folders and the archive it lies in, say about it. */
export interface Named {
  years: AcademicYear[];
  stages: Stage[];
  /** Dates of extracts, as 2018-05-01. */
  snapshots: string[];
}

const YEARS = /(?<!\d)((?:19|20)\d{2})[-_/]?((?:19|20)\d{2}|\d{2})(?!\d)/g;
const DATE = /(?<!\d)(20\d{2})([-_]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)/g;

/** 30_June_2025, 31 Jan 2026; what has another before it and “to” between states the end of a span. */
const WORDED = /(?<![a-z\d])(\d{1,2})[-_ ]+([a-z]{3,9})[-_ ]+(20\d{2})(?!\d)(?![-_ ]+to[-_ ]+\d{1,2}[-_ ]+[a-z])/gi;
const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const FULL_MONTHS = "january february march april may june july august september october november december".split(" ");

function wordedDates(name: string): string[] {
  return [...name.matchAll(WORDED)].map(([, day, month, year]) => {
    const m = MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1;
    return `${year}-${String(m).padStart(2, "0")}-${day.padStart(2, "0")}`;
  });
}

/** Sep 13 - Aug 14, August_2014: the last day of the month, where another month stands before it that of the last. Not 13 Sep 2014. */
const MONTH = /(?<![a-z\d])(?<!\d[-_ ])([a-z]{3,9})[-_ ]+(20\d{2}|\d{2})(?![\d])/gi;

function monthEnds(name: string): string[] {
  const found = [...name.matchAll(MONTH)].flatMap(([, month, year]) => {
    const m = MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1;
    if (m < 1 || !FULL_MONTHS.some((full) => full.startsWith(month.toLowerCase()) || month.toLowerCase() === "sept"))
      return [];
    const y = Number(year.length === 2 ? `20${year}` : year);
    return [new Date(Date.UTC(y, m, 0)).toISOString().slice(0, 10)];
  });
  return found.slice(-1);
}

/** Whether a text is a day of the calendar, as 2018-05-01. */
export function isDate(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
}

/** Everything a single name says: "2018-2019_england_ks4final.csv" → 2019, final. Two consecutive years make an academic year. */
export function readName(name: string): Named {
  const numbered = [...name.matchAll(DATE)].map(([, y, , m, d]) => `${y}-${m}-${d}`);
  const days = [...numbered, ...wordedDates(name)].filter(isDate);
  const snapshots = days.length ? days : monthEnds(name);
  const years = [...name.replaceAll(DATE, " ").matchAll(YEARS)]
    .map(([, start, end]) => ({end: Number(start) + 1, written: end}))
    .filter(({end, written}) => String(end).endsWith(written))
    .map(({end}) => end);
  const lower = name.toLowerCase();
  return {
    years: [...new Set(years)],
    stages: stages.filter((stage) => lower.includes(stage)),
    snapshots: [...new Set(snapshots)]
  };
}

/**
 * What the path of a file says, nearest part first: the file's own name, then
 * its folders or zip member folders outwards. The first part that says
 * anything about years (stage, snapshot) is heard; parts further out are not.
 */
export function readPath(parts: readonly string[]): Named {
  const read = [...parts].reverse().map(readName);
  return {
    years: read.find((r) => r.years.length)?.years ?? [],
    stages: read.find((r) => r.stages.length)?.stages ?? [],
    snapshots: read.find((r) => r.snapshots.length)?.snapshots ?? []
  };
}
