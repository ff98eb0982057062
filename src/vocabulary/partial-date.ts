/** What is known of a date: to the day, month or year; about then; no later than then; still going on; or nothing. */
export const precisions = ["day", "month", "year", "about", "by", "open", "unknown"] as const;
export type DatePrecision = (typeof precisions)[number];

/** A date as far as it is known, 2018-09-01, 2018-09 or 2018. */
export type PartialDate = string;

/** Whether a text is a date that exists, as far as it goes. */
export function isPartialDate(text: string): boolean {
  if (!/^(19|20)\d\d(-\d\d(-\d\d)?)?$/.test(text)) return false;
  const day = new Date(`${firstDay(text)}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && isoDay(day) === firstDay(text);
}

/** The first day a partial date may mean, as an ISO date. */
export const firstDay = (date: PartialDate): string => date + "-01-01".slice(date.length - 4);

/** The day from which a start counts: of a bare year 1 September, when the school year that begins in it does. */
export const startDay = (date: PartialDate): string => (date.length === 4 ? `${date}-09-01` : firstDay(date));

/** The last day a partial date may mean, as an ISO date. */
export function lastDay(date: PartialDate): string {
  const [year, month = 12, day] = date.split("-").map(Number);
  return day ? date : isoDay(new Date(Date.UTC(year, month, 0)));
}

/** The day before an ISO date. */
export function dayBefore(date: string): string {
  const [year, month, day] = date.split("-").map(Number);
  return isoDay(new Date(Date.UTC(year, month - 1, day - 1)));
}

const isoDay = (date: Date): string => date.toISOString().slice(0, 10);
