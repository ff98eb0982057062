import {isoDay, monthSpan, daySpan, writtenDate, type DateSpan, type WrittenDate} from "./date-span.ts";
import type {Precision} from "./vocabulary.ts";

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const FULL = "january february march april may june july august september october november december".split(" ");
const TERMS: Record<string, string> = {
  aut: "autumn",
  autumn: "autumn",
  spr: "spring",
  spring: "spring",
  sum: "summer",
  summer: "summer"
};

/** A date as people write it: what it says, and whether that rests on a year of two digits. */
export interface HumanDate extends WrittenDate {
  short_year: boolean;
}

interface HumanDateOptions {
  /** Whether 2010-11 is an academic year, as 2018-19 in the same column can only be one. */
  dashed_years: boolean;
  /** Whether it is a date of leaving, and none of joining: one says “until”, the other “since”. Of either if nothing is said. */
  leaving?: boolean;
}

/**
 * A date in one of the usual ways of writing one: 1 September 2018, Sept 2018, Autumn term 2018/19, AY 2018-19, 1/9/18,
 * 2018-09-01 00:00:00, next to the ways of `writtenDate`. Null where it could be read in two ways, or in none.
 */
export function humanDate(text: string, options: HumanDateOptions): HumanDate | null {
  if (text.length > LONGEST) return null;
  const date = readPlain(plainDate(text, options.leaving), options);
  return date && isOnWeekday(date, text) ? date : null;
}

function readPlain(plain: string, {dashed_years}: HumanDateOptions): HumanDate | null {
  const read = schoolYear(plain, dashed_years) ?? (isDashedYear(plain) ? null : writtenDate(plain));
  if (read) return {...read, short_year: false};
  return inWords(plain) ?? termOfYear(plain) ?? shortDay(plain);
}

/** No date has so many letters, and cells of ten thousand take their time. */
const LONGEST = 100;

const WEEKDAYS = "sun mon tue wed thu fri sat".split(" ");

/** Whether a day is the day of the week that is written before it, if one is. */
function isOnWeekday({precision, span}: HumanDate, text: string): boolean {
  const said = WEEKDAYS.indexOf(/^\s*([a-z]{3})/i.exec(text)?.[1]?.toLowerCase() ?? "");
  return said < 0 || precision !== "day" || new Date(span.earliest).getUTCDay() === said;
}

/** Whether a date can only be an academic year with a dash: 2018-19, as there is no month 19. */
export const isDashedYear = (text: string): boolean => {
  const match = /^((?:19|20)\d{2})-(\d{2})$/.exec(text);
  return match !== null && Number(match[2]) === (Number(match[1]) + 1) % 100;
};

const before = {joining: "since|from|joined", leaving: "until|left"};

const plainDate = (text: string, leaving: boolean | undefined): string =>
  text
    .trim()
    .replaceAll(/[‐‑–—]/g, "-")
    // An hour before midnight in Greenwich is the next day in summer here.
    .replace(/[T ](?!23:\S*Z$)\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z| ?[ap]m)?$/i, "")
    .replace(/^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? +/i, "")
    .replace(
      new RegExp(
        `^(?:on|in|${leaving === undefined ? `${before.joining}|${before.leaving}` : leaving ? before.leaving : before.joining}) +`,
        "i"
      ),
      ""
    )
    .replace(/^(\D+ \d{4}\S*) term$/i, "$1")
    .replaceAll(/(\d)(?:st|nd|rd|th)\b/gi, "$1")
    .replaceAll(/ +of +|, */gi, " ")
    .replaceAll(/ *([-/]) */g, "$1")
    .replaceAll(/\s+/g, " ")
    .trim();

function schoolYear(text: string, dashedYears: boolean): WrittenDate | null {
  const match = /^(?:(?:ay|(?:academic|school) year) ?)?((?:19|20)\d{2})([-/]| to )(\d{4}|\d{2})$/i.exec(text);
  if (!match) return null;
  const [, first, mark, second] = match;
  const said = /^[a-z]/i.test(text) || mark !== "-" || second.length === 4 || Number(second) > 12 || dashedYears;
  return said ? writtenDate(`${first}/${second}`) : null;
}

/** 1 September 2018, September 1 2018, 01-Sep-18, September 2018. A month with a year of two digits could be a day. */
function inWords(text: string): HumanDate | null {
  const day =
    /^(\d{1,2})[- ]([a-z]{3,9})\.?[- ]((?:19|20)\d{2}|\d{2})$/i.exec(text) ??
    orderParts(/^([a-z]{3,9})\.?[- ](\d{1,2})[- ]((?:19|20)\d{2})$/i.exec(text));
  if (day) {
    const month = monthNumber(day[2]!);
    const iso = month && isoDay(fullYear(day[3]!), month, Number(day[1]));
    return iso ? {precision: "day", span: daySpan(iso), short_year: day[3]!.length === 2} : null;
  }
  const named = /^([a-z]{3,9})\.?[- ]((?:19|20)\d{2})$/i.exec(text);
  const month = named && monthNumber(named[1]);
  return month ? {precision: "month", span: monthSpan(Number(named[2]), month), short_year: false} : null;
}

const orderParts = (match: RegExpExecArray | null): (string | undefined)[] | null =>
  match && [match[0], match[2], match[1], match[3]];

/** Autumn term 2018/19 is in 2018, and spring term 2018/19 in 2019. */
function termOfYear(text: string): HumanDate | null {
  const match =
    /^([a-z]{3,6})(?: term)? ((?:19|20)\d{2})(?:[-/](\d{4}|\d{2}))?$/i.exec(text) ??
    yearFirst(/^((?:19|20)\d{2})(?:[-/](\d{4}|\d{2}))? ([a-z]{3,6})(?: term)?$/i.exec(text));
  const term = match && TERMS[match[1]!.toLowerCase()];
  if (!term) return null;
  const year = Number(match[2]);
  if (match[3] !== undefined && !String(year + 1).endsWith(match[3])) return null;
  const written = writtenDate(`${term} ${match[3] !== undefined && term !== "autumn" ? year + 1 : year}`);
  return written && {...written, short_year: false};
}

const yearFirst = (match: RegExpExecArray | null): (string | undefined)[] | null =>
  match && [match[0], match[3], match[1], match[2]];

function shortDay(text: string): HumanDate | null {
  const match = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{2})$/.exec(text);
  const iso = match && isoDay(fullYear(match[4]), Number(match[3]), Number(match[1]));
  return iso ? {precision: "day", span: daySpan(iso), short_year: true} : null;
}

/** As spreadsheets take a year of two digits: 29 is 2029, and 30 is 1930. */
const fullYear = (year: string): number =>
  year.length === 4 ? Number(year) : Number(year) + (Number(year) < 30 ? 2000 : 1900);

function monthNumber(word: string): number {
  const plain = word.toLowerCase();
  const full = FULL.findIndex((name) => name === plain || (plain === "sept" && name === "september"));
  return (full >= 0 ? full : MONTHS.indexOf(plain)) + 1;
}

const order: readonly Precision[] = ["day", "month", "term", "year"];

/** The less exact of two precisions. */
export const coarser = (a: Precision, b: Precision): Precision => (order.indexOf(a) > order.indexOf(b) ? a : b);

/** A span in the writing of lists, as exactly as said: "2018-09-01", "09/2018", "autumn 2018", "2018/19", "2018". */
export function writeSpan({earliest, latest}: DateSpan, precision: Precision): string {
  const [year, month] = [Number(earliest.slice(0, 4)), Number(earliest.slice(5, 7))];
  if (precision === "day") return earliest;
  if (precision === "month") return `${earliest.slice(5, 7)}/${year}`;
  if (precision === "term") return `${month >= 9 ? "autumn" : month >= 4 ? "summer" : "spring"} ${year}`;
  if (earliest.endsWith("-01-01") && latest.endsWith("-12-31")) return String(year);
  const first = month >= 9 ? year : year - 1;
  return `${first}/${String((first + 1) % 100).padStart(2, "0")}`;
}
