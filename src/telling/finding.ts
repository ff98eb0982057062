import type {AcademicYear} from "../academic-year.ts";
import type {Direction, Effect} from "../results.ts";
import type {Better} from "./better.ts";
import {
  academicYear,
  capital,
  digitsOf,
  limits,
  number,
  printsZero,
  quantity,
  signedQuantity,
  size,
  stated
} from "./format.ts";
import {isClear} from "./verdict.ts";
import {shortest} from "./word-count.ts";

/** An effect with all that a sentence about it has to say. */
export interface Finding {
  effect: Effect;
  verdict: Direction;
  better: Better;
  unit: string;
  /** Decimals of the measure. */
  digits: number;
  worth: number;
  /** After “the”. */
  subject: string;
  told_in: {year: AcademicYear; label: string} | null;
  /** “supported schools”. */
  schools: string;
  /** “312 schools in 42 partnerships”. */
  basis: string;
  /** “95% interval”, with how it was made where that is not the usual way. */
  interval: string;
  /** What is said where there is no interval. */
  too_few: {title: string; sentence: string};
}

/** A title of at most 15 words that says no more than the interval allows. */
export function findingTitle(finding: Finding): string {
  const schools = capital(finding.schools);
  const {verdict, effect, unit, digits} = finding;
  if (verdict === "too_few") return shortest([`${schools}: ${finding.too_few.title}`]);
  if (verdict === "same") return shortest([`${schools}: no difference that matters`]);
  if (verdict === "unclear") return shortest([`${schools}: no clear difference`]);
  const did = {
    better: "did better than",
    worse: "did worse than",
    higher: "went up against",
    lower: "went down against"
  }[verdict];
  const plain = `${schools} ${did} similar schools`;
  const printed = {unit, digits: digitsOf(effect, digits)};
  const sized = `${plain}: ${signedQuantity(effect.value, printed)}`;
  return shortest(printsZero(effect.value, printed.digits) ? [plain] : [sized, plain]);
}

/** What moved, by how much, compared with whom, how sure, how many. */
export function findingSentence(finding: Finding): string {
  const {effect, verdict, unit, better, worth, basis} = finding;
  if (verdict === "too_few") return finding.too_few.sentence;
  const digits = digitsOf(effect, finding.digits);
  const what = subjectOf(finding);
  if (verdict === "unclear") {
    const span = `${change(effect.low!, digits)} to ${change(effect.high!, digits)}`;
    return `No clear difference: the estimate is that ${what} ${moved(effect.value, {unit, digits})} compared with similar schools, and anything from ${span} fits the figures (${finding.interval}; ${basis}).`;
  }
  const sure = `(${finding.interval} ${limits(effect, digits)}; ${basis})`;
  if (verdict === "same") {
    return `No difference that matters: compared with similar schools, ${what} ${changed(effect.value, {unit, digits})} ${sure}.`;
  }
  const small =
    isClear(verdict) && Math.abs(effect.value) < worth
      ? ` It is less than the ${stated(worth, unit)} set as worth having.`
      : "";
  return `Compared with similar schools, ${what} ${moved(effect.value, {unit, digits})} ${sure}. ${direction(better, verdict)}${small}`;
}

/** The sizes that an interval holding zero leaves out; null where the effect is clear or has no interval. */
export function findingRulesOut({effect, verdict, unit, better, worth, digits: own}: Finding): string | null {
  if (verdict === "same") return `A change of ${stated(worth, unit)} or more, either way, can be ruled out.`;
  if (verdict !== "unclear") return null;
  const printed = {unit, digits: digitsOf(effect, own)};
  const [rise, fall] = [effect.high!, -effect.low!].map((x) => beyond(x, printed));
  const [gain, loss] = better === "lower" ? [fall, rise] : [rise, fall];
  const [up, down] = better === "neither" ? ["A rise", "a fall"] : ["An improvement", "a worsening"];
  return `${up} ${gain} can be ruled out, and so can ${down} ${loss}.`;
}

/** “the share of … in supported schools”, with the scale it is told on where years on several were put together. */
export function subjectOf({subject, told_in, schools}: Pick<Finding, "subject" | "told_in" | "schools">): string {
  const told = told_in === null ? "" : ` (told as ${told_in.label}, ${academicYear(told_in.year)})`;
  return `the ${subject}${told} in ${schools}`;
}

/** “rose by 1.2 points”. */
export function moved(value: number, printed: {unit: string; digits: number}): string {
  if (value === 0) return "did not change";
  return `${value > 0 ? "rose" : "fell"} by ${size(value, printed)}`;
}

const changed = (value: number, printed: {unit: string; digits: number}): string =>
  printsZero(value, printed.digits)
    ? `changed by ${size(value, printed)}`
    : `changed by ${signedQuantity(value, printed)}`;

function change(value: number, digits: number): string {
  if (value === 0) return "no change";
  const text = printsZero(value, digits)
    ? `less than ${number(10 ** -digits, digits)}`
    : number(Math.abs(value), digits);
  return `a ${value < 0 ? "fall" : "rise"} of ${text}`;
}

const beyond = (value: number, printed: {unit: string; digits: number}): string =>
  printsZero(value, printed.digits)
    ? `as large as ${quantity(10 ** -printed.digits, printed)}`
    : `of more than ${quantity(value, printed)}`;

function direction(better: Better, verdict: Direction): string {
  if (better === "neither") return "Neither higher nor lower is better.";
  return `${capital(better)} is better${verdict === "worse" ? ", so this is worse" : ""}.`;
}
