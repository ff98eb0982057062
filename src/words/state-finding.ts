import {design} from "../design.ts";
import type {Result} from "../release/results.ts";
import type {Better} from "../vocabulary/better.ts";
import type {Finding} from "./finding.ts";
import {academicYear, counted} from "../vocabulary/format.ts";
import {nameSchools} from "./name-schools.ts";
import {strengthWords} from "./strength-words.ts";

/** What words need to know of a measure. */
export interface MeasureTerms {
  subject: string;
  better: Better;
}

/** The same, and what pages call the type of partnership: “Multi-academy trusts”. */
export interface PartnershipTypeTerms extends MeasureTerms {
  type_label: string;
}

/** A result that has an effect and a verdict, as a finding; null where it has none. */
export function stateFinding(
  result: Pick<
    Result,
    | "effect"
    | "verdict"
    | "strength"
    | "unit"
    | "digits"
    | "smallest_effect"
    | "stated_in"
    | "role"
    | "by"
    | "phase"
    | "years"
    | "schools"
    | "partnerships"
    | "detectable"
  >,
  {subject, better, type_label}: PartnershipTypeTerms
): Finding | null {
  const {effect, verdict, strength, unit, digits, smallest_effect, stated_in, phase, detectable} = result;
  if (effect === null || verdict === null) return null;
  const basis = `${type_label}, ${phase}: ${describeBasis(result)}`;
  const known = strength === null ? "" : ` (${strengthWords(strength)})`;
  return {
    effect,
    verdict,
    strength,
    better,
    unit,
    digits,
    smallest_effect: smallest_effect.value,
    subject,
    stated_in,
    schools: nameSchools(result),
    of: type_label,
    basis,
    interval: "95% interval",
    detectable,
    too_few: {
      title: "too few partnerships to say",
      sentence: `Too few partnerships to say: ${basis}${known}. An interval needs at least ${design.inference.fewest_partnerships} partnerships; what placebo partnerships as large did by chance is shown instead.`
    }
  };
}

/** “312 schools in 42 partnerships, 2012/13 to 2018/19”. */
export function describeBasis({
  schools,
  partnerships,
  years
}: Pick<Result, "schools" | "partnerships" | "years">): string {
  return `${counted(schools, "school")} in ${counted(partnerships, "partnership")}${yearsWords(years)}`;
}

/** “, 2012/13 to 2018/19”, “, 2018/19” for one year, nothing where unknown. */
export function yearsWords(years: Result["years"]): string {
  if (years === null) return "";
  const [first, last] = years.map(academicYear);
  return first === last ? `, ${first}` : `, ${first} to ${last}`;
}
