import type {AcademicYear} from "../../src/vocabulary/academic-year.ts";
import {decimals, per, plainColumns, type Cells, type Published, type Style} from "./csv.ts";
import {CsvWriter} from "./csv-writer.ts";
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
  const files = [
    open(`data/workforce_ptrs_${of}_sch.csv`, ratioCells, years, {encoding: "utf-8 with mark"}),
    open(`data/teacher_turnover_${of}_sch.csv`, turnoverCells, beforeLast(years), {header: withoutPlaces}),
    open(`data/workforce_teacher_pay_${of}_school.csv`, payCells, years),
    open("data/sickness_absence_teachers_sch.csv", sicknessCells, beforeLast(years)),
    open(`data/vacancies_number_rate_sch_${of}.csv`, vacancyCells, years)
  ];
  for (const year of years) {
    const state = lives.in(year).filter(({school}) => !school.independent);
    // The totals stand in the file of ratios alone.
    for (const row of totalRows(england, year, state)) files[0].writer.add(row);
    for (const life of state) {
      const cells = schoolCells(life);
      const own = drawWorkforce(life);
      for (const {theme, of: covered, writer} of files) if (covered.includes(year)) writer.add([...cells, theme(own)]);
    }
  }
  return zip(
    "ees/school-workforce-in-england.zip",
    files.map(({path, writer}) => ({path, bytes: writer.finish()}))
  );
}

/** Turnover is published without the authority. */
const withoutPlaces = places.filter((name) => !/^(region|old_la|new_la|la)_/.test(name));

/** What a theme says of a school. The names of its cells are its columns. */
type Theme = (own: Workforce) => Cells;

const drawWorkforce = (life: SchoolYear): Workforce => life.drawn("workforce", simulateWorkforce);

/** A file of one theme that is being written: all are, a school and year at a time, so that its staff is drawn once. */
interface Open {
  path: string;
  theme: Theme;
  of: readonly AcademicYear[];
  writer: CsvWriter;
}

function open(
  path: string,
  theme: Theme,
  of: readonly AcademicYear[],
  {header = places, encoding}: {header?: readonly string[]; encoding?: Style["encoding"]} = {}
): Open {
  const columns = plainColumns([...header, ...Object.keys(theme(nobody))]);
  return {path, theme, of, writer: new CsvWriter(columns, {newline: "\n", encoding})};
}

function schoolCells(life: SchoolYear): Cells[] {
  const [year, place] = placeCells(life);
  const {name} = on(life.school, censusDay(life.year))!;
  return [year, place, {school_laestab: place["laestab"], school_urn: place["urn"], school_name: name}];
}

/** Pupils and teachers of the nation, its regions and authorities: they stand above the schools of each year. */
function* totalRows(england: England, year: AcademicYear, state: readonly SchoolYear[]): Generator<Cells[]> {
  for (const {cells, lives} of computeTotals(england, year, state)) {
    const type = cells["school_type"] === "Total" ? "Total state-funded schools" : cells["school_type"];
    yield [cells, {school_type: type}, ratioCells(add(lives.map(drawWorkforce)))];
  }
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
