import {clamp, type Draw} from "./draw.ts";
import type {SchoolState} from "./school-state.ts";

/** Staff of a school in November, and what became of its teachers. Full-time equivalents in tenths. */
export interface Workforce {
  pupils: number;
  teachers_fte: number;
  qualified_fte: number;
  adults_fte: number;
  /** Heads. */
  teachers: number;
  leaders: number;
  /** Of the teachers, full-time equivalent: still there a year later; if not, in another state school, or in none. */
  remained_fte: number;
  moved_fte: number;
  left_fte: number;
  /** Teachers who were ever off sick in the year, and working days they lost. */
  sick: number;
  sick_days: number;
  vacancies: number;
  filled_for_now: number;
  /** Pounds a year, a teacher. */
  mean_pay: number;
}

/** A standard deviation of workforce: so many times fewer teachers who leave, days of sickness, vacancies, and pupils a teacher, in logarithms. */
const WORKFORCE = {leaving: 0.2, sickness: 0.15, vacancies: 0.3, ratio: 0.03};

const ratios = {primary: 20.8, secondary: 16.6, special: 6.3};
/** Support staff for each teacher. */
const support = {primary: 1, secondary: 0.55, special: 1.9};

export function simulateWorkforce({school, year, roll, level, planted}: SchoolState, draw: Draw): Workforce {
  const {phase, deprivation} = school;
  const better = (by: number): number => Math.exp(-by * planted.workforce);
  const teachers_fte = draw.whole(
    0.6 + (roll / (ratios[phase] * better(WORKFORCE.ratio))) * Math.exp(0.05 * draw.normal()),
    10
  );
  const teachers = draw.whole(1 + teachers_fte * 1.1);
  const goes = clamp(
    0.165 * refuseDifference(year) * Math.exp(0.12 * deprivation - 0.1 * level) * better(WORKFORCE.leaving),
    0.01,
    0.7
  );
  const gone = draw.binomial(teachers, goes);
  const moved = draw.binomial(gone, 0.55);
  const each = teachers_fte / teachers;
  const sick = draw.binomial(
    teachers,
    clamp(0.56 * ill(year) * Math.exp(0.05 * deprivation) * better(WORKFORCE.sickness / 2), 0.02, 0.95)
  );
  const left_fte = draw.whole((gone - moved) * each, 10);
  const moved_fte = draw.whole(moved * each, 10);
  return {
    pupils: roll,
    teachers_fte,
    qualified_fte: draw.whole(teachers_fte * (0.965 - 0.01 * deprivation), 10),
    adults_fte: draw.whole(teachers_fte * (1 + support[phase] * Math.exp(0.1 * draw.normal())), 10),
    teachers,
    leaders: draw.binomial(teachers, phase === "primary" ? 0.17 : 0.12),
    remained_fte: draw.whole(teachers_fte - moved_fte - left_fte, 10),
    moved_fte,
    left_fte,
    sick,
    sick_days: draw.poisson(sick * 7.6 * Math.exp(-0.05 * level) * better(WORKFORCE.sickness / 2)),
    vacancies: draw.poisson(
      teachers * 0.006 * refuseDifference(year) * Math.exp(0.3 * deprivation) * better(WORKFORCE.vacancies)
    ),
    filled_for_now: draw.poisson(teachers * 0.012 * Math.exp(0.2 * deprivation)),
    mean_pay: draw.whole(
      (37_400 + 620 * (year - 2011)) * Math.exp(0.04 * draw.normal() + (phase === "primary" ? 0 : 0.03))
    )
  };
}

/** Fewer teachers moved in the first year of the pandemic, and more since. */
const refuseDifference = (year: number): number => (year === 2020 ? 0.75 : year > 2021 ? 1.12 : 1);

const ill = (year: number): number => (year === 2020 || year === 2021 ? 0.7 : year > 2021 ? 1.18 : 1);
