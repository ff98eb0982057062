import type {Measure} from "../measure.ts";
import {exclusionSeries} from "../comparable-series.ts";
import {margin} from "./smallest-effects-of-interest.ts";

/** Suspensions and exclusions. */
export const behaviourMeasures: Record<string, Measure> = {
  suspension_rate: {
    label: "Suspensions",
    subject: "number of suspensions for each 100 pupils",
    domain: "behaviour",
    unit: "suspensions per 100 pupils",
    better: "lower",
    digits: 1,
    smallest_effect: margin(0.5, "it is one suspension fewer for every two hundred pupils"),
    phases: ["primary", "secondary", "special"],
    comparable_series: exclusionSeries("suspensions", "Suspensions (fixed-period exclusions)")
  },
  suspended_pupils_pct: {
    label: "Pupils suspended at least once",
    subject: "share of pupils suspended at least once",
    domain: "behaviour",
    unit: "percentage points",
    better: "lower",
    digits: 1,
    smallest_effect: margin(0.25, "it is one pupil in four hundred"),
    phases: ["primary", "secondary", "special"],
    comparable_series: exclusionSeries("suspended_pupils", "Pupils suspended at least once")
  },
  permanent_exclusion_rate: {
    label: "Permanent exclusions",
    subject: "number of permanent exclusions for each 100 pupils",
    domain: "behaviour",
    unit: "permanent exclusions per 100 pupils",
    better: "lower",
    digits: 2,
    smallest_effect: margin(0.02, "it is one pupil in five thousand, about a fifth of the national rate"),
    phases: ["primary", "secondary", "special"],
    comparable_series: exclusionSeries("permanent_exclusions", "Permanent exclusions")
  }
};
