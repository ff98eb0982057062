import {design} from "../../design.ts";
import type {Effect, Result, Strength} from "../../release/results.ts";
import {counted, number} from "../../vocabulary/format.ts";

/** What the written rule asks (METHOD §8); `checks` is null where a check could not be made. */
export interface StrengthGrounds {
  effect: Effect;
  smallest_effect: number;
  schools: number;
  partnerships: number;
  cohorts: number;
  /** Event times since joining at which there is an effect. */
  later_years: number;
  /** By name: whether a check of the years before joining failed; null where it could not be asked. */
  checks: Readonly<
    Record<
      "the year before joining" | "the joint test" | "a base further back" | "joining pretended earlier",
      boolean | null
    >
  >;
  breakdown: number | null;
  /** Share of the schools listed that are compared. */
  compared: number;
  membership: "A" | "B" | "C" | null;
  /** Of a part, the strength of evidence on the whole. */
  whole: Strength | null;
}

const order: readonly Strength[] = ["very_low", "low", "moderate", "high"];
type Reason = Result["strength_reasons"][number];

/**
 * Strength of evidence by the written rule: a comparison on published data starts at moderate (level 3 of 5 on the
 * Maryland scale) and loses a step for each part that is not met; it cannot rise. Asked of every verdict alike. What
 * could not be asked counts as not met only where the rule says so: a breakdown that could not be worked out does not.
 */
export function gradeStrength(grounds: StrengthGrounds): {strength: Strength; reasons: Reason[]} {
  const rules = [agreement, size, years, before, breakdown, compared, membership].map((rule) => rule(grounds));
  const lost = rules.filter(({met}) => met === false).length;
  const start = order.indexOf(design.strength.start as Strength);
  const strength = order[Math.max(0, start - lost)];
  const reasons = [
    {
      rule: "design",
      met: true,
      words:
        "Design: schools compared with others on published data. That is level 3 of 5 on the Maryland scale, at best; it starts at moderate and cannot rise."
    },
    ...rules
  ];
  if (grounds.whole === null || order.indexOf(strength) <= order.indexOf(grounds.whole)) return {strength, reasons};
  const words = `Part: evidence on all who joined is ${grounds.whole.replace("_", " ")}, and on a part of them it is no stronger.`;
  return {strength: grounds.whole, reasons: [...reasons, {rule: "part", met: false, words}]};
}

function agreement({effect, smallest_effect}: StrengthGrounds): Reason {
  const apart = effect.to - effect.from;
  const sameSign = Math.sign(effect.same_trend.value) === Math.sign(effect.same_past.value);
  const words = sameSign
    ? `Both assumptions: the estimates lie ${number(apart / smallest_effect, 2)} times the smallest effect of interest apart; at most once is asked for.`
    : "Both assumptions: the estimates have different signs.";
  return {rule: "agreement", met: sameSign && apart <= smallest_effect, words};
}

function size({schools, partnerships}: StrengthGrounds): Reason {
  const requested = design.strength;
  return {
    rule: "size",
    met: schools >= requested.schools && partnerships >= requested.partnerships,
    words: `Size: ${counted(schools, "school")} in ${counted(partnerships, "partnership")}; at least ${requested.schools} in ${requested.partnerships} are asked for.`
  };
}

function years({cohorts, later_years}: StrengthGrounds): Reason {
  const requested = design.strength;
  return {
    rule: "years",
    met: cohorts >= requested.cohorts && later_years >= requested.later_years,
    words: `Years: ${counted(cohorts, "joining year")} and ${counted(later_years, "year")} since joining; at least ${requested.cohorts} of each are asked for.`
  };
}

function before({checks}: StrengthGrounds): Reason {
  const requested = Object.entries(checks).filter(([, failed]) => failed !== null);
  const failed = requested.filter(([, fails]) => fails).map(([name]) => name);
  const words = failed.length
    ? `Before joining: ${failed.join(", ")} ${failed.length === 1 ? "says" : "say"} that schools were changing already.`
    : requested.length
      ? `Before joining: nothing found by ${requested.map(([name]) => name).join(", ")}.`
      : "Before joining: too few years to ask.";
  return {rule: "before", met: requested.length ? failed.length === 0 : null, words};
}

function breakdown({breakdown: found}: StrengthGrounds): Reason {
  const least = design.strength.breakdown;
  const words =
    found === null
      ? "Departures from a common trend: too few years before joining to ask."
      : `Departures from a common trend: the finding stands up to ${number(found, 2)} times the largest one before joining; at least ${least} is asked for.`;
  return {rule: "breakdown", met: found === null ? null : found >= least, words};
}

const compared = ({compared: share}: StrengthGrounds): Reason => ({
  rule: "compared",
  met: share >= design.strength.compared,
  words: `Compared: ${Math.round(100 * share)}% of the schools that joined in this role; at least ${Math.round(100 * design.strength.compared)}% are asked for.`
});

const grades = {
  A: "files that name schools or areas",
  B: "pages and tables, or the leading schools alone",
  C: "reports, press or what partners keep themselves"
} as const;

function membership({membership: grade}: StrengthGrounds): Reason {
  if (grade === null) return {rule: "membership", met: null, words: "Who was a member: no grade is stated."};
  return {
    rule: "membership",
    met: grade !== "C",
    words: `Who was a member: known from ${grades[grade]} (grade ${grade}).`
  };
}
