import type {Measure} from "../measure.ts";
import {absenceSeries, fromSixTerms, tables, threshold} from "../comparable-series.ts";
import {aPupilInAHundred, margin} from "./smallest-effects-of-interest.ts";

/** Absence, and absence without leave. */
export const attendanceMeasures: Record<string, Measure> = {
  unauthorised_absence_pct: {
    label: "Unauthorised absence (truancy)",
    subject: "share of sessions missed without leave",
    domain: "attendance",
    unit: "percentage points",
    better: "lower",
    digits: 2,
    smallest_effect: margin(
      0.1,
      "it is two in a thousand sessions each way, about a third of a day a year for each pupil"
    ),
    phases: ["primary", "secondary", "special"],
    comparable_series: absenceSeries("unauthorised_absence_pct", "Unauthorised absence", {}).filter(fromSixTerms)
  },
  overall_absence_pct: {
    label: "Overall absence",
    subject: "share of sessions missed",
    domain: "attendance",
    unit: "percentage points",
    better: "lower",
    digits: 2,
    smallest_effect: margin(0.2, "it is about a third of a day a year for each pupil"),
    phases: ["primary", "secondary", "special"],
    comparable_series: absenceSeries("overall_absence_pct", "Overall absence", {tables: true})
  },
  persistent_absence_10_pct: {
    label: "Persistent absence (10% of sessions)",
    subject: "share of pupils missing a tenth of sessions",
    domain: "attendance",
    unit: "percentage points",
    better: "lower",
    digits: 1,
    smallest_effect: margin(0.5, "it is one pupil in two hundred"),
    phases: ["primary", "secondary", "special"],
    comparable_series: absenceSeries("persistent_absence_10_pct", "Persistent absence at 10%", {tables: true}).filter(
      fromSixTerms
    )
  },
  persistent_absence_15_pct: {
    label: "Persistent absence (15% of sessions)",
    subject: "share of pupils missing 15% of sessions",
    domain: "attendance",
    unit: "percentage points",
    better: "lower",
    digits: 1,
    smallest_effect: margin(0.5, "it is one pupil in two hundred"),
    phases: ["primary", "secondary", "special"],
    comparable_series: [
      {
        from: 2011,
        to: 2015,
        label: "Persistent absence at 15%",
        why: threshold,
        read: tables("persistent_absence_15_pct")
      }
    ]
  },
  persistent_absence_20_pct: {
    label: "Persistent absence (20% of sessions)",
    subject: "share of pupils missing a fifth of sessions",
    domain: "attendance",
    unit: "percentage points",
    better: "lower",
    digits: 1,
    smallest_effect: margin(0.25, "it is one pupil in four hundred, of a group half as large as at 15%"),
    phases: ["primary", "secondary", "special"],
    comparable_series: [
      {
        from: 2011,
        to: 2011,
        label: "Persistent absence at 20%",
        why: threshold,
        read: tables("persistent_absence_20_pct")
      }
    ]
  },
  truant_pupils_pct: {
    label: "Pupils absent without leave at least once",
    subject: "share of pupils absent without leave at least once in the year",
    domain: "attendance",
    unit: "percentage points",
    better: "lower",
    digits: 1,
    smallest_effect: aPupilInAHundred,
    phases: ["primary", "secondary", "special"],
    comparable_series: [
      {
        from: 2013,
        to: 2017,
        label: "Pupils with at least one session of unauthorised absence",
        why: "the years this table was published",
        read: [
          {
            source: "absence_by_reason",
            value: {count: "unauthorised_pupils", of: "enrolments", per: 100, adds: false},
            pupils: "enrolments"
          }
        ]
      }
    ]
  }
};
