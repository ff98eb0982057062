import {parseAcademicYear} from "../../src/vocabulary/academic-year.ts";
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
