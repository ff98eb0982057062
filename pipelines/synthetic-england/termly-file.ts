import type {AcademicYear} from "../../src/vocabulary/academic-year.ts";
import {per, plainColumns, published, type Cells, type Published} from "./csv.ts";
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

const terms = ["Autumn term", "Spring term", "Summer term"] as const;

/** Suspensions and permanent exclusions, a row a school and term, the latest first. */
export function termlyFile(_: England, years: readonly AcademicYear[], lives: Lives): Published {
  const file = published("data/exc_school.csv", plainColumns(header), rowsOf(years, lives));
  return zip("ees/suspensions-and-permanent-exclusions-in-england_2022-23.zip", [file]);
}

function* rowsOf(years: readonly AcademicYear[], lives: Lives): Generator<Cells> {
  for (const year of [...years].reverse()) {
    const state = lives.in(year).filter(({school}) => !school.independent);
    for (const [t, time_identifier] of terms.entries())
      for (const life of state) yield termRow(life, t as 0 | 1 | 2, time_identifier);
  }
}

function termRow(life: SchoolYear, t: 0 | 1 | 2, time_identifier: string): Cells {
  const {headcount, suspensions, suspended, permanent} = life.exclusions;
  const place = placeCells(life);
  // A handful of pupils: how many of them were suspended is not told.
  const hidden = headcount < 40 && suspended[t] > 0;
  return {
    ...place,
    time_identifier,
    school_urn: place["urn"],
    school_laestab: place["laestab"],
    school_name: on(life.school, censusDay(life.year))!.name,
    education_phase: place["school_type"],
    headcount,
    suspension: suspensions[t],
    susp_rate: per(suspensions[t], headcount, 5),
    one_plus_susp: hidden ? "c" : suspended[t],
    one_plus_susp_rate: hidden ? "c" : per(suspended[t], headcount, 5),
    perm_excl: permanent[t],
    perm_excl_rate: per(permanent[t], headcount, 5)
  };
}
