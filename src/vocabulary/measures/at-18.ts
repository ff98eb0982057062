import type {Measure, ComparableSeries} from "../measure.ts";
import {aLevelsApart, examsAt16, first, gradedAsBefore, ks5, ks5Now, midway, newPoints} from "../comparable-series.ts";
import {margin} from "./smallest-effects-of-interest.ts";

/** What students achieve at 18. */
export const measuresAt18: Record<string, Measure> = {
  a_level_points: {
    label: "A level points per entry",
    subject: "average points of an A level entry",
    domain: "attainment",
    unit: "points",
    better: "higher",
    digits: 1,
    smallest_effect: margin(1, "it is a tenth of a grade in each entry, ten points being one grade"),
    phases: ["secondary"],
    comparable_series: [
      {
        from: 2011,
        to: 2012,
        label: "Points per entry, all level 3 qualifications",
        why: first,
        read: ks5("points_per_entry", "students_finishing")
      },
      {
        from: 2013,
        to: 2015,
        label: "A level points per entry",
        why: aLevelsApart,
        read: ks5("a_level_points", "a_level_students")
      },
      {
        from: 2016,
        to: 2019,
        label: "A level points per entry",
        why: newPoints,
        read: ks5("a_level_points", "a_level_students")
      },
      ...sinceThePandemic("a_level_points", "A level points per entry", "a_level_students", "a_level_students")
    ]
  },
  a_level_best_three: {
    label: "Best three A levels",
    subject: "average points of students’ best three A levels",
    domain: "attainment",
    unit: "points",
    better: "higher",
    digits: 1,
    smallest_effect: margin(1, "it is a tenth of a grade in each entry, ten points being one grade"),
    phases: ["secondary"],
    comparable_series: [
      {
        from: 2016,
        to: 2019,
        label: "Points per entry, best three A levels",
        why: first,
        read: ks5("best_three_points", "a_level_students")
      },
      ...sinceThePandemic(
        "best_three_points",
        "Points per entry, best three A levels",
        "a_level_students",
        "best_three_students"
      )
    ]
  },
  a_level_value_added: {
    label: "A level value added",
    subject: "A level value added score",
    domain: "attainment",
    unit: "grades",
    better: "higher",
    digits: 2,
    smallest_effect: margin(0.05, "it is a twentieth of a grade in each entry"),
    phases: ["secondary"],
    comparable_series: [
      {
        from: 2016,
        to: 2019,
        label: "A level value added",
        why: first,
        read: ks5("value_added", "a_level_students")
      },
      {
        from: 2024,
        to: null,
        label: "A level value added",
        why: examsAt16,
        read: ks5Now("value_added", "a_level_students", "a_level_students")
      }
    ]
  },
  level3_maths_pct: {
    label: "Mathematics at level 3",
    subject: "share of students with mathematics at level 3, of those with a good GCSE in it",
    domain: "attainment",
    unit: "percentage points",
    better: "higher",
    digits: 1,
    smallest_effect: margin(2, "it is one student in fifty"),
    phases: ["secondary"],
    comparable_series: sinceThePandemic("level3_maths_pct", "Mathematics at level 3", null, "level3_maths_students")
  },
  a_level_points_disadvantaged: {
    label: "A level points per entry of disadvantaged students",
    subject: "average points of an A level entry of disadvantaged students",
    domain: "disadvantaged",
    unit: "points",
    better: "higher",
    digits: 1,
    smallest_effect: margin(1, "it is a tenth of a grade in each entry, ten points being one grade"),
    phases: ["secondary"],
    comparable_series: [
      {
        from: 2017,
        to: 2019,
        label: "A level points per entry of disadvantaged students",
        why: first,
        read: ks5("a_level_points_disadvantaged", "a_level_students_disadvantaged")
      },
      {
        from: 2022,
        to: 2022,
        label: "A level points per entry of disadvantaged students",
        why: midway,
        read: ks5("a_level_points_disadvantaged", "a_level_students_disadvantaged")
      },
      {
        from: 2023,
        to: null,
        label: "A level points per entry of disadvantaged students",
        why: gradedAsBefore,
        read: ks5("a_level_points_disadvantaged", "a_level_students_disadvantaged")
      }
    ]
  }
};

function sinceThePandemic(column: string, label: string, pupils: string | null, inLong: string): ComparableSeries[] {
  const read = ks5Now(column, pupils, inLong);
  return [
    {from: 2022, to: 2022, label, why: midway, read},
    {from: 2023, to: null, label, why: gradedAsBefore, read}
  ];
}
