import type {Measure, Segment} from "./measure.ts";
import {organisationMeasures} from "./organisation-measures.ts";
import {
  aLevelsApart,
  absenceSegments,
  after18Segments,
  afterPandemic,
  attainment8,
  basics94,
  basicsAC,
  census,
  destinationSegments,
  examsAt16,
  exclusionSegments,
  first,
  fiveGood,
  fromSixTerms,
  gradedAsBefore,
  higherEducationSegments,
  ks2,
  ks2Now,
  ks4,
  ks4Now,
  ks4Segments,
  ks5,
  ks5Now,
  midway,
  newPoints,
  newStandard,
  nineToOne,
  same,
  tables,
  threshold
} from "./segments.ts";

/** Every measure, by id. To add one, add an entry here. */
export const measures: Record<string, Measure> = {
  ks4_attainment: {
    label: "GCSE attainment",
    subject: "GCSE attainment of pupils",
    line: "attainment",
    unit: "points",
    better: "higher",
    digits: 1,
    phases: ["secondary"],
    segments: ks4Segments({
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
    line: "attainment",
    unit: "percentage points",
    better: "higher",
    digits: 1,
    phases: ["secondary"],
    segments: ks4Segments({
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
    line: "attainment",
    unit: "points",
    better: "higher",
    digits: 2,
    phases: ["secondary"],
    segments: [
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
    line: "attainment",
    unit: "points",
    better: "higher",
    digits: 1,
    phases: ["secondary"],
    segments: same("value_added", "Best eight value added", ["early", "wolf", "entry"])
  },
  attainment8_disadvantaged: {
    label: "Attainment 8 of disadvantaged pupils",
    subject: "Attainment 8 score of disadvantaged pupils",
    line: "disadvantaged",
    unit: "points",
    better: "higher",
    digits: 1,
    phases: ["secondary"],
    segments: same("attainment8_disadvantaged", "Attainment 8 of disadvantaged pupils", [
      "first8",
      "nine",
      "midway",
      "now"
    ])
  },
  ebacc_entry_pct: {
    label: "Entered for the EBacc",
    subject: "share of pupils entered for the English Baccalaureate",
    line: "curriculum",
    unit: "percentage points",
    better: "higher",
    digits: 1,
    phases: ["secondary"],
    segments: same("ebacc_entry_pct", "Entered for the EBacc", [
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
    line: "curriculum",
    unit: "points",
    better: "higher",
    digits: 2,
    phases: ["secondary"],
    segments: [
      {from: 2018, to: 2019, label: "EBacc average points", why: first, read: ks4("ebacc_aps")},
      {from: 2022, to: 2022, label: "EBacc average points", why: midway, read: ks4("ebacc_aps")},
      {from: 2023, to: null, label: "EBacc average points", why: gradedAsBefore, read: ks4Now("ebacc_aps")}
    ]
  },
  entries_per_pupil: {
    label: "Qualifications entered per pupil",
    subject: "number of qualifications entered per pupil",
    line: "curriculum",
    unit: "entries",
    better: "higher",
    digits: 1,
    phases: ["secondary"],
    segments: same("entries_per_pupil", "Qualifications entered per pupil", [
      "early",
      "wolf",
      "entry",
      "first8",
      "nine",
      "midway",
      "now"
    ])
  },
  ks2_attainment: {
    label: "Reading, writing and maths at 11",
    subject: "share of pupils reaching the standard of their age in reading, writing and mathematics",
    line: "attainment",
    unit: "percentage points",
    better: "higher",
    digits: 1,
    phases: ["primary"],
    segments: [
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
    line: "disadvantaged",
    unit: "percentage points",
    better: "higher",
    digits: 1,
    phases: ["primary"],
    segments: [
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
  ks2_reading_progress: progressAt11("Reading progress to 11", "reading progress score", "reading_progress"),
  ks2_maths_progress: progressAt11("Maths progress to 11", "mathematics progress score", "maths_progress"),
  a_level_points: {
    label: "A level points per entry",
    subject: "average points of an A level entry",
    line: "attainment",
    unit: "points",
    better: "higher",
    digits: 1,
    phases: ["secondary"],
    segments: [
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
    line: "attainment",
    unit: "points",
    better: "higher",
    digits: 1,
    phases: ["secondary"],
    segments: [
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
    line: "attainment",
    unit: "grades",
    better: "higher",
    digits: 2,
    phases: ["secondary"],
    segments: [
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
    line: "attainment",
    unit: "percentage points",
    better: "higher",
    digits: 1,
    phases: ["secondary"],
    segments: sinceThePandemic("level3_maths_pct", "Mathematics at level 3", null, "level3_maths_students")
  },
  a_level_points_disadvantaged: {
    label: "A level points per entry of disadvantaged students",
    subject: "average points of an A level entry of disadvantaged students",
    line: "disadvantaged",
    unit: "points",
    better: "higher",
    digits: 1,
    phases: ["secondary"],
    segments: [
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
  },
  suspension_rate: {
    label: "Suspensions",
    subject: "number of suspensions for each 100 pupils",
    line: "behaviour",
    unit: "suspensions per 100 pupils",
    better: "lower",
    digits: 1,
    phases: ["primary", "secondary", "special"],
    segments: exclusionSegments("suspensions", "Suspensions (fixed-period exclusions)")
  },
  suspended_pupils_pct: {
    label: "Pupils suspended at least once",
    subject: "share of pupils suspended at least once",
    line: "behaviour",
    unit: "percentage points",
    better: "lower",
    digits: 1,
    phases: ["primary", "secondary", "special"],
    segments: exclusionSegments("suspended_pupils", "Pupils suspended at least once")
  },
  permanent_exclusion_rate: {
    label: "Permanent exclusions",
    subject: "number of permanent exclusions for each 100 pupils",
    line: "behaviour",
    unit: "permanent exclusions per 100 pupils",
    better: "lower",
    digits: 2,
    phases: ["primary", "secondary", "special"],
    segments: exclusionSegments("permanent_exclusions", "Permanent exclusions")
  },
  unauthorised_absence_pct: {
    label: "Unauthorised absence (truancy)",
    subject: "share of sessions missed without leave",
    line: "attendance",
    unit: "percentage points",
    better: "lower",
    digits: 2,
    phases: ["primary", "secondary", "special"],
    segments: absenceSegments("unauthorised_absence_pct", "Unauthorised absence", {}).filter(fromSixTerms)
  },
  overall_absence_pct: {
    label: "Overall absence",
    subject: "share of sessions missed",
    line: "attendance",
    unit: "percentage points",
    better: "lower",
    digits: 2,
    phases: ["primary", "secondary", "special"],
    segments: absenceSegments("overall_absence_pct", "Overall absence", {tables: true})
  },
  persistent_absence_10_pct: {
    label: "Persistent absence (10% of sessions)",
    subject: "share of pupils missing a tenth of sessions",
    line: "attendance",
    unit: "percentage points",
    better: "lower",
    digits: 1,
    phases: ["primary", "secondary", "special"],
    segments: absenceSegments("persistent_absence_10_pct", "Persistent absence at 10%", {tables: true}).filter(
      fromSixTerms
    )
  },
  persistent_absence_15_pct: {
    label: "Persistent absence (15% of sessions)",
    subject: "share of pupils missing 15% of sessions",
    line: "attendance",
    unit: "percentage points",
    better: "lower",
    digits: 1,
    phases: ["primary", "secondary", "special"],
    segments: [
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
    line: "attendance",
    unit: "percentage points",
    better: "lower",
    digits: 1,
    phases: ["primary", "secondary", "special"],
    segments: [
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
    line: "attendance",
    unit: "percentage points",
    better: "lower",
    digits: 1,
    phases: ["primary", "secondary", "special"],
    segments: [
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
  },
  sustained_education_pct: {
    label: "Staying on in education after 16",
    subject: "share of pupils staying in education after 16",
    line: "staying_on",
    unit: "percentage points",
    better: "higher",
    digits: 1,
    phases: ["secondary", "special"],
    segments: destinationSegments("education_pct", "Sustained education")
  },
  sustained_destination_pct: {
    label: "In education, work or training after 16",
    subject: "share of pupils in education, work or training after 16",
    line: "staying_on",
    unit: "percentage points",
    better: "higher",
    digits: 1,
    phases: ["secondary", "special"],
    segments: destinationSegments("sustained_pct", "Sustained destination")
  },
  a_level_retained_pct: {
    label: "Staying to the end of A level study",
    subject: "share of A level students retained to the end of their main course",
    line: "staying_on",
    unit: "percentage points",
    better: "higher",
    digits: 1,
    phases: ["secondary"],
    segments: [
      {
        from: 2022,
        to: null,
        label: "A level students retained to the end of their main course",
        why: first,
        read: ks5Now("a_level_retained_pct", "a_level_students", "retained_students")
      }
    ]
  },
  education_after_18_pct: {
    label: "In education after 18",
    subject: "share of students in education after 16 to 18 study",
    line: "staying_on",
    unit: "percentage points",
    better: "higher",
    digits: 1,
    phases: ["secondary"],
    segments: after18Segments("education_pct", "Sustained education after 18")
  },
  sustained_after_18_pct: {
    label: "In education, work or training after 18",
    subject: "share of students in education, work or training after 16 to 18 study",
    line: "staying_on",
    unit: "percentage points",
    better: "higher",
    digits: 1,
    phases: ["secondary"],
    segments: after18Segments("sustained_pct", "Sustained destination after 18")
  },
  higher_education_pct: {
    label: "On to higher education or training",
    subject: "share of level 3 students going on to study or training at level 4 or above",
    line: "staying_on",
    unit: "percentage points",
    better: "higher",
    digits: 1,
    phases: ["secondary"],
    segments: higherEducationSegments("progressed_pct", "Progression to higher education or training")
  },
  fsm6_pct: intake(
    "Pupils ever eligible for free meals in six years",
    "share of pupils eligible for free school meals in the last six years",
    "fsm6_pct"
  ),
  eal_pct: intake(
    "Pupils whose first language is not English",
    "share of pupils whose first language is not English",
    "eal_pct"
  ),
  ...organisationMeasures
};

function sinceThePandemic(column: string, label: string, pupils: string | null, inLong: string): Segment[] {
  const read = ks5Now(column, pupils, inLong);
  return [
    {from: 2022, to: 2022, label, why: midway, read},
    {from: 2023, to: null, label, why: gradedAsBefore, read}
  ];
}

function scaledScore(label: string, subject: string, column: string): Measure {
  return {
    label,
    subject,
    line: "attainment",
    unit: "points",
    better: "higher",
    digits: 1,
    phases: ["primary"],
    segments: [
      {from: 2016, to: 2019, label: "Scaled score", why: newStandard, read: ks2(column)},
      {from: 2023, to: null, label: "Scaled score", why: afterPandemic, read: ks2(column)}
    ]
  };
}

function progressAt11(label: string, subject: string, column: string): Measure {
  return {
    label,
    subject,
    line: "attainment",
    unit: "points",
    better: "higher",
    digits: 1,
    phases: ["primary"],
    segments: [
      {from: 2016, to: 2019, label: "Progress score", why: newStandard, read: ks2(column)},
      {from: 2023, to: 2023, label: "Progress score", why: afterPandemic, read: ks2(column)}
    ]
  };
}

function intake(label: string, subject: string, column: string): Measure {
  return {
    label,
    subject,
    line: "context",
    unit: "percentage points",
    better: "neither",
    digits: 1,
    phases: ["primary", "secondary", "special"],
    segments: [{from: 2011, to: null, label, why: first, read: census(column)}]
  };
}
