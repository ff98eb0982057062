import type {AcademicYear} from "../../src/vocabulary/academic-year.ts";
import {coded} from "./coded.ts";
import {publish, plainColumns, type Cell, type Cells, type Published} from "./csv.ts";
import type {England} from "./england.ts";
import {FEWEST} from "./ks4-cells.ts";
import {schoolResults} from "./ks5-cells.ts";
import {ks5In, type Ks5} from "./ks5.ts";
import type {Lives, SchoolYear} from "./life.ts";
import {on, tableDay} from "./school.ts";
import {resultCells} from "./statistics.ts";

const header = [
  "time_period",
  "time_identifier",
  "geographic_level",
  "country_code",
  "country_name",
  "version",
  "old_la_code",
  "new_la_code",
  "la_name",
  "school_name",
  "school_urn",
  "school_laestab",
  "disadvantage_status",
  "exam_cohort",
  "end1618_student_count",
  "aps_per_entry",
  "aps_per_entry_grade",
  "aps_per_entry_student_count",
  "retained_percent",
  "retained_assessed_percent",
  "retained_student_count",
  "value_added",
  "value_added_upper_ci",
  "value_added_lower_ci",
  "progress_banding",
  "best_three_alevels_aps",
  "best_three_alevels_student_count",
  "aab_percent",
  "level_3_maths_percent",
  "level_3_maths_student_count",
  "maths_progress",
  "maths_progress_inscope_count",
  "english_progress",
  "english_progress_inscope_count"
];

const bands = ["Well above average", "Above average", "Average", "Below average", "Well below average"];

/** Results at 16 to 18 in one long file: a row for each exam cohort and group of students. */
export function ks5File(_: England, years: readonly AcademicYear[], lives: Lives): Published {
  function* rows(): Generator<Cells[]> {
    for (const year of [...years].reverse()) {
      for (const life of lives.in(year)) {
        const own = on(life.school, tableDay(year)) ? ks5In(life) : null;
        if (own) yield* collectRows(life, own, year);
      }
    }
  }
  return publish("ees/institution_performance_202225_API.csv", plainColumns(header), rows());
}

function* collectRows(life: SchoolYear, own: Ks5, year: AcademicYear): Generator<Cells[]> {
  const {school} = life;
  const about: Cells[] = [...resultCells(school, year), {version: "Final"}];
  for (const [status, cohorts] of [
    ["Total", listCohorts(own, school.independent, year)],
    ["Disadvantaged", school.independent ? [] : pickDisadvantaged(own)]
  ] as const) {
    for (const [exam_cohort, cells] of cohorts) {
      const figures = Object.fromEntries(header.slice(15).map((name) => [name, coded(cells[name])]));
      const end1618_student_count = status === "Total" ? own.finishing : own.disadvantaged;
      yield [...about, {disadvantage_status: status, exam_cohort, end1618_student_count}, figures];
    }
  }
}

function listCohorts(own: Ks5, independent: boolean, year: AcademicYear): readonly (readonly [string, Cells])[] {
  const c = schoolResults(own, independent, year);
  const measured = year >= 2024;
  const band = c["value_added_band"];
  const entered = (name: string, students: Cell, retained: Cell): Cells => ({
    aps_per_entry: c[`${name}_points`],
    aps_per_entry_student_count: students,
    retained_percent: retained,
    retained_assessed_percent: retained,
    retained_student_count: students
  });
  return [
    [
      "A level",
      {
        ...entered("a_level", c["a_level_students"], c["a_level_retained_pct"]),
        aps_per_entry_grade: c["a_level_grade"],
        value_added: measured ? c["value_added"] : "",
        value_added_upper_ci: measured ? c["value_added_high"] : "",
        value_added_lower_ci: measured ? c["value_added_low"] : "",
        progress_banding: measured && typeof band === "number" ? bands[band - 1] : "",
        best_three_alevels_aps: c["best_three_points"],
        best_three_alevels_student_count: c["best_three_students"],
        aab_percent: c["aab_pct"]
      }
    ],
    [
      "Academic",
      {
        ...entered("academic", c["academic_students"], c["academic_retained_pct"]),
        level_3_maths_percent: c["level3_maths_pct"],
        level_3_maths_student_count: own.good_maths
      }
    ],
    ["Applied general", entered("applied_general", c["applied_general_students"], c["applied_general_retained_pct"])],
    ["Tech level", entered("tech_level", c["tech_level_students"], c["tech_level_retained_pct"])],
    ["Technical certificate", entered("technical_certificate", c["technical_certificate_students"], "")],
    [
      "E/M measures",
      {
        maths_progress: c["maths_resit_progress"],
        maths_progress_inscope_count: c["maths_resit_students"],
        english_progress: c["english_resit_progress"],
        english_progress_inscope_count: c["english_resit_students"]
      }
    ]
  ];
}

function pickDisadvantaged(own: Ks5): readonly (readonly [string, Cells])[] {
  const points = own.points_disadvantaged / own.entries_disadvantaged;
  const few = own.a_level_disadvantaged < FEWEST;
  return [
    [
      "A level",
      {
        aps_per_entry: few ? "SUPP" : Math.round(100 * points) / 100,
        aps_per_entry_student_count: own.a_level_disadvantaged
      }
    ]
  ];
}
