import {UserError} from "../library/errors.ts";

/**
 * An academic year, as the calendar year in which it ends: 2019 is 2018/19.
 * Exam results carry this year, and subtraction gives event time.
 */
export type AcademicYear = number;

/**
 * Reads an academic year as the Department writes it: "201819", "2018/19",
 * "2018-19", "2018-2019" or "2018/2019". Throws a UserError if the text is
 * anything else or the two years are not consecutive.
 */
export function parseAcademicYear(text: string): AcademicYear {
  const match = /^((?:19|20)\d{2})[-/_]?(\d{4}|\d{2})$/.exec(text.trim());
  const end = match ? Number(match[1]) + 1 : NaN;
  if (!match || !String(end).endsWith(match[2])) {
    throw new UserError(`not an academic year: “${text}”`, {fix: "write it as 2018/19"});
  }
  return end;
}

/** Writes an academic year for people to read: 2019 → "2018/19". */
export function formatAcademicYear(year: AcademicYear): string {
  return `${year - 1}/${String(year).slice(-2)}`;
}
