import type {AcademicYear} from "../../src/vocabulary/academic-year.ts";
import {per, plainColumns, publish, type Cells, type Published} from "./csv.ts";
import {collectReturns} from "./collected.ts";
import type {England} from "./england.ts";
import type {Lives, SchoolYear} from "./life.ts";
import {zip} from "./zip.ts";
import {placeCells, placeNames} from "./statistics.ts";
import {censusDay, on} from "./school.ts";

const header = [
  "time_period",
  "time_identifier",
  ...placeNames,
  "school_urn",
  "school_laestab",
  "school_name",
  "education_phase",
  "headcount",
  "suspension",
  "susp_rate",
  "one_plus_susp",
  "one_plus_susp_rate",
  "perm_excl",
  "perm_excl_rate"
];

/** Suspensions and permanent exclusions as the release of a whole year has them: a row a school and year, the latest first. */
export function exclusionsByYearFile(_: England, years: readonly AcademicYear[], lives: Lives): Published {
  const file = publish("data/exc_school.csv", plainColumns(header), collectRows(years, lives));
  return zip("ees/suspensions-and-permanent-exclusions-in-england_2022-23.zip", [file]);
}

function* collectRows(years: readonly AcademicYear[], lives: Lives): Generator<Cells[]> {
  for (const year of [...years].reverse()) {
    for (const life of lives.in(year).filter(({school}) => !school.independent)) yield makeRow(life);
  }
}

function makeRow(life: SchoolYear): Cells[] {
  const {headcount, fixed, once, permanent} = collectReturns(life, "termly");
  const [year, place] = placeCells(life);
  // A handful of pupils: how many of them were suspended is not reported.
  const hidden = headcount < 40 && once > 0;
  const cells = {
    school_urn: place["urn"],
    school_laestab: place["laestab"],
    school_name: on(life.school, censusDay(life.year))!.name,
    education_phase: place["school_type"],
    headcount,
    suspension: fixed,
    susp_rate: per(fixed, headcount, 5),
    one_plus_susp: hidden ? "c" : once,
    one_plus_susp_rate: hidden ? "c" : per(once, headcount, 5),
    perm_excl: permanent,
    perm_excl_rate: per(permanent, headcount, 5)
  };
  return [year, place, cells];
}
