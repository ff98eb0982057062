import {academicYear} from "./format.js";

/** Year, month and day of an ISO date, which may lack its day or its month. */
const parts = (iso: string): [number, number | undefined, number | undefined] => {
  const [year, month, day] = iso.split("-").map(Number);
  return [year, month, day];
};

const utc = (iso: string): Date => {
  const [year, month = 1, day = 1] = parts(iso);
  return new Date(Date.UTC(year, month - 1, day));
};

/** “2013-09-01” → “1 September 2013”; “2013-09” → “September 2013”; “2013” stays as it is. */
export function longDate(iso: string): string {
  const [, month, day] = parts(iso);
  return utc(iso).toLocaleDateString("en-GB", {
    ...(day !== undefined && {day: "numeric"}),
    ...(month !== undefined && {month: "long"}),
    year: "numeric",
    timeZone: "UTC"
  });
}

/** The academic year that a day lies in, by the year in which it ends: from 1 September. */
export function schoolYear(iso: string): number {
  const [year, month = 1] = parts(iso);
  return month >= 9 ? year + 1 : year;
}

/**
 * Where a day lies on an axis of academic years, each half a unit to either side of the year in which it ends:
 * 1 September 2013 is at 2013.5, where 2013/14 begins.
 */
export function onYears(iso: string): number {
  const ends = schoolYear(iso);
  const [from, to] = [Date.UTC(ends - 1, 8, 1), Date.UTC(ends, 8, 1)];
  return ends - 0.5 + (utc(iso).getTime() - from) / (to - from);
}

/** Whether a date is known to no more than the year: such a start is drawn as a stub. */
export const isOnlyYear = (precision: string | null): boolean => precision === "year" || precision === "about";

/** A date in as many words as are known of it; `none` where there is no date. */
export function dated(iso: string | null, precision: string | null, none: string): string {
  if (iso === null) return none;
  const month = longDate(iso.slice(0, 7));
  if (isOnlyYear(precision)) return `${academicYear(schoolYear(iso))}, known to the year`;
  if (precision === "month") return month;
  if (precision === "term") return `the term of ${month}`;
  if (precision === "by") return `by ${longDate(iso)}`;
  return longDate(iso);
}
