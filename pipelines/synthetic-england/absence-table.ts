import source from "../sources/absence/source.ts";
import type {AcademicYear} from "../../src/vocabulary/academic-year.ts";
import {total, type Absence} from "./absence.ts";
import {pickColumns, per, publish, tableYear, type Cells, type Published} from "./csv.ts";
import type {England} from "./england.ts";
import type {Lives} from "./life.ts";
import {censusDay, on} from "./school.ts";

const layout = [
  "la_code",
  "estab",
  "urn",
  "overall_absence_pct",
  "persistent_absence_10_pct",
  "persistent_absence_15_pct",
  "persistent_absence_20_pct"
];

/** Absence as the performance tables print it: no sign, and small schools hidden in old years. */
export function absenceTable(_: England, year: AcademicYear, lives: Lives): Published {
  const state = lives.in(year).filter(({school}) => !school.independent);
  const rows = state.map(({school, absence}): Cells[] => {
    const then = on(school, censusDay(year))!;
    const small = absence.enrolments < (year < 2019 ? 60 : 20);
    const keys = {urn: then.urn, la_code: school.authority.code, estab: then.estab};
    return [keys, small ? hidden : makeCells([absence])];
  });
  const nation = [
    ["primary", "PRI"],
    ["secondary", "SEC"],
    ["special", "SPE"]
  ].map(([phase, estab]): Cells => {
    const some = state.filter(({school}) => school.phase === phase);
    return {...makeCells(some.map(({absence}) => absence)), urn: "", la_code: "NAT", estab};
  });
  return publish(
    `performance_tables/${tableYear(year)}_england_abs.csv`,
    pickColumns(source, year, layout),
    [...rows, ...nation],
    {
      encoding: "utf-8 with mark"
    }
  );
}

const hidden = Object.fromEntries(layout.filter((name) => name.endsWith("_pct")).map((name) => [name, "SUPP"]));

function makeCells(all: readonly Absence[]): Cells {
  const sum = (value: (one: Absence) => number) => all.reduce((n, one) => n + value(one), 0);
  const enrolments = sum((one) => one.enrolments);
  return {
    overall_absence_pct: per(
      sum((one) => total(one.authorised) + total(one.unauthorised)),
      sum((one) => one.possible),
      1
    ),
    persistent_absence_10_pct: per(
      sum((one) => one.persistent[10]),
      enrolments,
      1
    ),
    persistent_absence_15_pct: per(
      sum((one) => one.persistent[15]),
      enrolments,
      1
    ),
    persistent_absence_20_pct: per(
      sum((one) => one.persistent[20]),
      enrolments,
      1
    )
  };
}
