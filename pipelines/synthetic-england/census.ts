import type {Draw} from "./draw.ts";
import type {SchoolState} from "./school-state.ts";
import {drawFreeMeals} from "./schools.ts";

/** Pupils of all ages in January. */
export interface Census {
  roll: number;
  girls: number;
  fsm: number;
  fsm6: number;
  eal: number;
  unclassified: number;
  /** Support for special educational needs; a plan or, before, a statement. */
  support: number;
  plans: number;
}

export function simulateCensus({school, roll}: SchoolState, draw: Draw): Census {
  const special = school.phase === "special";
  const fsm6 = draw.binomial(roll, drawFreeMeals(school));
  const eal = draw.binomial(roll, school.eal);
  const plans = draw.binomial(roll, special ? 0.97 : 0.025);
  return {
    roll,
    girls: draw.binomial(roll, special ? 0.3 : 0.49),
    fsm6,
    fsm: draw.binomial(fsm6, 0.62),
    eal,
    unclassified: draw.binomial(roll - eal, 0.004),
    support: draw.binomial(roll - plans, special ? 0.5 : 0.13),
    plans
  };
}
