import type {Draw} from "./draw.ts";
import type {Exclusions} from "./exclusions.ts";
import type {SchoolYear} from "./life.ts";
import type {SchoolState} from "./school-state.ts";
import {censusDay, laestab, on, successor} from "./school.ts";

/** Suspensions and permanent exclusions of a year as the statistics have them. */
export interface Collected {
  headcount: number;
  permanent: number;
  fixed: number;
  /** Pupils suspended at least once: in the year or, reported by term, in each term. */
  once: number;
  /** Whether the LAESTAB ends with the year. */
  ends: boolean;
}

/** The first year in which permanent exclusions of one or two are hidden, too. */
export const HIDES_PERMANENT = 2011;

/** What was collected: of a school whose LAESTAB ends with the year, about half. Old counts of some schools are scaled. */
export function collectReturns(life: SchoolYear, reported: "yearly" | "termly"): Collected {
  const {exclusions: own, school, year} = life;
  const ends = endsWith(life);
  if (reported === "termly") {
    const {headcount, suspensions, suspended, permanent} = own;
    return {headcount, permanent: sum(permanent), fixed: sum(suspensions), once: sum(suspended), ends};
  }
  const model = (_: SchoolState, draw: Draw) =>
    collect(own, {scaled: year < HIDES_PERMANENT && school.id % 17 === 3, ends}, draw);
  return life.drawn("collected", model);
}

function collect(own: Exclusions, {scaled, ends}: {scaled: boolean; ends: boolean}, draw: Draw): Collected {
  const scale = scaled ? 11 / 13 : 1;
  const part = (count: number) => (ends ? draw.binomial(count, 0.45) : draw.whole(count * scale, 1_000_000));
  const fixed = part(sum(own.suspensions));
  return {
    headcount: own.headcount,
    permanent: part(sum(own.permanent)),
    fixed,
    once: Math.min(fixed, ends ? draw.whole(0.6 * fixed) : draw.whole(own.suspended_in_year * scale, 1_000_000)),
    ends
  };
}

/** Each census asks for the exclusions of two terms before: a school gone by January never reports the last summer. */
function endsWith({school, year}: SchoolYear): boolean {
  const then = on(school, censusDay(year))!;
  const next = successor(then);
  return then.closed !== null && then.closed < censusDay(year + 1) && (!next || laestab(next) !== laestab(then));
}

const sum = (terms: readonly number[]): number => terms.reduce((a, b) => a + b, 0);
