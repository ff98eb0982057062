import type {Measure, Reading} from "../measure.ts";
import {census, first} from "../comparable-series.ts";
import {aPupilInAHundred} from "./smallest-effects-of-interest.ts";

/** Whom a school teaches. */
export const intakeMeasures: Record<string, Measure> = {
  fsm6_pct: intake(
    "Pupils ever eligible for free meals in six years",
    "share of pupils eligible for free school meals in the last six years",
    "fsm6_pct"
  ),
  eal_pct: intake(
    "Pupils whose first language is not English",
    "share of pupils whose first language is not English",
    "eal_pct",
    [{source: "school_characteristics_ees", value: "eal_pct", pupils: "pupils"}]
  )
};

function intake(label: string, subject: string, column: string, also: readonly Reading[] = []): Measure {
  return {
    label,
    subject,
    domain: "context",
    unit: "percentage points",
    better: "neither",
    digits: 1,
    smallest_effect: aPupilInAHundred,
    phases: ["primary", "secondary", "special"],
    comparable_series: [{from: 2011, to: null, label, why: first, read: [...census(column), ...also]}]
  };
}
