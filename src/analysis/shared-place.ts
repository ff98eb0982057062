import {group, range, rollup, sum} from "d3";
import type {CohortChanges} from "./changes.ts";

/**
 * How alike schools of one authority change in a year, by event time: the intraclass correlation of what is left of the
 * changes of schools that had not joined, by analysis of variance (Donner 1986, International Statistical Review 54(1),
 * eq. 2.1), the cohorts’ pools together; 0 where it is below, or cannot be told. Authorities are numbers by school, −1 where unknown.
 */
export function alikeInPlace(cohorts: readonly CohortChanges[], authority: Int32Array): Float64Array {
  return Float64Array.from(range(cohorts[0]?.residual.length ?? 0), (c) => intraclass(groupsAt(cohorts, authority, c)));
}

/**
 * By how much the error of the mean of some schools grows, if those of one place are so alike: the root of
 * 1 + (Σ n² ÷ Σ n − 1) ρ, n being the schools of a place (Moulton 1986, Journal of Econometrics 32(3)). A school of an unknown place stands alone.
 */
export function widening(places: readonly number[], alike: number): number {
  if (!places.length) return 1;
  const known = rollup(
    places.filter((place) => place >= 0),
    (own) => own.length,
    (place) => place
  );
  const alone = places.filter((place) => place < 0).length;
  const together = (sum(known.values(), (n) => n * n) + alone) / places.length;
  return Math.sqrt(1 + (together - 1) * alike);
}

/** What is left of changes at an event time, by authority of each cohort’s pool, less the pool’s mean. */
function groupsAt(cohorts: readonly CohortChanges[], authority: Int32Array, c: number): number[][] {
  return cohorts.flatMap(({sets, rows, residual}) => {
    const own = residual[c];
    if (!own) return [];
    const known = range(sets.joiners.length, rows.length).filter(
      (i) => !Number.isNaN(own[i]) && authority[rows[i]] >= 0
    );
    const centre = sum(known, (i) => own[i]) / known.length;
    return [...group(known, (i) => authority[rows[i]]).values()].map((of) => of.map((i) => own[i] - centre));
  });
}

function intraclass(groups: readonly (readonly number[])[]): number {
  const count = sum(groups, ({length}) => length);
  const squares = sum(groups, (own) => sum(own, (x) => x * x));
  const between = sum(groups, (own) => sum(own) ** 2 / own.length);
  const size = (count - sum(groups, ({length}) => length ** 2) / count) / (groups.length - 1);
  const meanBetween = between / (groups.length - 1);
  const meanWithin = (squares - between) / (count - groups.length);
  const alike = (meanBetween - meanWithin) / (meanBetween + (size - 1) * meanWithin);
  return alike > 0 ? alike : 0;
}
