import {academicYear, capital, limits, printsZero, signed} from "school-partnerships/format";
import type {Bracket} from "./directions.js";

export {academicYear, capital, chooseDigits, count, counted, listed, number, signed} from "school-partnerships/format";

/** “2010/11 to 2012/13”, “2013/14” for one year alone, “from 2022/23” for years that go on. */
export function academicYears(first: number, last: number | null): string {
  if (last === null) return `from ${academicYear(first)}`;
  return first === last ? academicYear(first) : `${academicYear(first)} to ${academicYear(last)}`;
}

/** A published code as words: “not_one_to_one” → “Not one to one”. */
export const spelled = (code: string): string => capital(code.replaceAll("_", " "));

/** “0.7 to 3.1”: a dash would be read as another minus. A limit that would print as zero is said to lie next to it. */
export const range = (low: number, high: number, digits: number): string => limits({low, high}, digits);

/** “just above 0”, “just below 0”, of a limit that is not zero but would print as it; null of others. */
export const nearZero = (limit: number, digits: number): string | null =>
  limit === 0 || !printsZero(limit, digits) ? null : `just ${limit > 0 ? "above" : "below"} 0`;

/** The range of both estimates, “+0.9 to +2.6”; one number where both print alike. */
export function span({from, to}: Pick<Bracket, "from" | "to">, digits: number): string {
  const [a, b] = [signed(from, digits), signed(to, digits)];
  return a === b ? a : `${a} to ${b}`;
}

/** The fewest decimals, from `digits` to two more, with which none of these numbers is printed as zero. */
export function digitsFor(numbers: readonly number[], digits: number): number {
  let enough = digits;
  while (enough < digits + 2 && numbers.some((x) => printsZero(x, enough))) enough += 1;
  return enough;
}

/** Without a capital at its start, unless its first word is a name or an abbreviation: “Attainment 8” stays as it is. */
export const small = (text: string): string =>
  /^(\S*[A-Z]\S*[A-Z]|[A-Z]\w* \d)/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
