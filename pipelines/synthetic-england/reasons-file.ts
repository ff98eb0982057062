import type {AcademicYear} from "../../src/vocabulary/academic-year.ts";
import type {Absence} from "./absence.ts";
import {plainColumns, publish, type Cells, type Published} from "./csv.ts";
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
];

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
  ...reasons.map((reason) => `enrol_${reason}`)
];

/** Pupils absent at least once, by reason: totals first in each year, the latest year first. */
export function reasonsFile(england: England, years: readonly AcademicYear[], lives: Lives): Published {
  const rows = [...years].reverse().flatMap((year) => {
    const state = lives.in(year).filter(({school}) => !school.independent);
    const totals = computeTotals(england, year, state).map(({level, cells, lives: some}): Cells => ({
      ...cells,
      ...makeCells(
        some.map(({absence}) => absence),
        level === "Local authority" ? hide : round5
      )
    }));
    return [...totals, ...state.map((life): Cells => ({...placeCells(life), ...makeCells([life.absence], hide)}))];
  });
  return publish("ees/absence_number_missing_at_least_one_session_by_reason.csv", plainColumns(header), rows);
}

/** x stands for one or two. */
const hide = (n: number): number | "x" => (n > 0 && n < 3 ? "x" : n);

function makeCells(all: readonly Absence[], print: (n: number) => number | string): Cells {
  const sum = (value: (one: Absence) => number) => print(all.reduce((n, one) => n + value(one), 0));
  return {
    enrolments: sum((one) => one.enrolments),
    enrol_overall: sum(({once}) => once.overall),
    enrol_authorised: sum(({once}) => once.authorised),
    enrol_unauthorised: sum(({once}) => once.unauthorised),
    // Extended holidays are no longer a reason of their own.
    ...Object.fromEntries(
      reasons.map((reason) => [
        `enrol_${reason}`,
        reason === "auth_ext_holiday" ? "." : sum(({once}) => once.reasons[reason])
      ])
    )
  };
}
