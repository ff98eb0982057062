import {clamp, type Draw} from "./draw.ts";
import type {SchoolState} from "./school-state.ts";

/** Suspensions and permanent exclusions of a year, by term: autumn, spring, summer. */
export interface Exclusions {
  headcount: number;
  suspensions: [number, number, number];
  /** Pupils suspended once or more in the term. */
  suspended: [number, number, number];
  permanent: [number, number, number];
  /** Pupils suspended once or more in the year. */
  suspended_in_year: number;
}

const terms = [0, 1, 2] as const;
const shares = [0.4, 0.33, 0.27] as const;

/** Suspensions a pupil in the middle of schools, and how far schools lie apart for good and by chance of a year, in logarithms. */
const usual = {primary: [0.006, 1.15, 0.5], secondary: [0.058, 0.85, 0.4], special: [0.06, 1.3, 0.4]} as const;

/** What passes of behaviour, in logarithms. */
const PASSES = 0.2;

/** Suspensions that follow the first one of a pupil in a term. */
const AGAIN = 0.8;

/** A standard deviation of behaviour: a rate so many times as high, in logarithms. */
const BEHAVIOUR = 0.6;

export function simulateExclusions({school, year, roll, level, passing, planted}: SchoolState, draw: Draw): Exclusions {
  const [median, spread, chance] = usual[school.phase];
  const lasts = 0.35 * school.deprivation - 0.3 * level + spread * school.traits.suspensions;
  const odds = lasts - PASSES * passing.behaviour + chance * draw.normal();
  const rate = clamp(median * closures(year) * Math.exp(odds - BEHAVIOUR * planted.behaviour), 0, 1.5);
  const suspended = byTerm((t) => draw.poisson((roll * rate * shares[t]) / (1 + AGAIN)));
  const suspensions = byTerm((t) => suspended[t] + draw.poisson(AGAIN * suspended[t]));
  const [autumn, spring, summer] = suspended;
  return {
    headcount: roll,
    suspensions,
    suspended,
    permanent: byTerm((t) => draw.poisson(roll * rate * shares[t] * 0.022)),
    suspended_in_year: Math.min(roll, Math.max(autumn, spring, summer, draw.whole(0.8 * (autumn + spring + summer))))
  };
}

/** Schools were closed to most pupils for parts of two years, and suspend more since. */
const closures = (year: number): number => (year === 2020 ? 0.65 : year === 2021 ? 0.75 : year > 2021 ? 1.4 : 1);

const byTerm = (value: (term: 0 | 1 | 2) => number): [number, number, number] =>
  terms.map((term) => value(term)) as [number, number, number];
