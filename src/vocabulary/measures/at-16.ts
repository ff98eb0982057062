import type {Measure} from "../measure.ts";
import {
  attainment8,
  basics94,
  basicsAC,
  first,
  fiveGood,
  gradedAsBefore,
  ks4,
  ks4Now,
  ks4Series,
  midway,
  nineToOne,
  same
} from "../comparable-series.ts";
import {aPupilInAHundred, margin, ofPupilSpread} from "./smallest-effects-of-interest.ts";

/** What pupils achieve and study at 16. */
export const measuresAt16: Record<string, Measure> = {
  ks4_attainment: {
    label: "GCSE attainment",
    subject: "GCSE attainment of pupils",
    domain: "attainment",
    unit: "points",
    better: "higher",
    digits: 1,
    smallest_effect: margin(1, "it is a tenth of a grade in each of the ten slots of Attainment 8"),
    phases: ["secondary"],
    comparable_series: ks4Series({
      early: fiveGood,
      wolf: fiveGood,
      entry: fiveGood,
      first8: attainment8,
      nine: attainment8,
      midway: attainment8,
      now: attainment8
    })
  },
  english_maths_pct: {
    label: "Good GCSEs in English and maths",
    subject: "share of pupils with good GCSEs in English and mathematics",
    domain: "attainment",
    unit: "percentage points",
    better: "higher",
    digits: 1,
    smallest_effect: aPupilInAHundred,
    phases: ["secondary"],
    comparable_series: ks4Series({
      early: basicsAC,
      wolf: basicsAC,
      entry: basicsAC,
      first8: basicsAC,
      nine: basics94,
      midway: basics94,
      now: basics94
    })
  },
  progress8: {
    label: "Progress 8",
    subject: "Progress 8 score",
    domain: "attainment",
    unit: "points",
    better: "higher",
    digits: 2,
    smallest_effect: ofPupilSpread(1.28, "the intervals printed with schools’ scores of 2018/19"),
    phases: ["secondary"],
    comparable_series: [
      {from: 2016, to: 2016, label: "Progress 8", why: first, read: ks4("progress8")},
      {from: 2017, to: 2017, label: "Progress 8", why: nineToOne, read: ks4("progress8")},
      {from: 2018, to: 2019, label: "Progress 8", why: "extreme negative scores are capped", read: ks4("progress8")},
      {from: 2022, to: 2022, label: "Progress 8", why: midway, read: ks4("progress8")},
      {from: 2023, to: 2024, label: "Progress 8", why: gradedAsBefore, read: ks4Now("progress8")}
    ]
  },
  ks4_value_added: {
    label: "Value added to age 16 (to 2014/15)",
    subject: "value added score to age 16",
    domain: "attainment",
    unit: "points",
    better: "higher",
    digits: 1,
    smallest_effect: margin(3, "it is half a grade, six points, in one of two pupils’ eight subjects"),
    phases: ["secondary"],
    comparable_series: same("value_added", "Best eight value added", ["early", "wolf", "entry"])
  },
  attainment8_disadvantaged: {
    label: "Attainment 8 of disadvantaged pupils",
    subject: "Attainment 8 score of disadvantaged pupils",
    domain: "disadvantaged",
    unit: "points",
    better: "higher",
    digits: 1,
    smallest_effect: margin(1, "it is a tenth of a grade in each of the ten slots of Attainment 8"),
    phases: ["secondary"],
    comparable_series: same("attainment8_disadvantaged", "Attainment 8 of disadvantaged pupils", [
      "first8",
      "nine",
      "midway",
      "now"
    ])
  },
  ebacc_entry_pct: {
    label: "Entered for the EBacc",
    subject: "share of pupils entered for the English Baccalaureate",
    domain: "curriculum",
    unit: "percentage points",
    better: "higher",
    digits: 1,
    smallest_effect: margin(2, "it is one pupil in fifty"),
    phases: ["secondary"],
    comparable_series: same("ebacc_entry_pct", "Entered for the EBacc", [
      "early",
      "wolf",
      "entry",
      "first8",
      "nine",
      "midway",
      "now"
    ])
  },
  ebacc_aps: {
    label: "EBacc average points",
    subject: "EBacc average point score",
    domain: "curriculum",
    unit: "points",
    better: "higher",
    digits: 2,
    smallest_effect: margin(0.1, "it is a tenth of a grade in each of the five parts"),
    phases: ["secondary"],
    comparable_series: [
      {from: 2018, to: 2019, label: "EBacc average points", why: first, read: ks4("ebacc_aps")},
      {from: 2022, to: 2022, label: "EBacc average points", why: midway, read: ks4("ebacc_aps")},
      {from: 2023, to: null, label: "EBacc average points", why: gradedAsBefore, read: ks4Now("ebacc_aps")}
    ]
  },
  entries_per_pupil: {
    label: "Qualifications entered per pupil",
    subject: "number of qualifications entered per pupil",
    domain: "curriculum",
    unit: "entries",
    better: "higher",
    digits: 1,
    smallest_effect: margin(0.1, "it is one entry more for every ten pupils"),
    phases: ["secondary"],
    comparable_series: same("entries_per_pupil", "Qualifications entered per pupil", [
      "early",
      "wolf",
      "entry",
      "first8",
      "nine",
      "midway",
      "now"
    ])
  }
};
