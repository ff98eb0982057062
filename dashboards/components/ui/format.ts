import type {Bracket} from "./directions.js";

const MINUS = "\u2212";

/** 1204 → “1,204”. */
export const count = (n: number): string => n.toLocaleString("en-GB");

/** “1 school”, “1,204 schools”. */
export const counted = (n: number, one: string, many = `${one}s`): string => `${count(n)} ${n === 1 ? one : many}`;

/** An academic year by the year in which it ends: 2019 → “2018/19”. */
export const academicYear = (ends: number): string => `${ends - 1}/${String(ends % 100).padStart(2, "0")}`;

/** “2010/11 to 2012/13”, “2013/14” for one year alone, “from 2022/23” for years that go on. */
export function academicYears(first: number, last: number | null): string {
  if (last === null) return `from ${academicYear(first)}`;
  return first === last ? academicYear(first) : `${academicYear(first)} to ${academicYear(last)}`;
}

/** A published code as words: “not_one_to_one” → “Not one to one”. */
export const spelled = (code: string): string => capital(code.replaceAll("_", " "));

/** With a true minus sign, and never a minus before zero. */
export function number(value: number, digits: number): string {
  const size = Math.abs(value).toLocaleString("en-GB", {minimumFractionDigits: digits, maximumFractionDigits: digits});
  return value < 0 && /[1-9]/.test(size) ? MINUS + size : size;
}

/** A change always shows which way it went: “+1.9”, “−0.4”, “0.0”. */
export function signed(value: number, digits: number): string {
  const text = number(value, digits);
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

/** “0.7 to 3.1”: a dash would be read as another minus. A limit that would print as zero is said to lie next to it. */
export const range = (low: number, high: number, digits: number): string =>
  `${nearZero(low, digits) ?? number(low, digits)} to ${nearZero(high, digits) ?? number(high, digits)}`;

/** “just above 0”, “just below 0”, of a limit that is not zero but would print as it; null of others. */
export const nearZero = (limit: number, digits: number): string | null =>
  limit === 0 || !printsZero(limit, digits) ? null : `just ${limit > 0 ? "above" : "below"} 0`;

const printsZero = (value: number, digits: number): boolean => !/[1-9]/.test(number(value, digits));

/**
 * The decimals to print of an effect and its limits: the measure’s own, up to two more where a clear effect would print
 * as zero. The rule of src/vocabulary/format.ts, which pages cannot import.
 */
export const chooseDigits = ({from, to, low, high}: Bracket, digits: number): number =>
  low !== null && high !== null && (low > 0 || high < 0)
    ? digitsFor([Math.max(Math.abs(from), Math.abs(to))], digits)
    : digits;

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

/** “a”, “a and b”, “a, b and c”. */
export const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;

/** With a capital at its start. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Without one, unless its first word is a name or an abbreviation: “Attainment 8” stays as it is. */
export const small = (text: string): string =>
  /^(\S*[A-Z]\S*[A-Z]|[A-Z]\w* \d)/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
