import type {Direction, Result, Strength} from "../results.ts";
import {count, counted, number} from "./format.ts";
import {strengthRule} from "./strength-rule.ts";
import {isClear} from "./verdict.ts";

/** What the rule looks at; null where it could not be worked out. */
export interface Grounds {
  design: keyof typeof strengthRule.start;
  schools: number;
  partnerships: number;
  verdict: Direction;
  /** The largest standardised mean difference left after matching. */
  balance: number | null;
  pre_trend: number | null;
  breakdown: number | null;
  placebo: {as_far: number; draws: number} | null;
  /** The figure adjusted as if chance had picked the schools, and the headline’s interval. */
  luck: {value: number; low: number; high: number} | null;
  /** How well published data tell who was a member. */
  membership: "A" | "B" | "C" | null;
  /** Of a part, the strength of evidence on the whole; null for a whole. */
  whole: Strength | null;
}

type Reason = Result["strength_reasons"][number] & {steps: number};

const order: readonly Strength[] = ["very_low", "low", "moderate", "high"];

/**
 * The strength of evidence by the written rule (src/telling/strength-rule.ts), with what each part of it found: `met`
 * is null where it could not be asked. Where too few are there for an interval it is very low.
 */
export function strengthOf(grounds: Grounds): {strength: Strength; reasons: Result["strength_reasons"]} {
  const start = strengthRule.start[grounds.design];
  const rules = [size, balance, preTrend, breakdown, placebo, luck, membership].map((rule) => rule(grounds));
  const design = {
    rule: "design",
    met: grounds.design === "matched",
    words: `Design: ${start.words}, from published data. That is level ${start.maryland} of 5 on the Maryland scale, at best.`
  };
  const reasons = [design, ...rules.map(({rule, met, words}) => ({rule, met, words}))];
  if (grounds.verdict === "too_few") return {strength: "very_low", reasons};
  const down = rules.reduce((sum, {met, steps}) => sum + (met === false ? steps : 0), 0);
  const up = reasons.every(({met}) => met === true) ? 1 : 0;
  const strength = order[Math.max(0, order.indexOf(start.strength) + up - down)]!;
  return grounds.whole === null ? {strength, reasons} : asPart({strength, reasons}, grounds.whole);
}

/** A part is asked less than the whole, so its evidence is never held to be stronger. */
function asPart(
  {strength, reasons}: {strength: Strength; reasons: Result["strength_reasons"]},
  whole: Strength
): {strength: Strength; reasons: Result["strength_reasons"]} {
  const met = order.indexOf(strength) <= order.indexOf(whole);
  const words = `Part: evidence on all who joined is ${whole.replace("_", " ")}, and on a part of them it is no stronger.`;
  return {strength: met ? strength : whole, reasons: [...reasons, {rule: "part", met, words}]};
}

const {rules} = strengthRule;

const ofAllAlone = "asked of all who joined, not of a part of them";
const unclaimed = "not asked, since no difference is claimed";

function size({schools, partnerships}: Grounds): Reason {
  const asked = rules.size;
  return {
    rule: "size",
    steps: asked.steps,
    met: schools >= asked.schools && partnerships >= asked.partnerships,
    words: `Size: ${counted(schools, "school")} in ${counted(partnerships, "partnership")}; at least ${asked.schools} in ${asked.partnerships} are asked for.`
  };
}

function balance({balance: largest}: Grounds): Reason {
  const {steps, largest: limit} = rules.balance;
  const words =
    largest === null
      ? "Likeness before joining: not known."
      : `Likeness before joining: the largest difference left from similar schools is ${number(largest, 2)} standard deviations; ${limit} is the limit.`;
  return {rule: "balance", steps, met: largest === null ? null : largest <= limit, words};
}

function preTrend({pre_trend: p}: Grounds): Reason {
  const {steps, p: limit} = rules.pre_trend;
  const met = p === null ? null : p >= limit;
  const found = met === null ? "too few years to test" : met ? "nothing shows that they differed" : "they differed";
  return {rule: "pre_trend", steps, met, words: `Trends before joining: ${found}.`};
}

function breakdown({breakdown: found, verdict, whole}: Grounds): Reason {
  const {steps, magnitude} = rules.breakdown;
  if (!isClear(verdict)) {
    return {rule: "breakdown", steps, met: null, words: `Departures from a common trend: ${unclaimed}.`};
  }
  if (found === null) {
    const why = whole === null ? "too few years before joining to ask" : ofAllAlone;
    return {rule: "breakdown", steps, met: null, words: `Departures from a common trend: ${why}.`};
  }
  return {
    rule: "breakdown",
    steps,
    met: found >= magnitude,
    words: `Departures from a common trend: the finding stands up to ${number(found, 2)} times the largest one before joining; at least ${magnitude} is asked for.`
  };
}

function placebo({placebo: hill, verdict, whole}: Grounds): Reason {
  const {steps, share} = rules.placebo;
  if (hill === null || !isClear(verdict)) {
    const none = whole === null ? "none could be made up" : ofAllAlone;
    const why = hill === null ? none : unclaimed;
    return {rule: "placebo", steps, met: null, words: `Made-up partnerships: ${why}.`};
  }
  return {
    rule: "placebo",
    steps,
    met: (1 + hill.as_far) / (1 + hill.draws) <= share,
    words: `Made-up partnerships: ${count(hill.as_far)} of ${count(hill.draws)} moved as far by chance alone; at most ${Math.round(100 * share)}% are asked for.`
  };
}

function luck({luck: found, verdict, whole}: Grounds): Reason {
  const asked = "How schools were picked";
  if (found === null || !isClear(verdict)) {
    const none = whole === null ? "it could not be asked otherwise" : ofAllAlone;
    const why = found === null ? none : unclaimed;
    return {rule: "luck", steps: rules.luck.steps, met: null, words: `${asked}: ${why}.`};
  }
  const met = found.low <= found.value && found.value <= found.high;
  const words = met
    ? `${asked}: taken as if chance had picked them, the figure stays within the interval.`
    : `${asked}: taken as if chance had picked them, the figure leaves the interval, and which is right cannot be known.`;
  return {rule: "luck", steps: rules.luck.steps, met, words};
}

const grades = {
  A: "files that name schools or areas",
  B: "pages and tables, or the leading schools alone",
  C: "reports, press or what partners keep themselves"
} as const;

function membership({membership: grade}: Grounds): Reason {
  const rule = "membership";
  if (grade === null) return {rule, steps: 0, met: null, words: "Who was a member: no grade is stated."};
  const steps = rules.membership.steps[grade];
  return {rule, steps, met: grade === "A", words: `Who was a member: known from ${grades[grade]} (grade ${grade}).`};
}
