import type {Result} from "../results.ts";
import {chance, counted, digitsOf, size, stated} from "./format.ts";
import {isClear} from "./verdict.ts";

const strengths = {very_low: "very low", low: "low", moderate: "moderate", high: "high"} as const;

type Shown = Pick<
  Result,
  "effect" | "verdict" | "strength" | "unit" | "digits" | "worth" | "probability" | "detectable" | "family" | "interval"
>;

/**
 * How sure one can be: the strength of evidence, how likely the effect is to be worth having, what could have been
 * seen, how the interval was made, whether it stands among many outcomes; and `note`, where the size asks for a check.
 */
export function howSureOf(result: Shown, note: string | null): string {
  const {strength, verdict, interval} = result;
  const parts = [
    strength === null ? null : `Strength of evidence: ${strengths[strength]}, by the written rule.`,
    verdict === null || verdict === "too_few" ? null : chanceWords(result),
    detectableWords(result),
    familyWords(result),
    interval.words === "" ? null : interval.words,
    note
  ];
  return parts.filter((words) => words !== null).join(" ");
}

function chanceWords({probability, worth, unit}: Shown): string | null {
  if (probability === null) return null;
  const {flat, shrunken} = probability;
  const drawn = shrunken === null ? "" : `, and ${chance(shrunken)} once it is drawn towards other results of its sort`;
  return `The chance that schools did better by more than the ${stated(worth.value, unit)} set as worth having is ${chance(flat)}${drawn}.`;
}

function detectableWords({detectable, effect, unit, digits}: Shown): string | null {
  if (detectable === null || effect === null) return null;
  const printed = {unit, digits: digitsOf(effect, digits)};
  return `A difference of ${size(detectable, printed)} would have been seen four times in five.`;
}

function familyWords({family, verdict}: Shown): string | null {
  if (family === null || verdict === null || !isClear(verdict)) return null;
  const among = `when the ${counted(family.outcomes, "outcome")} of its family are tested at once`;
  return family.stands ? `It still stands ${among}.` : `It does not stand ${among}.`;
}
