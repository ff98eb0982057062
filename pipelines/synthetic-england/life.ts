import type {AcademicYear} from "../../src/vocabulary/academic-year.ts";
import {simulateAbsence, type Absence} from "./absence.ts";
import {simulateCensus, type Census} from "./census.ts";
import {expectation, stream, type Draw} from "./draw.ts";
import type {England} from "./england.ts";
import {simulateExclusions, type Exclusions} from "./exclusions.ts";
import {ks2Of, type Ks2} from "./ks2.ts";
import {ks4Of, type Ks4} from "./ks4.ts";
import {findPlanted, type Planted} from "./planted.ts";
import {censusDay, findCohort, on, type School} from "./school.ts";
import {measureSize} from "./size.ts";
import type {SchoolState} from "./school-state.ts";

/** Draws what one dataset counts of a school in a year: counts and sums only. */
export type Model<T> = (schoolState: SchoolState, draw: Draw) => T;

/** A school in an academic year. What is published about it, before anything is hidden, is drawn when it is asked for. */
export interface SchoolYear {
  school: School;
  year: AcademicYear;
  schoolState: SchoolState;
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

/** Years kept at once: that of a table, and that of the leavers it covers. */
const KEPT = 2;

/** Lives through every year. Where schools stand is kept; pupils are for the last few years asked for, and drawn again, alike, for others. */
export function live(england: England): Lives {
  const planted = findPlanted(england.plan, england.roles);
  const stood = new Map<AcademicYear, readonly SchoolState[]>();
  const kept = new Map<AcademicYear, {list: readonly SchoolYear[]; of: ReadonlyMap<School, SchoolYear>}>();
  const reused = stream();
  const {first, last} = england.plan.years;
  const stand = (school: School, year: AcademicYear): SchoolState | undefined =>
    year >= first && year <= last && on(school, censusDay(year))
      ? findState(england.seed, school, year, planted(school, year))
      : undefined;
  const drawFor = (dataset: string, {school, year}: SchoolState): Draw =>
    reused.restart(`${england.seed} ${dataset} ${school.id} ${year}`);
  const live = (schoolState: SchoolState): SchoolYear => schoolYear(schoolState, drawFor);
  const schoolStates = (year: AcademicYear): readonly SchoolState[] => {
    const known = stood.get(year);
    if (known) return known;
    const made = england.schools.map((school) => stand(school, year)).filter((one) => one !== undefined);
    stood.set(year, made);
    return made;
  };
  const all = (year: AcademicYear) => {
    const known = kept.get(year);
    if (known) return known;
    const list = schoolStates(year).map(live);
    const made = {list, of: new Map(list.map((life) => [life.school, life]))};
    if (kept.size === KEPT) kept.delete(kept.keys().next().value!);
    kept.set(year, made);
    return made;
  };
  return {
    in: (year) => all(year).list,
    of(school, year) {
      if (kept.has(year)) return all(year).of.get(school);
      const schoolState = stand(school, year);
      return schoolState && live(schoolState);
    }
  };
}

/** Where a school stands in a year, with what was planted in it. */
export function findState(seed: number, school: School, year: AcademicYear, {by, disadvantaged}: Planted): SchoolState {
  const {path} = school;
  const i = year - path.first;
  const level = path.lasting[i];
  const {roll, pupils, girls, disadvantaged: poor} = measureSize(seed, school, year);
  return {
    school,
    year,
    roll,
    pupils,
    girls,
    disadvantaged: poor,
    level,
    result: level + path.shock[i] + by.attainment,
    prior: path.prior[i],
    passing: {attendance: path.passing.attendance[i], behaviour: path.passing.behaviour[i]},
    planted: by,
    planted_disadvantaged: disadvantaged
  };
}

/** A school’s year from where it stands, its pupils drawn as said. */
export const schoolYear = (schoolState: SchoolState, drawFor: DrawFor): SchoolYear =>
  new LivedYear(schoolState, drawFor);

/** The random numbers that a dataset is drawn with. */
type DrawFor = (dataset: string, schoolState: SchoolState) => Draw;

class LivedYear implements SchoolYear {
  readonly school: School;
  readonly year: AcademicYear;
  readonly schoolState: SchoolState;
  private readonly drawFor: DrawFor;
  private readonly known = new Map<string, unknown>();

  constructor(schoolState: SchoolState, drawFor: DrawFor) {
    this.school = schoolState.school;
    this.year = schoolState.year;
    this.schoolState = schoolState;
    this.drawFor = drawFor;
  }

  drawn<T>(dataset: string, model: Model<T>): T {
    const known = this.known.get(dataset);
    if (known !== undefined) return known as T;
    const made = model(this.schoolState, this.drawFor(dataset, this.schoolState));
    this.known.set(dataset, made);
    return made;
  }

  get census(): Census {
    return this.drawn("census", simulateCensus);
  }

  get absence(): Absence {
    return this.drawn("absence", simulateAbsence);
  }

  get exclusions(): Exclusions {
    return this.drawn("exclusions", simulateExclusions);
  }

  get ks4(): Ks4 | null {
    return hasResults(this.school, this.year) && this.school.phase !== "primary" ? this.drawn("ks4", ks4Of) : null;
  }

  get ks2(): Ks2 | null {
    return hasResults(this.school, this.year) && this.school.phase !== "secondary" ? this.drawn("ks2", ks2Of) : null;
  }
}

/** A school’s year without chance: what is expected of it, with so much planted. */
export const expected = (seed: number, school: School, year: AcademicYear, planted: Planted): SchoolYear =>
  schoolYear(findState(seed, school, year, planted), () => expectation);

/** A free school fills from the bottom: its first pupils are examined years later. */
export function hasResults({phase, establishments}: School, year: AcademicYear): boolean {
  const {type, opened} = establishments[0];
  return type !== "free" || year >= findCohort(opened!) + (phase === "secondary" ? 4 : 3);
}
