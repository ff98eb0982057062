import type {AcademicYear} from "../../src/vocabulary/academic-year.ts";
import {absenceOf, type Absence} from "./absence.ts";
import {censusOf, type Census} from "./census.ts";
import {expectation, stream, type Draw} from "./draw.ts";
import type {England} from "./england.ts";
import {exclusionsOf, type Exclusions} from "./exclusions.ts";
import {ks2Of, type Ks2} from "./ks2.ts";
import {ks4Of, type Ks4} from "./ks4.ts";
import {plantedIn, type Planted} from "./planted.ts";
import {censusDay, cohortOf, on, type School} from "./school.ts";
import {sizeOf} from "./size.ts";
import type {Standing} from "./standing.ts";

/** Draws what one dataset counts of a school in a year: counts and sums only. */
export type Model<T> = (standing: Standing, draw: Draw) => T;

/** A school in an academic year. What is published about it, before anything is hidden, is drawn when it is asked for. */
export interface SchoolYear {
  school: School;
  year: AcademicYear;
  standing: Standing;
  /** What a dataset counts: the same however often and in whatever order it is asked for. */
  drawn<T>(dataset: string, model: Model<T>): T;
  readonly census: Census;
  readonly absence: Absence;
  readonly exclusions: Exclusions;
  /** Null in the first years of a new school, in the other phase, and in years without exams. */
  readonly ks4: Ks4 | null;
  readonly ks2: Ks2 | null;
}

/** Every school in every year it is open in January. */
export interface Lives {
  in(year: AcademicYear): readonly SchoolYear[];
  of(school: School, year: AcademicYear): SchoolYear | undefined;
}

/** Years kept at once: that of a table, and that of the leavers it tells of. */
const KEPT = 2;

/** Lives through every year. Where schools stand is kept; pupils are for the last few years asked for, and drawn again, alike, for others. */
export function live(england: England): Lives {
  const planted = plantedIn(england.plan, england.roles);
  const stood = new Map<AcademicYear, readonly Standing[]>();
  const kept = new Map<AcademicYear, {list: readonly SchoolYear[]; of: ReadonlyMap<School, SchoolYear>}>();
  const reused = stream();
  const {first, last} = england.plan.years;
  const stand = (school: School, year: AcademicYear): Standing | undefined =>
    year >= first && year <= last && on(school, censusDay(year))
      ? standingOf(england.seed, school, year, planted(school, year))
      : undefined;
  const live = (standing: Standing): SchoolYear => {
    const purpose = `${standing.school.id} ${standing.year}`;
    return schoolYear(standing, (dataset) => reused.restart(`${england.seed} ${dataset} ${purpose}`));
  };
  const standings = (year: AcademicYear): readonly Standing[] => {
    const known = stood.get(year);
    if (known) return known;
    const made = england.schools.map((school) => stand(school, year)).filter((one) => one !== undefined);
    stood.set(year, made);
    return made;
  };
  const all = (year: AcademicYear) => {
    const known = kept.get(year);
    if (known) return known;
    const list = standings(year).map(live);
    const made = {list, of: new Map(list.map((life) => [life.school, life]))};
    if (kept.size === KEPT) kept.delete(kept.keys().next().value!);
    kept.set(year, made);
    return made;
  };
  return {
    in: (year) => all(year).list,
    of(school, year) {
      if (kept.has(year)) return all(year).of.get(school);
      const standing = stand(school, year);
      return standing && live(standing);
    }
  };
}

/** Where a school stands in a year, with what was planted in it. */
export function standingOf(seed: number, school: School, year: AcademicYear, {by, disadvantaged}: Planted): Standing {
  const {path} = school;
  const i = year - path.first;
  const level = path.lasting[i]!;
  const {roll, pupils, girls, disadvantaged: poor} = sizeOf(seed, school, year);
  return {
    school,
    year,
    roll,
    pupils,
    girls,
    disadvantaged: poor,
    level,
    result: level + path.shock[i]! + by.attainment,
    prior: path.prior[i]!,
    passing: {attendance: path.passing.attendance[i]!, behaviour: path.passing.behaviour[i]!},
    planted: by,
    planted_disadvantaged: disadvantaged
  };
}

/** A school’s year from where it stands, its pupils drawn as said. */
export function schoolYear(standing: Standing, drawFor: (dataset: string) => Draw): SchoolYear {
  const {school, year} = standing;
  const known = new Map<string, unknown>();
  const drawn = <T>(dataset: string, model: Model<T>): T => {
    if (!known.has(dataset)) known.set(dataset, model(standing, drawFor(dataset)));
    return known.get(dataset) as T;
  };
  const examined = hasResults(school, year);
  return {
    school,
    year,
    standing,
    drawn,
    get census() {
      return drawn("census", censusOf);
    },
    get absence() {
      return drawn("absence", absenceOf);
    },
    get exclusions() {
      return drawn("exclusions", exclusionsOf);
    },
    get ks4() {
      return examined && school.phase !== "primary" ? drawn("ks4", ks4Of) : null;
    },
    get ks2() {
      return examined && school.phase !== "secondary" ? drawn("ks2", ks2Of) : null;
    }
  };
}

/** A school’s year without chance: what is expected of it, with so much planted. */
export const expected = (seed: number, school: School, year: AcademicYear, planted: Planted): SchoolYear =>
  schoolYear(standingOf(seed, school, year, planted), () => expectation);

/** A free school fills from the bottom: its first pupils are examined years later. */
export function hasResults({phase, establishments}: School, year: AcademicYear): boolean {
  const {type, opened} = establishments[0]!;
  return type !== "free" || year >= cohortOf(opened!) + (phase === "secondary" ? 4 : 3);
}
