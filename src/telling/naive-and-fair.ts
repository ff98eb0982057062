import type {Effect, NaiveAndFair} from "../results.ts";
import {oddYearWords, type OddYearTerms} from "./odd-year.ts";
import type {YearBefore} from "./year-before.ts";

/** Changes of the same joiners from the base window, and the fair difference over the same years. */
export interface Changes {
  /** In the year before joining. */
  before: number;
  /** Mean of event times 0 to 2. */
  after: number;
  fair: Effect;
}

/**
 * The naive before–after figure taken apart: naive = bounce + similar + fair, where `bounce` is the return from the
 * year before joining to the base window and `similar` what comparators gained from it. The warning stands where the
 * year before is an odd one.
 */
export function naiveAndFair(
  {before, after, fair}: Changes,
  yearBefore: YearBefore | null,
  terms: OddYearTerms
): NaiveAndFair {
  return {
    naive: after - before,
    bounce: -before,
    similar: after - fair.value,
    fair,
    warning: oddYearWords(yearBefore, terms)
  };
}
