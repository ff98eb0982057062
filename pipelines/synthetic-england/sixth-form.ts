import {logistic, type Draw} from "./draw.ts";
import {hasResults, type SchoolYear} from "./life.ts";
import type {SchoolState} from "./school-state.ts";
import {drawFreeMeals} from "./schools.ts";

/** A school’s students at the end of 16 to 18 study, whether or not exams were sat that year. */
export interface SixthForm {
  /** Aged 16 to 18, on roll. */
  students: number;
  finishing: number;
  /** Of those who finish: by their main study. */
  a_level: number;
  applied: number;
  technical: number;
  /** With nothing at level 3: level 2, and less. */
  level2: number;
  other: number;
  /** Of those who finish, and of those with A levels: disadvantaged when they were 16. */
  disadvantaged: number;
  a_level_disadvantaged: number;
}

/** The sixth form of a school that has one, from the first year in which its students finish; null otherwise. */
export function findSixthForm(life: SchoolYear): SixthForm | null {
  const {school, year} = life;
  if (school.phase !== "secondary" || school.ages[1] <= 16 || !hasResults(school, year - 2)) return null;
  return life.drawn("sixth_form", simulateSixthForm);
}

function simulateSixthForm({school, pupils, level}: SchoolState, draw: Draw): SixthForm {
  const stay = school.independent ? 0.8 : 0.1 + 0.3 * level;
  const finishing = draw.binomial(pupils, logistic(stay));
  const a_level = draw.binomial(finishing, logistic(school.independent ? 3 : 1.2 + 0.5 * level));
  const applied = draw.binomial(finishing - a_level, 0.62);
  const technical = draw.binomial(finishing - a_level - applied, 0.3);
  const level2 = draw.binomial(finishing - a_level - applied - technical, 0.7);
  // The disadvantaged leave at 16 more often, and take A levels less often.
  const poor = school.independent ? 0 : 0.75 * drawFreeMeals(school);
  const a_level_disadvantaged = draw.binomial(a_level, 0.8 * poor);
  return {
    students: draw.whole(finishing * 2.1),
    finishing,
    a_level,
    applied,
    technical,
    level2,
    other: finishing - a_level - applied - technical - level2,
    disadvantaged: a_level_disadvantaged + draw.binomial(finishing - a_level, 1.2 * poor),
    a_level_disadvantaged
  };
}
