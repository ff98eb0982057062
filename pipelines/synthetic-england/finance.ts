import type {Draw} from "./draw.ts";
import type {SchoolState} from "./school-state.ts";

/** What a school would take in, spend and keep over a whole year, in pounds. */
export interface Finance {
  pupils: number;
  income: number;
  spent: number;
  teaching_staff: number;
  administrative_staff: number;
  administrative_supplies: number;
  bought_in: number;
  reserve: number;
}

/** A standard deviation of efficiency: so much less spent on the same pupils, and so much less of it on administration, in logarithms. */
const EFFICIENCY = {spending: 0.04, administration: 0.08};

/** Pounds a pupil, and what a school costs however few there are. */
const costs = {
  primary: {pupil: 4_700, school: 210_000},
  secondary: {pupil: 6_050, school: 480_000},
  special: {pupil: 22_500, school: 260_000}
};

export function simulateFinance({school, year, roll, planted}: SchoolState, draw: Draw): Finance {
  const cheaper = (by: number): number => Math.exp(-by * planted.efficiency);
  const {pupil, school: fixed} = costs[school.phase];
  const prices = Math.exp(0.045 * (year - 2022));
  const spent = draw.whole(
    (fixed + pupil * roll * (1 + 0.04 * school.deprivation)) *
      prices *
      Math.exp(0.05 * draw.normal()) *
      cheaper(EFFICIENCY.spending)
  );
  const administrative_staff = draw.whole(
    0.052 * spent * Math.exp(0.18 * draw.normal()) * cheaper(EFFICIENCY.administration)
  );
  return {
    pupils: roll,
    income: draw.whole(spent * (1.005 + 0.02 * draw.normal())),
    spent,
    teaching_staff: draw.whole(0.48 * spent * (1 + 0.04 * draw.normal())),
    administrative_staff,
    administrative_supplies: draw.whole(0.012 * spent * Math.exp(0.2 * draw.normal())),
    bought_in: draw.whole(0.03 * spent * Math.exp(0.3 * draw.normal())),
    reserve: draw.whole(spent * (0.075 + 0.06 * draw.normal()))
  };
}

/** What several schools take in, spend and keep together. */
export function addFinance(all: readonly Finance[]): Finance {
  const [first, ...rest] = all;
  const sum = {...first};
  for (const one of rest) for (const name of Object.keys(sum) as (keyof Finance)[]) sum[name] += one[name];
  return sum;
}
