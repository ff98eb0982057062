/** Numbers in words, by the rules of the pages (dashboards/components/ui/format.ts, which cannot be imported here). */

/** From one estimate to the other. */
interface Span {
  from: number;
  to: number;
}

/** Of an interval; null where there is none. */
interface Limits {
  low: number | null;
  high: number | null;
}

const MINUS = "\u2212";

/** A unit, and the decimals printed of it. */
export interface Printed {
  unit: string;
  digits: number;
}

/** 1204 → “1,204”. */
export const count = (n: number): string => n.toLocaleString("en-GB");

/** “1 school”, “1,204 schools”. */
export const counted = (n: number, one: string, many = `${one}s`): string => `${count(n)} ${n === 1 ? one : many}`;

/** An academic year by the year in which it ends: 2019 → “2018/19”. */
export const academicYear = (ends: number): string => `${ends - 1}/${String(ends % 100).padStart(2, "0")}`;

/** Making a formatter takes longer than a thousand numbers. */
const printers = new Map<number, Intl.NumberFormat>();
function printer(decimals: number): Intl.NumberFormat {
  const known = printers.get(decimals);
  if (known) return known;
  const made = new Intl.NumberFormat("en-GB", {minimumFractionDigits: decimals, maximumFractionDigits: decimals});
  printers.set(decimals, made);
  return made;
}

/** With a true minus sign, and never a minus before zero. */
export function number(value: number, digits: number): string {
  const size = printer(digits).format(Math.abs(value));
  return value < 0 && /[1-9]/.test(size) ? MINUS + size : size;
}

/** A change always shows which way it went: “+1.9”, “−0.4”, “0.0”. */
export function signed(value: number, digits: number): string {
  const text = number(value, digits);
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

/** “1.9 percentage points”, “£20 per pupil”, “1 point”. */
export function quantity(value: number, {unit, digits}: Printed): string {
  const text = number(value, digits);
  if (!unit.startsWith("£")) return `${text} ${text === "1" ? singular(unit) : unit}`;
  return text.startsWith(MINUS) ? `${MINUS}£${text.slice(1)}${unit.slice(1)}` : `£${text}${unit.slice(1)}`;
}

/** The same with its sign: “+1.9 percentage points”, “−£20 per pupil”. */
export function signedQuantity(value: number, printed: Printed): string {
  const text = quantity(value, printed);
  return value > 0 && !printsZero(value, printed.digits) ? `+${text}` : text;
}

/** A size without its sign, “less than 0.1 points” where it would print as zero. */
export function size(value: number, printed: Printed): string {
  if (value === 0 || !printsZero(value, printed.digits)) return quantity(Math.abs(value), printed);
  return `less than ${quantity(10 ** -printed.digits, printed)}`;
}

/** “between 0.9 and 2.6 percentage points”; one number where both print alike: “0.9 percentage points”. */
export function span(from: number, to: number, printed: Printed): string {
  if (number(from, printed.digits) === number(to, printed.digits)) return size(to, printed);
  return `between ${amount(from, printed)} and ${quantity(to, printed)}`;
}

/** The range of both estimates with its signs: “+0.9 to +2.6 percentage points”, “+0.9 percentage points” where both print alike. */
export function signedSpan({from, to}: Span, printed: Printed): string {
  const last = signedQuantity(to, printed);
  if (number(from, printed.digits) === number(to, printed.digits)) return last;
  const first = amount(from, printed);
  return `${from > 0 && !printsZero(from, printed.digits) ? `+${first}` : first} to ${last}`;
}

/** Without its unit, but with the pound before an amount of money. */
function amount(value: number, {unit, digits}: Printed): string {
  const text = number(value, digits);
  if (!unit.startsWith("£")) return text;
  return text.startsWith(MINUS) ? `${MINUS}£${text.slice(1)}` : `£${text}`;
}

/** The limits of an effect, “0.7 to 3.1”; a limit that would print as zero is said to lie next to it. Throws where there are none. */
export function limits({low, high}: Limits, digits: number): string {
  if (low === null || high === null) throw new Error("an effect without limits has no interval to print");
  return `${limit(low, digits)} to ${limit(high, digits)}`;
}

function limit(value: number, digits: number): string {
  if (value === 0 || !printsZero(value, digits)) return number(value, digits);
  return value > 0 ? "just above 0" : "just below 0";
}

/** The decimals to print of an effect and its limits: the measure’s own, up to two more where a clear effect would print as zero. */
export function chooseDigits({from, to, low, high}: Span & Limits, digits: number): number {
  const clear = low !== null && high !== null && (low > 0 || high < 0);
  let enough = digits;
  while (clear && enough < digits + 2 && printsZero(from, enough) && printsZero(to, enough)) enough += 1;
  return enough;
}

/** A number that someone stated, with as many decimals as it has, at most three figures. */
export const stated = (value: number, unit: string): string => {
  const exact = Number(value.toPrecision(3));
  const digits = String(exact).split(".")[1]?.length ?? 0;
  return quantity(exact, {unit, digits});
};

/** £12,400 → “£12,000”: costs to two significant figures. */
export function pounds(value: number): string {
  const text = Number(Math.abs(value).toPrecision(2)).toLocaleString("en-GB", {maximumFractionDigits: 2});
  return `${value < 0 ? MINUS : ""}£${text}`;
}

/** A probability to the nearest 5 %, never certain: “about 60%”. */
export function chance(p: number): string {
  if (p > 0.95) return "more than 95%";
  if (p < 0.05) return "less than 5%";
  return `about ${Math.round(p * 20) * 5}%`;
}

/** “a”, “a and b”, “a, b and c”. */
export const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;

/** With a capital at its start. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const printsZero = (value: number, digits: number): boolean => !/[1-9]/.test(number(value, digits));

/** “percentage points” → “percentage point”, “vacancies per 100 teachers” → “vacancy per 100 teachers”. */
function singular(unit: string): string {
  const [head, ...per] = unit.split(" per ");
  return [head.replace(/ies$/, "y").replace(/([^s])s$/, "$1"), ...per].join(" per ");
}
