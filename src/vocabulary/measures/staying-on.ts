import type {Measure} from "../measure.ts";
import {
  after18Series,
  destinationSeries,
  first,
  higherEducationSeries,
  ks5,
  ks5Now,
  pandemicAt18
} from "../comparable-series.ts";
import {aPupilInAHundred} from "./smallest-effects-of-interest.ts";

/** Where pupils go after 16 and after 18. */
export const stayingOnMeasures: Record<string, Measure> = {
  sustained_education_pct: {
    label: "Staying on in education after 16",
    subject: "share of pupils staying in education after 16",
    domain: "staying_on",
    unit: "percentage points",
    better: "higher",
    digits: 1,
    smallest_effect: aPupilInAHundred,
    phases: ["secondary", "special"],
    comparable_series: destinationSeries("education_pct", "Sustained education")
  },
  sustained_destination_pct: {
    label: "In education, work or training after 16",
    subject: "share of pupils in education, work or training after 16",
    domain: "staying_on",
    unit: "percentage points",
    better: "higher",
    digits: 1,
    smallest_effect: aPupilInAHundred,
    phases: ["secondary", "special"],
    comparable_series: destinationSeries("sustained_pct", "Sustained destination")
  },
  a_level_retained_pct: {
    label: "Staying to the end of A level study",
    subject: "share of A level students retained to the end of their main course",
    domain: "staying_on",
    unit: "percentage points",
    better: "higher",
    digits: 1,
    smallest_effect: aPupilInAHundred,
    phases: ["secondary"],
    comparable_series: [
      {
        from: 2016,
        to: 2019,
        label: "A level students retained to the end of their main course",
        why: first,
        read: ks5("a_level_retained_pct", "a_level_students")
      },
      {
        from: 2022,
        to: null,
        label: "A level students retained to the end of their main course",
        why: pandemicAt18,
        read: ks5Now("a_level_retained_pct", "a_level_students", "retained_students")
      }
    ]
  },
  education_after_18_pct: {
    label: "In education after 18",
    subject: "share of students in education after 16 to 18 study",
    domain: "staying_on",
    unit: "percentage points",
    better: "higher",
    digits: 1,
    smallest_effect: aPupilInAHundred,
    phases: ["secondary"],
    comparable_series: after18Series("education_pct", "Sustained education after 18")
  },
  sustained_after_18_pct: {
    label: "In education, work or training after 18",
    subject: "share of students in education, work or training after 16 to 18 study",
    domain: "staying_on",
    unit: "percentage points",
    better: "higher",
    digits: 1,
    smallest_effect: aPupilInAHundred,
    phases: ["secondary"],
    comparable_series: after18Series("sustained_pct", "Sustained destination after 18")
  },
  higher_education_pct: {
    label: "On to higher education or training",
    subject: "share of level 3 students going on to study or training at level 4 or above",
    domain: "staying_on",
    unit: "percentage points",
    better: "higher",
    digits: 1,
    smallest_effect: aPupilInAHundred,
    phases: ["secondary"],
    comparable_series: higherEducationSeries("progressed_pct", "Progression to higher education or training")
  }
};
