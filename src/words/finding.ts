import type {AcademicYear} from "../vocabulary/academic-year.ts";
import type {Direction, Effect, Strength} from "../release/results.ts";
import type {Better} from "../vocabulary/better.ts";
import {isClaim} from "./claims.ts";
import {
  academicYear,
  capital,
  chooseDigits,
  limits,
  printsZero,
  quantity,
  signedSpan,
  size,
  span,
  stated,
  type Printed
} from "../vocabulary/format.ts";
import {strengthWords} from "./strength-words.ts";
import {shortest} from "./word-count.ts";

/** An effect with all that a sentence about it has to say. */
export interface Finding {
  effect: Effect;
  verdict: Direction;
  /** Null where there is no effect to grade. */
  strength: Strength | null;
  better: Better;
  unit: string;
  /** Decimals of the measure. */
  digits: number;
  smallest_effect: number;
  /** After “the”. */
  subject: string;
  stated_in: {year: AcademicYear; label: string} | null;
  /** “supported schools”. */
  schools: string;
  /** “multi-academy trusts”, or null where `schools` says it. */
  of: string | null;
  /** “Multi-academy trusts, secondary: 312 schools in 42 partnerships, 2012/13 to 2018/19”. */
  basis: string;
  /** “95% interval”, with how it was made where that is not the usual way. */
  interval: string;
  /** The smallest effect that would have been seen four times in five; null where unknown. */
  detectable: number | null;
  /** What is said where there is no interval. */
  too_few: {title: string; sentence: string};
}

const none: Readonly<Partial<Record<Direction, string>>> = {
  same: "no difference that matters",
  unclear: "no clear difference",
  already: "already changing before joining",
  of_many: "could be chance",
  too_weak: "evidence too weak to say"
};

const did: Readonly<Partial<Record<Direction, string>>> = {
  better: "did better than expected",
  worse: "did worse than expected",
  higher: "went up against what was expected",
  lower: "went down against what was expected"
};

/** A title of at most 15 words that says no more than its verdict allows. */
export function findingTitle(finding: Finding): string {
  const {verdict, effect, unit, digits} = finding;
  const short = capital(finding.schools);
  const whole = finding.of === null ? short : `${short}, ${finding.of}`;
  if (verdict === "too_few") return first(whole, short, `: ${finding.too_few.title}`);
  if (none[verdict] !== undefined) return first(whole, short, `: ${none[verdict]}`);
  const printed = {unit, digits: chooseDigits(effect, digits)};
  const plain = ` ${did[verdict]}`;
  if (printsZero(effect.from, printed.digits) && printsZero(effect.to, printed.digits))
    return first(whole, short, plain);
  const sized = `${plain}: ${signedSpan(effect, printed)}`;
  return shortest([`${short}${of(finding)}${sized}`, `${short}${sized}`, `${short}${plain}`]);
}

const of = ({of: partnership_type}: Finding): string => (partnership_type === null ? "" : `, ${partnership_type},`);

const first = (whole: string, short: string, rest: string): string => shortest([`${whole}${rest}`, `${short}${rest}`]);

/** What moved, by how much, compared with what was expected, how sure, of whom and when. */
export function findingSentence(finding: Finding): string {
  const {effect, verdict, better, smallest_effect, unit} = finding;
  if (verdict === "too_few") return finding.too_few.sentence;
  const printed = {unit, digits: chooseDigits(effect, finding.digits)};
  const compared = `compared with what was expected of them, ${nameSubject(finding)} ${stood(effect, printed)} ${saySure(finding)}.`;
  if (verdict === "same" || verdict === "unclear") return `${capital(none[verdict]!)}: ${compared}`;
  if (verdict === "too_weak") return `Too weak to say: ${compared}`;
  if (verdict === "already") {
    return `Already changing before joining: ${compared} The years before show the change already, so nothing is claimed.`;
  }
  if (verdict === "of_many") return `Could be chance: ${compared}`;
  const isSmall = Math.max(Math.abs(effect.from), Math.abs(effect.to)) < smallest_effect;
  const small = isSmall ? ` It is less than the smallest effect of interest, ${stated(smallest_effect, unit)}.` : "";
  return `${capital(compared)} ${direction(better, verdict)}${small}`;
}

/** “(95% interval 0.1 to 3.6; Multi-academy trusts, secondary: 312 schools …; strength of evidence: low)”. */
function saySure({effect, digits, interval, basis, strength}: Finding): string {
  const parts = [
    `${interval} ${limits(effect, chooseDigits(effect, digits))}`,
    basis,
    strength && strengthWords(strength)
  ];
  return `(${parts.filter(Boolean).join("; ")})`;
}

/** The sizes that an interval holding zero leaves out, and the smallest that would have been seen; null of claims, and without an interval. */
export function findingRulesOut({
  effect,
  verdict,
  unit,
  better,
  smallest_effect,
  digits: own,
  detectable
}: Finding): string | null {
  if (verdict === "same") {
    return `A change of ${stated(smallest_effect, unit)} or more, either way, can be ruled out.`;
  }
  if (verdict !== "unclear") return null;
  const printed = {unit, digits: chooseDigits(effect, own)};
  const [rise, fall] = [effect.high!, -effect.low!].map((x) => beyond(x, printed));
  const [gain, loss] = better === "lower" ? [fall, rise] : [rise, fall];
  const [up, down] = better === "neither" ? ["A rise", "a fall"] : ["An improvement", "a worsening"];
  const out = `${up} ${gain} can be ruled out, and so can ${down} ${loss}.`;
  return detectable === null ? out : `${out} ${detectableWords(detectable, printed)}`;
}

/** “The smallest effect that would have been seen four times in five is 1.0 percentage points.” */
export const detectableWords = (detectable: number, printed: Printed): string =>
  `The smallest effect that would have been seen four times in five is ${size(detectable, printed)}.`;

/** “the share of … in supported schools”, with the scale it is reported on where years on several were put together. */
export function nameSubject({subject, stated_in, schools}: Pick<Finding, "subject" | "stated_in" | "schools">): string {
  return `the ${subject}${scaleWords(stated_in)} in ${schools}`;
}

/** “ (in the unit of Attainment 8, 2024/25)”, or nothing. */
export const scaleWords = (stated_in: Finding["stated_in"]): string =>
  stated_in === null ? "" : ` (in the unit of ${stated_in.label}, ${academicYear(stated_in.year)})`;

/** “stood between 0.9 and 2.6 points higher”; “stood between 0.3 points lower and 0.5 points higher”. True whichever way the schools themselves moved. */
export function stood({from, to}: Pick<Effect, "from" | "to">, printed: Printed): string {
  if (from === 0 && to === 0) return "did not differ";
  if (from >= 0) return `stood ${span(from, to, printed)} higher`;
  if (to <= 0) return `stood ${span(-to, -from, printed)} lower`;
  if (printsZero(from, printed.digits) && printsZero(to, printed.digits)) {
    return `stood within ${quantity(10 ** -printed.digits, printed)}`;
  }
  return `stood between ${size(from, printed)} lower and ${size(to, printed)} higher`;
}

const beyond = (value: number, printed: Printed): string =>
  printsZero(value, printed.digits)
    ? `as large as ${quantity(10 ** -printed.digits, printed)}`
    : `of more than ${quantity(value, printed)}`;

function direction(better: Better, verdict: Direction): string {
  if (!isClaim(verdict) || better === "neither") return "Neither higher nor lower is better.";
  return `${capital(better)} is better${verdict === "worse" ? ", so this is worse" : ""}.`;
}
