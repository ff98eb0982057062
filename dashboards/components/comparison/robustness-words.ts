import {measureSize} from "../ui/effect-words.js";
import type {Bracket} from "../ui/directions.js";
import {capital, count, listed, range, signed} from "../ui/format.js";
import type {RobustnessCheck} from "../ui/release.js";

/** What a robustness check changes, as a heading over those that change it; in the order of the page. */
export const CHANGED: Readonly<Record<RobustnessCheck["group"], string>> = {
  base: "What change is counted from",
  comparators: "Donor pool",
  covariates: "What is held equal",
  estimator: "Estimator",
  weights: "Weights",
  scale: "Scale",
  cohort: "When joining begins",
  sample: "Which schools",
  bounds: "Figures that publishers hide"
};

/** A line of the chart: a heading, or a robustness check that has an answer. */
export type Line = {at: number} & ({heading: string; check?: never} | {check: RobustnessCheck; heading?: never});

/** What a check found: the range and union of both assumptions, or one estimate of a method that rests on one. */
export function roundBracket({effect, estimate}: RobustnessCheck): Bracket | null {
  if (effect !== null) return effect;
  return estimate && {from: estimate.value, to: estimate.value, low: estimate.low, high: estimate.high};
}

const isAnswered = (check: RobustnessCheck): boolean => check.absent === null && roundBracket(check) !== null;

/** The headline first, then the others under what they change; nothing is sorted by what came out. */
export function breakLines(checks: readonly RobustnessCheck[]): Line[] {
  const answered = checks.filter(isAnswered);
  const groups = (Object.keys(CHANGED) as RobustnessCheck["group"][]).flatMap((group) => {
    const mine = answered.filter((check) => check.group === group && !check.headline);
    return mine.length === 0 ? [] : [{heading: CHANGED[group]}, ...mine.map((check) => ({check}))];
  });
  const headline = answered.filter((check) => check.headline).map((check) => ({check}));
  return [...headline, ...groups].map((line, at) => ({...line, at}));
}

/** How far reasonable specifications lie apart, and how many of their intervals include no effect; misleading ones do not count. */
export function steady(checks: readonly RobustnessCheck[], {unit, digits}: {unit: string; digits: number}): string {
  const fair = checks
    .filter(({misleading}) => misleading === null)
    .flatMap((check) => (isAnswered(check) ? roundBracket(check)! : []));
  if (fair.length < 2) return "No other specification has an answer here.";
  const sure = fair.flatMap(({low, high}) => (low === null || high === null ? [] : [{low, high}]));
  const spans = sure.filter(({low, high}) => low <= 0 && high >= 0).length;
  const ends = fair.flatMap(({from, to}) => [from, to]);
  const have = sure.length === fair.length ? "" : ` ${count(sure.length)} of them have an interval;`;
  return `In ${count(fair.length)} reasonable specifications the estimates lie between ${signed(Math.min(...ends), digits)} and ${signed(Math.max(...ends), digits)} ${unit};${have} the interval of ${spans === 0 ? "none" : count(spans)} includes no effect.`;
}

const SIDES = {
  same_trend: "sides with same trend",
  same_past: "sides with same past",
  neither: "sides with neither"
} as const;

/** “+0.9 to +2.6 (95%: 0.0 to 3.6)”; of one estimate also which assumption it sides with. */
export function checkWords(check: RobustnessCheck, digits: number): string {
  if (check.effect !== null) return measureSize(check.effect, digits);
  if (check.estimate === null) return "no answer";
  const {value, low, high, sides_with} = check.estimate;
  const limits = low === null || high === null ? "" : ` (95%: ${range(low, high, digits)})`;
  return `${signed(value, digits)}${limits}, ${SIDES[sides_with]}`;
}

/** Which specifications are known to mislead, and how. */
export const misleadingWords = (checks: readonly RobustnessCheck[]): string =>
  checks
    .filter((check) => isAnswered(check) && check.misleading !== null)
    .map(({label, misleading}) => capital(`“${label}” misleads: ${misleading!.replace(/\.$/, "")}.`))
    .join(" ");

/** Which checks have no answer, and why; empty where all have one. */
export function unanswered(checks: readonly RobustnessCheck[]): string {
  const left = checks.filter((check) => !isAnswered(check));
  if (left.length === 0) return "";
  return `Without an answer: ${listed(left.map(({label, absent}) => `${label} (${(absent ?? "no estimate").replace(/\.$/, "")})`))}.`;
}
