import {design} from "../design.ts";
import {equivalence} from "../inference/equivalence.ts";
import type {Result} from "../results.ts";
import type {Better} from "./better.ts";
import type {Estimated} from "./timed-effects.ts";

export type Equivalent = NonNullable<Result["equivalence"]>;

/**
 * Two one-sided tests that an effect is smaller than the margin either way; `low` and `high` bound the interval of
 * coverage 1 − 2α that they rest on. Null without a standard error.
 */
export function equivalenceOf({estimate, se, degrees}: Estimated, margin: number): Equivalent | null {
  if (!(se > 0) || !(degrees > 0)) return null;
  const {low, high, equivalent} = equivalence({estimate, se}, {margin, alpha: 1 - design.confidence, degrees});
  return {margin, low, high, equivalent};
}

/** Whether harm as large as the margin is ruled out: one of the two tests alone. False for a measure of which neither side is better. */
export function excludesHarm({margin, low, high}: Equivalent, better: Better): boolean {
  if (better === "neither") return false;
  return better === "higher" ? low > -margin : high < margin;
}
