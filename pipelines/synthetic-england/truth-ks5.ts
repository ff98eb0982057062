import {range} from "d3";
import type {AcademicYear} from "../../src/vocabulary/academic-year.ts";
import {left18In, simulateOnward, type Leavers18} from "./after-18.ts";
import {FEWEST} from "./ks4-cells.ts";
import {pointsOfOld} from "./ks5-cells.ts";
import {ks5In, type Ks5} from "./ks5.ts";
import type {SchoolYear} from "./life.ts";
import {censusDay, on, tableDay} from "./school.ts";
import {share, type Reason, type Truth} from "./truth.ts";

const tables = [...range(2011, 2020), ...range(2022, 2026)];
const newPoints = tables.filter((year) => year >= 2016);
const latest = range(2022, 2026);

/** How measures of 16 to 18 study and of what follows it are computed from students. */
export const ks5Truths: Record<string, Truth> = {
  a_level_points: results(tables, pointsPerEntry, (c, {year}) =>
    year <= 2012 ? few(listEntries(c), c.finishing) : few(c.entries, c.a_level)
  ),
  a_level_best_three: results(
    newPoints,
    (c) => c.best_three_points / (3 * c.best_three),
    (c) => few(c.best_three, Math.min(c.a_level, c.best_three))
  ),
  a_level_value_added: results(
    newPoints.filter((year) => year < 2020 || year >= 2024),
    (c) => c.value_added / c.covered,
    (c) => few(c.covered, c.a_level) ?? (c.covered < 0.5 * c.a_level ? "low_coverage" : null)
  ),
  level3_maths_pct: results(
    latest,
    (c) => share(c.level3_maths, c.good_maths),
    ofTheState((c) => few(c.good_maths, Math.min(c.finishing, c.good_maths)))
  ),
  a_level_points_disadvantaged: results(
    newPoints.filter((year) => year >= 2017),
    (c) => c.points_disadvantaged / c.entries_disadvantaged,
    ofTheState((c) => few(c.entries_disadvantaged, c.a_level_disadvantaged))
  ),
  a_level_retained_pct: results(
    newPoints,
    (c) => share(c.retained, c.a_level),
    ofTheState((c) => few(c.a_level, c.a_level))
  ),
  education_after_18_pct: after18(({EDUCATION}) => EDUCATION),
  sustained_after_18_pct: after18(({OVERALL}) => OVERALL),
  higher_education_pct: {
    years: latest.map((year) => year - 3),
    value: (life) => {
      const own = simulateOnward(life);
      return own && share(own.progressed, own.cohort);
    },
    reason: (life) => later(life, 3, simulateOnward(life)?.cohort)
  }
};

const listEntries = (c: Ks5): number => c.academic_entries + c.applied_entries + c.technical;

/** To 2011/12 of all qualifications at level 3, then of A levels; from 2015/16 in new points. */
function pointsPerEntry(c: Ks5, year: AcademicYear): number {
  if (year >= 2016) return c.points / c.entries;
  if (year >= 2013) return pointsOfOld(c.entries, c.points) / c.entries;
  return pointsOfOld(listEntries(c), c.academic_points + c.applied_points + c.technical_points) / listEntries(c);
}

type Why = (c: Ks5, life: SchoolYear) => Reason | null;

/** Nobody was entered, or too few by the count that the publisher goes by. */
const few = (entered: number, students: number): Reason | null =>
  entered === 0 ? "no_entries" : students < FEWEST ? "suppressed" : null;

function ofTheState(why: Why): Why {
  return (c, life) => (life.school.independent ? "not_published" : why(c, life));
}

/** The table has a row for each sixth form there is on 12 September: a blank one until its first students finish. */
function results(years: readonly AcademicYear[], value: (c: Ks5, year: AcademicYear) => number, why: Why): Truth {
  return {
    years,
    value: (life) => {
      const own = ks5In(life);
      return own && value(own, life.year);
    },
    reason: (life) => {
      const {school, year} = life;
      if (school.phase !== "secondary" || school.ages[1] <= 16 || !on(school, tableDay(year))) return "no_row";
      const own = ks5In(life);
      return own ? why(own, life) : "blank";
    }
  };
}

function after18(count: (leavers: Leavers18) => number): Truth {
  return {
    years: latest.map((year) => year - 2),
    value: (life) => {
      const own = left18In(life)?.TOT;
      return own ? share(count(own), own.COHORT) : null;
    },
    reason: (life) => later(life, 2, left18In(life)?.TOT.COHORT)
  };
}

/** Destinations have a row for state schools that are still open when the tables of so many years later are made. */
function later({school, year}: SchoolYear, years: number, leavers: number | undefined): Reason | "no_row" | null {
  const table = year + years;
  if (school.independent || leavers === undefined) return "no_row";
  if (!on(school, tableDay(table)) || !on(school, censusDay(table))) return "no_row";
  return leavers < FEWEST ? "suppressed" : null;
}
