import type {AcademicYear} from "../../src/vocabulary/academic-year.ts";
import {clamp, stream} from "./draw.ts";
import {drawFreeMeals} from "./schools.ts";
import type {School} from "./school.ts";

/** How many pupils a school has in a year: what every dataset that counts them agrees on. */
export interface Size {
  /** Of all ages in January. */
  roll: number;
  /** In the examined year; a school for all ages examines as many at 11 and at 16. */
  pupils: number;
  /** Of those. */
  girls: number;
  disadvantaged: number;
}

/** Years of pupils on roll, for one examined. */
export const listYears = ({phase, ages}: School): number =>
  phase === "primary" ? 7 : phase === "special" ? 10 : ages[1] > 16 ? 6.6 : 5.3;

const reused = stream();

export function measureSize(seed: number, school: School, year: AcademicYear): Size {
  const draw = reused.restart(`${seed} size ${school.id} ${year}`);
  const pupils = Math.max(1, Math.round(clamp(school.intake * (1 + 0.08 * draw.normal()), 1, 400)));
  const roll = Math.max(pupils, Math.round(school.intake * listYears(school) * (1 + 0.02 * draw.normal())));
  return {
    roll,
    pupils,
    girls: draw.binomial(pupils, school.phase === "special" ? 0.3 : 0.49),
    disadvantaged: draw.binomial(pupils, drawFreeMeals(school))
  };
}
