import type {Precision} from "./vocabulary.ts";

/** When something happened, as exactly as is known: between two days, both ISO dates, both included. */
export interface DateSpan {
  earliest: string;
  latest: string;
}

const pad = (n: number): string => String(n).padStart(2, "0");

/** 2018, 9, 1 → "2018-09-01"; null if there is no such day. */
export function isoDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const there = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return there ? date.toISOString().slice(0, 10) : null;
}

/** "2018-09-01" → "01/09/2018" */
export const formatDay = (iso: string): string => iso.split("-").reverse().join("/");

export const daySpan = (iso: string): DateSpan => ({earliest: iso, latest: iso});

export const monthSpan = (year: number, month: number): DateSpan => ({
  earliest: `${year}-${pad(month)}-01`,
  latest: new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
});

// Easter moves, so spring may last until the end of April and summer begin with it.
const terms: Record<string, readonly [string, string]> = {
  autumn: ["09-01", "12-31"],
  spring: ["01-01", "04-30"],
  summer: ["04-01", "08-31"]
};

/** A date that is well written, and how exactly it says when. */
export interface WrittenDate {
  precision: Precision;
  span: DateSpan;
}

/**
 * A date in one of the ways lists may write it: 01/09/2018 or 2018-09-01 (day), 09/2018 or 2018-09 (month), autumn 2018
 * (term), 2018/19 (academic year) or 2018 (calendar year). Null if it is written in any other way.
 */
export function writtenDate(text: string): WrittenDate | null {
  return writtenDay(text) ?? writtenMonth(text) ?? writtenTerm(text) ?? writtenYear(text);
}

const CENTURY = "(?:19|20)\\d{2}";
const BRITISH_DAY = new RegExp(`^(\\d{1,2})([/.-])(\\d{1,2})\\2(${CENTURY})$`);
const ISO_DAY = new RegExp(`^(${CENTURY})-(\\d{2})-(\\d{2})$`);
const MONTH = new RegExp(`^(?:(\\d{1,2})/(${CENTURY})|(${CENTURY})-(\\d{2}))$`);
const TERM = new RegExp(`^(autumn|spring|summer)(?: term)? (${CENTURY})$`, "i");
const YEAR = new RegExp(`^(${CENTURY})(?:/(\\d{2}|\\d{4}))?$`);

function writtenDay(text: string): WrittenDate | null {
  const british = BRITISH_DAY.exec(text);
  const iso = ISO_DAY.exec(text);
  const day = british
    ? isoDay(Number(british[4]), Number(british[3]), Number(british[1]))
    : iso && isoDay(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  return day ? {precision: "day", span: daySpan(day)} : null;
}

function writtenMonth(text: string): WrittenDate | null {
  const match = MONTH.exec(text);
  if (!match) return null;
  const [year, month] = [Number(match[2] ?? match[3]), Number(match[1] ?? match[4])];
  return month >= 1 && month <= 12 ? {precision: "month", span: monthSpan(year, month)} : null;
}

function writtenTerm(text: string): WrittenDate | null {
  const match = TERM.exec(text);
  if (!match) return null;
  const [first, last] = terms[match[1].toLowerCase()];
  return {precision: "term", span: {earliest: `${match[2]}-${first}`, latest: `${match[2]}-${last}`}};
}

function writtenYear(text: string): WrittenDate | null {
  const match = YEAR.exec(text);
  if (!match) return null;
  const year = Number(match[1]);
  if (match[2] === undefined) return {precision: "year", span: {earliest: `${year}-01-01`, latest: `${year}-12-31`}};
  if (!String(year + 1).endsWith(match[2])) return null;
  return {precision: "year", span: {earliest: `${year}-09-01`, latest: `${year + 1}-08-31`}};
}
