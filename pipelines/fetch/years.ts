import {parseAcademicYear, type AcademicYear} from "../../src/vocabulary/academic-year.ts";
import {UserError} from "../../src/library/errors.ts";
import type {Years} from "./tasks.ts";

/**
 * Reads which academic years are wanted: "2011-2025", from the one that ends
 * in 2011 to the one that ends in 2025, or one alone, as "2019" or "2018/19".
 * Throws a UserError for anything else, and for years that run backwards.
 */
export function readYears(text: string): Years {
  const fix = "write the years they end in, as 2011-2025, or one alone, as 2019";
  if (text.includes("/")) {
    const year = parseAcademicYear(text);
    return {first: year, last: year};
  }
  const match = /^((?:19|20)\d{2})(?:-((?:19|20)\d{2}))?$/.exec(text.trim());
  if (!match) throw new UserError(`not a range of years: “${text}”`, {fix});
  const first = Number(match[1]);
  const last = Number(match[2] ?? match[1]);
  if (last < first) throw new UserError(`the years run backwards: “${text}”`, {fix});
  return {first, last};
}

/**
 * The newest academic year of which anything by school can be out on a day: the
 * one that ends in that calendar year. Its tables come from October on, and
 * until then it is a year that is not published yet.
 */
export const newestYear = (now: number): AcademicYear => new Date(now).getUTCFullYear();

/** Milliseconds since 1970 at the beginning of a day written as 2027-03-01. Throws a UserError for anything else. */
export function readDay(text: string): number {
  const day = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
  if (Number.isNaN(day) || new Date(day).toISOString().slice(0, 10) !== text) {
    throw new UserError(`not a day: “${text}”`, {fix: "write it as 2027-03-01"});
  }
  return day;
}
