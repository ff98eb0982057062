import type {AcademicYear} from "../../src/vocabulary/academic-year.ts";
import {clamp, type Draw} from "./draw.ts";
import type {SchoolYear} from "./life.ts";
import type {SchoolState} from "./school-state.ts";
import type {Establishment} from "./school.ts";
import {on} from "./school.ts";

/** What an inspection of a school found, from 1 (best) to 4. */
export interface Inspection {
  /** 1 where it was inspected this year. */
  inspected: number;
  overall: number;
  leadership: number;
  /** Education, or teaching before 2019. */
  education: number;
  behaviour: number;
  personal_development: number;
}

/** A standard deviation of inspection: so many grades better. */
const INSPECTION = 0.35;
/** Grades: of the average school, for a standard deviation of its results, and by chance. */
const GRADE = {mean: 2.12, results: 0.34, chance: 0.36, judgement: 0.22};

export function simulateInspection({year, level, planted}: SchoolState, draw: Draw): Inspection {
  const found = GRADE.mean - GRADE.results * level - INSPECTION * planted.inspection + GRADE.chance * draw.normal();
  const grade = (latent: number): number => clamp(draw.whole(latent), 1, 4);
  const judged = (easier: number): number => grade(found - easier + GRADE.judgement * draw.normal());
  return {
    inspected: draw.binomial(1, clamp((0.21 - 0.05 * level) * visits(year), 0, 0.6)),
    overall: grade(found),
    leadership: judged(0.05),
    education: judged(0),
    behaviour: judged(0.15),
    personal_development: judged(0.2)
  };
}

/** Inspections stopped in March 2020, and began again in September 2021. */
const visits = (year: AcademicYear): number => (year === 2020 ? 0.55 : year === 2021 ? 0 : 1);

/** An inspection that took place: of which establishment, and on which day. */
export interface Visit extends Inspection {
  life: SchoolYear;
  of: Establishment;
  day: string;
}

/** The years that are reported: from the first list of inspections on. */
export const FIRST_INSPECTIONS = 2016;

/** The inspection of a school in a year; null if there was none. */
export function simulateVisit(life: SchoolYear): Visit | null {
  const {school, year} = life;
  if (school.independent || year < FIRST_INSPECTIONS) return null;
  const found = life.drawn("inspection", simulateInspection);
  const day = readDay(school.id, year);
  const of = on(school, day);
  return found.inspected && of ? {...found, life, of, day} : null;
}

/** Some Tuesday or so between October and February: no two schools need share it. */
function readDay(id: number, year: AcademicYear): string {
  const month = ["10", "11", "12", "01", "02"][(id + year) % 5];
  const calendarYear = month.startsWith("1") ? year - 1 : year;
  return `${calendarYear}-${month}-${String(2 + ((id * 7 + year) % 26)).padStart(2, "0")}`;
}
