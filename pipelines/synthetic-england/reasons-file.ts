import type {AcademicYear} from "../../src/vocabulary/academic-year.ts";
import type {Absence} from "./absence.ts";
import {plainColumns, publish, type Cells, type Published, type Row} from "./csv.ts";
import type {England} from "./england.ts";
import type {Lives} from "./life.ts";
import {placeCells, placeNames, round5, computeTotals} from "./statistics.ts";

const reasons = [
  "auth_illness",
  "auth_appointments",
  "auth_religious",
  "auth_study",
  "auth_traveller",
  "auth_holiday",
  "auth_ext_holiday",
  "auth_excluded",
  "auth_other",
  "unauth_holiday",
  "unauth_late",
  "unauth_other",
  "unauth_noyet"
].map((reason) => [`enrol_${reason}`, reason] as const);

const header = [
  "time_identifier",
  "time_period",
  ...placeNames,
  "estab",
  "laestab",
  "urn",
  "school_type",
  "enrolments",
  "enrol_overall",
  "enrol_authorised",
  "enrol_unauthorised",
  ...reasons.map(([column]) => column)
];

/** Pupils absent at least once, by reason: totals first in each year, the latest year first. */
export function reasonsFile(england: England, years: readonly AcademicYear[], lives: Lives): Published {
  function* rows(): Generator<Row> {
    for (const year of [...years].reverse()) yield* collectRows(england, year, lives);
  }
  return publish("ees/absence_number_missing_at_least_one_session_by_reason.csv", plainColumns(header), rows());
}

function* collectRows(england: England, year: AcademicYear, lives: Lives): Generator<Row> {
  const state = lives.in(year).filter(({school}) => !school.independent);
  const totals = computeTotals(england, year, state).map(({level, cells, lives: some}): Cells[] => [
    cells,
    ...makeCells(
      some.map(({absence}) => absence),
      level === "Local authority" ? hide : round5
    )
  ]);
  yield* totals;
  for (const life of state) yield [...placeCells(life), ...makeCells([life.absence], hide)];
}

/** x stands for one or two. */
const hide = (n: number): number | "x" => (n > 0 && n < 3 ? "x" : n);

function makeCells(all: readonly Absence[], print: (n: number) => number | string): [all: Cells, byReason: Cells] {
  const sum = (value: (one: Absence) => number) => print(all.reduce((n, one) => n + value(one), 0));
  const cells = {
    enrolments: sum((one) => one.enrolments),
    enrol_overall: sum(({once}) => once.overall),
    enrol_authorised: sum(({once}) => once.authorised),
    enrol_unauthorised: sum(({once}) => once.unauthorised)
  };
  const byReason: Cells = {};
  // Extended holidays are no longer a reason of their own.
  for (const [column, reason] of reasons)
    byReason[column] = reason === "auth_ext_holiday" ? "." : sum(({once}) => once.reasons[reason]);
  return [cells, byReason];
}
