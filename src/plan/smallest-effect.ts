import {design} from "../design.ts";
import type {SmallestEffect} from "../vocabulary/measure.ts";
import {measures} from "../vocabulary/measures.ts";

/** The smallest effect of interest of a measure: what the plan in force gives, else what the measure states. */
export function smallestEffect(measure: string): SmallestEffect {
  const {smallest_effect} = measures[measure];
  const given = design.margins[measure];
  return given === undefined
    ? smallest_effect
    : {...smallest_effect, value: given, why: "the plan of this release gives it"};
}
