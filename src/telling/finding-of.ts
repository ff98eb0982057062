import {design} from "../design.ts";
import type {Effect, Result} from "../results.ts";
import type {Better} from "./better.ts";
import type {Finding} from "./finding.ts";
import {counted} from "./format.ts";
import {schoolsOf} from "./schools-of.ts";

/** What words need to know of a measure. */
export interface MeasureTerms {
  subject: string;
  better: Better;
}

/** A result that has an effect and a verdict, as a finding; null where it has none. */
export function findingOf(
  result: Pick<
    Result,
    "effect" | "verdict" | "unit" | "digits" | "worth" | "told_in" | "role" | "by" | "schools" | "partnerships"
  >,
  {subject, better}: MeasureTerms
): Finding | null {
  const {effect, verdict, unit, digits, worth, told_in, schools, partnerships} = result;
  if (effect === null || verdict === null) return null;
  const basis = `${counted(schools, "school")} in ${counted(partnerships, "partnership")}`;
  return {
    effect: effect satisfies Effect,
    verdict,
    better,
    unit,
    digits,
    worth: worth.value,
    subject,
    told_in,
    schools: schoolsOf(result),
    basis,
    interval: "95% interval",
    too_few: {
      title: "too few partnerships to say",
      sentence: `Too few to say: ${basis}. An interval needs at least ${design.fewest_clusters} partnerships; what each one did is shown instead.`
    }
  };
}
