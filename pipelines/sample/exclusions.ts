import {clamp, type Draw} from "./draw.ts";
import type {Standing} from "./life.ts";

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

/** A standard deviation of behaviour: a rate so many times as high, in logarithms. */
const BEHAVIOUR = 0.6;

export function exclusionsOf({school, year, roll, level, planted}: Standing, draw: Draw): Exclusions {
  const usual = {primary: 0.011, secondary: 0.085, special: 0.13}[school.phase];
  const rate =
    usual *
    closures(year) *
    Math.exp(0.35 * school.deprivation - 0.3 * level + 0.5 * draw.normal() - 0.2 - BEHAVIOUR * planted.behaviour);
  const suspensions = each((t) => draw.poisson(roll * clamp(rate * shares[t], 0, 0.6)));
  const suspended = each((t) =>
    Math.min(suspensions[t], draw.whole(suspensions[t] * (0.55 + 0.15 * draw.uniform()) + 0.3))
  );
  const [autumn, spring, summer] = suspended;
  return {
    headcount: roll,
    suspensions,
    suspended,
    permanent: each((t) => draw.poisson(roll * rate * shares[t] * 0.02)),
    suspended_in_year: Math.max(autumn, spring, summer, draw.whole(0.8 * (autumn + spring + summer)))
  };
}

/** Schools were closed to most pupils for parts of two years, and suspend more since. */
const closures = (year: number): number => (year === 2020 ? 0.65 : year === 2021 ? 0.75 : year > 2021 ? 1.4 : 1);

const each = (value: (term: 0 | 1 | 2) => number): [number, number, number] =>
  terms.map((term) => value(term)) as [number, number, number];
