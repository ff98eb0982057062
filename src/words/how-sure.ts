import type {Result} from "../release/results.ts";
import {isClaim} from "./claims.ts";
import {detectableWords} from "./finding.ts";
import {capital, chance, counted, chooseDigits, signedQuantity, stated} from "../vocabulary/format.ts";
import {strengthWords} from "./strength-words.ts";

type Shown = Pick<
  Result,
  | "effect"
  | "verdict"
  | "strength"
  | "unit"
  | "digits"
  | "smallest_effect"
  | "probability"
  | "detectable"
  | "family"
  | "interval"
>;

/**
 * How sure one can be: the strength of evidence, both estimates, how likely the effect is to reach the smallest effect of interest if the
 * comparison is fair, what could have been seen, how the interval was made, whether it stands among many outcomes; and
 * `note`, where the size asks for a check.
 */
export function sayHowSure(result: Shown, note: string | null): string {
  const {strength, interval} = result;
  const parts = [
    strength === null ? null : `${capital(strengthWords(strength))}, by the written rule.`,
    bothWords(result),
    chanceWords(result),
    seenWords(result),
    familyWords(result),
    interval.words === "" ? null : interval.words,
    note
  ];
  return parts.filter((words) => words !== null).join(" ");
}

/** The two estimates, each under the name of its assumption. */
function bothWords({effect, verdict, unit, digits}: Shown): string | null {
  if (effect === null || verdict === null || verdict === "too_few") return null;
  const printed = {unit, digits: chooseDigits(effect, digits)};
  const [trend, past] = [effect.same_trend, effect.same_past].map(({value}) => signedQuantity(value, printed));
  return `Against schools of the same intake the estimate is ${trend}, against schools with the same past ${past}.`;
}

/** Reported of results that nothing before joining speaks against, and that are not too weak. */
function chanceWords({probability, verdict, smallest_effect, unit}: Shown): string | null {
  if (probability === null || verdict === null || ["too_few", "too_weak", "already"].includes(verdict)) return null;
  return `If the comparison is fair, the chance that the effect exceeds the smallest one of interest (${stated(smallest_effect.value, unit)}) is ${chance(probability)}.`;
}

/** What is unclear says so next to what can be ruled out. */
function seenWords({detectable, effect, verdict, unit, digits}: Shown): string | null {
  if (detectable === null || effect === null || verdict === "unclear" || verdict === "too_few") return null;
  return detectableWords(detectable, {unit, digits: chooseDigits(effect, digits)});
}

function familyWords({family, verdict}: Shown): string | null {
  if (family === null || verdict === null || !isClaim(verdict)) return null;
  const among = `when the ${counted(family.outcomes, "outcome")} of its family are tested at once`;
  return family.stands ? `It still stands ${among}.` : `It does not stand ${among}.`;
}
