import type {AcademicYear} from "../../src/vocabulary/academic-year.ts";
import {decimals, per, plainColumns, publish, type Cells, type Published} from "./csv.ts";
import type {England} from "./england.ts";
import type {Lives, SchoolYear} from "./life.ts";
import {censusDay, on} from "./school.ts";
import {placeCells, placeNames, computeTotals} from "./statistics.ts";
import {simulateWorkforce, type Workforce} from "./workforce.ts";
import {zip} from "./zip.ts";

const places = [
  "time_period",
  "time_identifier",
  ...placeNames,
  "school_laestab",
  "school_urn",
  "school_name",
  "school_type"
];

/** Fewer teachers than this, and what they earn is not reported. */
export const FEWEST_PAID = 4;

/** The last base year whose next November has been counted, and the last year whose sickness has been collected. */
const beforeLast = (years: readonly AcademicYear[]): AcademicYear[] =>
  years.filter((year) => year < Math.max(...years));

/** The school workforce, a theme a file and all years in each, in one archive. */
export function workforceFiles(england: England, years: readonly AcademicYear[], lives: Lives): Published {
  const of = `2010_${Math.max(...years) - 1}`;
  return zip("ees/school-workforce-in-england.zip", [
    ratiosFile(`data/workforce_ptrs_${of}_sch.csv`, england, years, lives),
    file(`data/teacher_turnover_${of}_sch.csv`, turnoverCells, beforeLast(years), lives, withoutPlaces),
    file(`data/workforce_teacher_pay_${of}_school.csv`, payCells, years, lives),
    file("data/sickness_absence_teachers_sch.csv", sicknessCells, beforeLast(years), lives),
    file(`data/vacancies_number_rate_sch_${of}.csv`, vacancyCells, years, lives)
  ]);
}

/** Turnover is published without the authority. */
const withoutPlaces = places.filter((name) => !/^(region|old_la|new_la|la)_/.test(name));

/** What a theme says of a school. The names of its cells are its columns. */
type Theme = (own: Workforce) => Cells;

const drawWorkforce = (life: SchoolYear): Workforce => life.drawn("workforce", simulateWorkforce);

function file(
  path: string,
  theme: Theme,
  years: readonly AcademicYear[],
  lives: Lives,
  before: readonly string[] = places
): Published {
  function* rows(): Generator<Cells> {
    for (const life of countSchools(years, lives)) yield {...schoolCells(life), ...theme(drawWorkforce(life))};
  }
  return publish(path, plainColumns([...before, ...Object.keys(theme(nobody))]), rows(), {newline: "\n"});
}

function* countSchools(years: readonly AcademicYear[], lives: Lives): Generator<SchoolYear> {
  for (const year of years) for (const life of lives.in(year)) if (!life.school.independent) yield life;
}

function schoolCells(life: SchoolYear): Cells {
  const {laestab, urn, ...cells} = placeCells(life);
  const then = on(life.school, censusDay(life.year))!;
  return {...cells, school_laestab: laestab, school_urn: urn, school_name: then.name};
}

/** Pupils and teachers, with the totals of the nation, its regions and authorities above the schools of each year. */
function ratiosFile(path: string, england: England, years: readonly AcademicYear[], lives: Lives): Published {
  function* rows(): Generator<Cells> {
    for (const year of years) {
      const state = lives.in(year).filter(({school}) => !school.independent);
      for (const {cells, lives: some} of computeTotals(england, year, state)) {
        const type = cells["school_type"] === "Total" ? "Total state-funded schools" : cells["school_type"];
        yield {...cells, school_type: type, ...ratioCells(add(some.map(drawWorkforce)))};
      }
      for (const life of state) yield {...schoolCells(life), ...ratioCells(drawWorkforce(life))};
    }
  }
  const columns = plainColumns([...places, ...Object.keys(ratioCells(nobody))]);
  return publish(path, columns, rows(), {newline: "\n", encoding: "utf-8 with mark"});
}

const ratioCells: Theme = ({pupils, qualified_fte, teachers_fte, adults_fte}) => ({
  pupils_fte: pupils,
  qualified_teachers_fte: decimals(qualified_fte, 1),
  teachers_fte: decimals(teachers_fte, 1),
  adults_fte: decimals(adults_fte, 1),
  pupil_to_qual_teacher_ratio: decimals(pupils / qualified_fte, 1),
  pupil_to_qual_unqual_teacher_ratio: decimals(pupils / teachers_fte, 1),
  pupil_to_adult_ratio: decimals(pupils / adults_fte, 1)
});

const turnoverCells: Theme = ({teachers_fte, remained_fte, left_fte, moved_fte}) => ({
  teacher_fte_in_census_year: decimals(teachers_fte, 1),
  remained_in_the_same_school: decimals(remained_fte, 1),
  left_the_state_funded_system: decimals(left_fte, 1),
  left_to_another_state_funded_school: decimals(moved_fte, 1)
});

const payCells: Theme = ({teachers, leaders, mean_pay}) => {
  const hidden = teachers < FEWEST_PAID;
  return {
    headcount_all: teachers,
    average_mean: hidden ? "c" : decimals(mean_pay + 0.4, 1),
    average_median: hidden ? "c" : mean_pay - 130,
    teachers_on_leadership_pay_range_percent: hidden ? "c" : per(leaders, teachers, 1)
  };
};

const sicknessCells: Theme = ({teachers, sick, sick_days}) => ({
  total_teachers_taking_absence: sick,
  percentage_taking_absence: per(sick, teachers, 1),
  total_number_of_days_lost: sick_days,
  average_number_of_days_taken: sick ? decimals(sick_days / sick, 1) : "z",
  average_number_of_days_all_teachers: decimals(sick_days / teachers, 1)
});

const vacancyCells: Theme = ({teachers, vacancies, filled_for_now}) => ({
  vacancy: vacancies,
  rate: per(vacancies, teachers, 1),
  tempfilled: filled_for_now,
  temprate: per(filled_for_now, teachers, 1)
});

const nobody: Workforce = {
  pupils: 0,
  teachers_fte: 0,
  qualified_fte: 0,
  adults_fte: 0,
  teachers: 0,
  leaders: 0,
  remained_fte: 0,
  moved_fte: 0,
  left_fte: 0,
  sick: 0,
  sick_days: 0,
  vacancies: 0,
  filled_for_now: 0,
  mean_pay: 0
};

function add(all: readonly Workforce[]): Workforce {
  const sum = {...nobody};
  for (const one of all) for (const name of Object.keys(sum) as (keyof Workforce)[]) sum[name] += one[name];
  return sum;
}
