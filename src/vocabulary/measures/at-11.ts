import type {Measure} from "../measure.ts";
import {afterPandemic, first, ks2, ks2Now, newStandard} from "../comparable-series.ts";
import {aPupilInAHundred, margin, ofPupilSpread} from "./smallest-effects-of-interest.ts";

/** What pupils achieve at 11. */
export const measuresAt11: Record<string, Measure> = {
  ks2_attainment: {
    label: "Reading, writing and maths at 11",
    subject: "share of pupils reaching the standard of their age in reading, writing and mathematics",
    domain: "attainment",
    unit: "percentage points",
    better: "higher",
    digits: 1,
    smallest_effect: aPupilInAHundred,
    phases: ["primary"],
    comparable_series: [
      {from: 2011, to: 2011, label: "Level 4 in English and mathematics", why: first, read: ks2("rwm_level4_pct")},
      {
        from: 2012,
        to: 2015,
        label: "Level 4 in reading, writing and mathematics",
        why: "writing is judged by teachers",
        read: ks2("rwm_level4_pct")
      },
      {from: 2016, to: 2019, label: "Expected standard", why: newStandard, read: ks2("rwm_expected_pct")},
      {from: 2023, to: null, label: "Expected standard", why: afterPandemic, read: ks2Now("rwm_expected_pct")}
    ]
  },
  ks2_disadvantaged: {
    label: "Reading, writing and maths at 11: disadvantaged pupils",
    subject: "share of disadvantaged pupils reaching the standard of their age in reading, writing and mathematics",
    domain: "disadvantaged",
    unit: "percentage points",
    better: "higher",
    digits: 1,
    smallest_effect: margin(2, "it is one disadvantaged pupil in fifty; few schools have many more"),
    phases: ["primary"],
    comparable_series: [
      {from: 2016, to: 2019, label: "Expected standard", why: newStandard, read: ks2("rwm_expected_disadvantaged_pct")},
      {
        from: 2023,
        to: null,
        label: "Expected standard",
        why: afterPandemic,
        read: ks2("rwm_expected_disadvantaged_pct")
      }
    ]
  },
  ks2_reading_score: scaledScore("Reading score at 11", "average reading score", "reading_score"),
  ks2_maths_score: scaledScore("Maths score at 11", "average mathematics score", "maths_score"),
  ks2_reading_progress: progressAt11("Reading progress to 11", "reading progress score", "reading_progress", 6.2),
  ks2_maths_progress: progressAt11("Maths progress to 11", "mathematics progress score", "maths_progress", 5.5)
};

function scaledScore(label: string, subject: string, column: string): Measure {
  return {
    label,
    subject,
    domain: "attainment",
    unit: "points",
    better: "higher",
    digits: 1,
    smallest_effect: margin(0.5, "it is half a point of the 40 that the scale has, from 80 to 120"),
    phases: ["primary"],
    comparable_series: [
      {from: 2016, to: 2019, label: "Scaled score", why: newStandard, read: ks2(column)},
      {from: 2023, to: null, label: "Scaled score", why: afterPandemic, read: ks2(column)}
    ]
  };
}

function progressAt11(label: string, subject: string, column: string, pupilSd: number): Measure {
  return {
    label,
    subject,
    domain: "attainment",
    unit: "points",
    better: "higher",
    digits: 1,
    smallest_effect: ofPupilSpread(pupilSd, "the intervals printed with schools’ scores of 2017/18 and 2018/19"),
    phases: ["primary"],
    comparable_series: [
      {from: 2016, to: 2019, label: "Progress score", why: newStandard, read: ks2(column)},
      {from: 2023, to: 2023, label: "Progress score", why: afterPandemic, read: ks2(column)}
    ]
  };
}
