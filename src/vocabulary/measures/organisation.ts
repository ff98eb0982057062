import type {Measure, Reading, ComparableSeries} from "../measure.ts";
import {first} from "../comparable-series.ts";
import {aTeacherInAHundred, margin} from "./smallest-effects-of-interest.ts";

const everywhere = ["primary", "secondary", "special"] as const;

/** A published column of a source each, best first. */
const columns = (pupils: string | null, ...read: readonly [source: string, value: string][]): readonly Reading[] =>
  read.map(([source, value]) => ({source, value, pupils}));

/** £ of a school’s return, out of its pupils or of all it spent. */
const money = (count: string, of: "pupils" | "total_expenditure", per: number): readonly Reading[] =>
  ["finance_academies", "finance_maintained"].map((source) => ({
    source,
    value: {count, of, per, adds: true},
    pupils: null
  }));

const oneSeries = (from: number, to: number | null, label: string, read: readonly Reading[]): ComparableSeries[] => [
  {from, to, label, why: first, read}
];

const educationFramework = "a new framework, after two years nearly without inspections";

/** How a school is run: its staff, its money, and how it was inspected. */
export const organisationMeasures: Record<string, Measure> = {
  pupil_teacher_ratio: {
    label: "Pupils for each teacher",
    subject: "number of pupils for each teacher",
    domain: "practice",
    unit: "pupils per teacher",
    better: "lower",
    digits: 1,
    smallest_effect: margin(0.5, "it is about one teacher in a school of six hundred pupils"),
    phases: everywhere,
    comparable_series: oneSeries(2011, null, "Pupils for each teacher, qualified or not", [
      {source: "workforce_ratios", value: "pupils_per_teacher", pupils: "pupils_fte"},
      {source: "workforce_tables", value: "pupils_per_teacher", pupils: null}
    ])
  },
  teacher_retention_pct: {
    label: "Teachers who stay",
    subject: "share of teachers still in the school a year later",
    domain: "practice",
    unit: "percentage points",
    better: "higher",
    digits: 1,
    smallest_effect: aTeacherInAHundred,
    phases: everywhere,
    comparable_series: oneSeries(2011, null, "Teachers of November still in the school the next November", [
      {
        source: "teacher_turnover",
        value: {count: "remained_fte", of: "teachers_fte", per: 100, adds: true},
        pupils: null
      }
    ])
  },
  teacher_sickness_days: {
    label: "Teachers’ sickness absence",
    subject: "number of days of sickness absence for each teacher",
    domain: "practice",
    unit: "days per teacher",
    better: "lower",
    digits: 1,
    smallest_effect: margin(0.5, "it is half a day for each teacher"),
    phases: everywhere,
    comparable_series: [
      {from: 2011, to: 2019, label: "Days for each teacher", why: first, read: sickness()},
      {from: 2020, to: 2022, label: "Days for each teacher", why: "the pandemic", read: sickness()},
      {from: 2023, to: null, label: "Days for each teacher", why: "after the pandemic", read: sickness()}
    ]
  },
  teacher_vacancy_pct: {
    label: "Vacant teachers’ posts",
    subject: "number of vacant teachers’ posts for each 100 teachers",
    domain: "practice",
    unit: "vacancies per 100 teachers",
    better: "lower",
    digits: 1,
    smallest_effect: margin(0.2, "it is one post for every five hundred teachers"),
    phases: everywhere,
    comparable_series: oneSeries(
      2011,
      null,
      "Vacant posts in November",
      columns(null, ["teacher_vacancies", "vacancy_pct"])
    )
  },
  leadership_share_pct: {
    label: "Teachers in leadership",
    subject: "share of teachers paid on the leadership range",
    domain: "practice",
    unit: "percentage points",
    better: "neither",
    digits: 1,
    smallest_effect: aTeacherInAHundred,
    phases: everywhere,
    comparable_series: oneSeries(
      2011,
      null,
      "Teachers paid on the leadership range",
      columns(null, ["teacher_pay", "leadership_pct"])
    )
  },
  expenditure_per_pupil: {
    label: "Spending per pupil (without a trust’s central services)",
    subject: "school’s own spending per pupil",
    domain: "efficiency",
    unit: "£ per pupil",
    better: "neither",
    digits: 0,
    smallest_effect: margin(100, "it is about a sixtieth of what a school spends on a pupil"),
    phases: everywhere,
    comparable_series: oneSeries(2022, null, "Expenditure per pupil", money("total_expenditure", "pupils", 1))
  },
  reserve_per_pupil: {
    label: "Reserve per pupil (without a trust’s own)",
    subject: "school’s own reserve per pupil",
    domain: "efficiency",
    unit: "£ per pupil",
    better: "neither",
    digits: 0,
    smallest_effect: margin(100, "it is about a sixtieth of what a school spends on a pupil"),
    phases: everywhere,
    comparable_series: oneSeries(2022, null, "Revenue reserve per pupil", money("revenue_reserve", "pupils", 1))
  },
  administration_pct: {
    label: "Spent on administrative staff (without a trust’s central services)",
    subject: "share of the school’s own spending that goes to administrative and clerical staff",
    domain: "efficiency",
    unit: "percentage points",
    better: "neither",
    digits: 1,
    smallest_effect: margin(0.5, "it is one pound in two hundred"),
    phases: everywhere,
    comparable_series: oneSeries(
      2022,
      null,
      "Administrative and clerical staff, out of all expenditure",
      money("administrative_staff", "total_expenditure", 100)
    )
  },
  inspection_grade: {
    label: "Inspection: overall effectiveness (1 best, 4 worst)",
    subject: "overall grade of schools inspected in the year",
    domain: "inspection",
    unit: "grades",
    better: "lower",
    digits: 2,
    smallest_effect: margin(0.1, "it is one grade in every tenth inspection"),
    phases: everywhere,
    comparable_series: [
      {from: 2016, to: 2019, label: "Overall effectiveness", why: first, read: inspections("overall_effectiveness")},
      {
        from: 2020,
        to: 2024,
        label: "Overall effectiveness",
        why: educationFramework,
        read: latest("overall_effectiveness")
      }
    ]
  },
  inspection_leadership_grade: {
    label: "Inspection: leadership and management (1 best, 4 worst)",
    subject: "leadership grade of schools inspected in the year",
    domain: "inspection",
    unit: "grades",
    better: "lower",
    digits: 2,
    smallest_effect: margin(0.1, "it is one grade in every tenth inspection"),
    phases: everywhere,
    comparable_series: [
      {from: 2016, to: 2019, label: "Leadership and management", why: first, read: inspections("leadership")},
      {from: 2020, to: 2024, label: "Leadership and management", why: educationFramework, read: latest("leadership")},
      {
        from: 2025,
        to: 2026,
        label: "Leadership and management",
        why: "no overall grade any longer",
        read: columns(null, ["ofsted_judgements", "leadership"])
      }
    ]
  }
};

function sickness(): readonly Reading[] {
  return columns(null, ["teacher_sickness", "days_per_teacher"]);
}

function inspections(column: string): readonly Reading[] {
  return columns(null, ["ofsted_inspections", column]);
}

function latest(column: string): readonly Reading[] {
  return columns(null, ["ofsted_latest", column], ["ofsted_judgements", column]);
}
