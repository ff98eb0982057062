import {deviation, mean} from "d3";
import {fitBinaryRegression} from "../matching/binary-regression.ts";
import {UserError} from "../errors.ts";
import type {Joining, Yearly} from "./joining.ts";
import type {BaseMeans} from "./luck.ts";
import type {CohortSets} from "./matched-sets.ts";
import {windowMeans} from "./window-means.ts";

/** How far a school whose role results told stands from schools of the pool with the same base mean, not by luck: by its base mean, in the unit of the outcome. */
export type Standing = (base: number) => number;

interface Cohort {
  sets: CohortSets;
  means: BaseMeans;
}

/** So many whose role results told let the log odds be a line, a curve, and a curve with a bend, in a cohort; with fewer, cohorts are taken together. */
const fewest = [30, 100, 400];
/** Beyond so many standard deviations of the pool there are too few schools to tell. */
const furthest = 2.5;

/**
 * Where results before joining told roles, joiners were picked by the base mean itself, luck included. Of all whose role results
 * told (J) and the pool (P), whose luck is alike, E[level | b, J] − E[level | b, P] = σ² d/db log (f_J ÷ f_P)(b), σ² being the
 * variance of luck (Robbins 1956; Efron 2011, Journal of the American Statistical Association 106(496), eq. 1.4: Tweedie’s formula for both): the slope of the log odds of
 * being one of J. By cohort, the base mean that the regression is to be asked at is that of the joiner less
 * u s² times that slope, s² being the variance of base means and u the share of it that covariates do not explain. A logit of up
 * to the third power, of the cohort’s own joiners where they are enough, for others join early than late; 0 where there are none.
 */
export function standingsOf(
  cohorts: readonly Cohort[],
  outcome: Yearly,
  joining: Pick<Joining, "results" | "treatedFrom">,
  window: readonly [number, number]
): Standing[] {
  const all = placesOf(joining, outcome, window);
  const together = {told: all.flatMap(({told}) => told), others: all.flatMap(({others}) => others)};
  const unexplained = unexplainedIn(cohorts);
  return cohorts.map(({sets, means}) => {
    const pool = known(means.base.subarray(sets.joiners.length));
    const [centre, spread] = [mean(pool) ?? 0, deviation(pool) ?? 0];
    const own = all.find(({cohort}) => cohort === sets.cohort);
    const slope = slopeOf(own && own.told.length >= fewest[0] ? own : together);
    if (!(spread > 0)) return () => 0;
    return (base) => unexplained * spread * slope((base - centre) / spread);
  });
}

const known = (values: Float64Array): Float64Array => values.filter((value) => !Number.isNaN(value));

/** Base means, by standard deviations from the mean of the pool. */
interface Places {
  told: number[];
  others: number[];
}

/** By cohort: of those whose role results told, and of the schools that had not joined. */
function placesOf(
  {results, treatedFrom}: Pick<Joining, "results" | "treatedFrom">,
  outcome: Yearly,
  [from, to]: readonly [number, number]
): (Places & {cohort: number})[] {
  return [...new Set(results.map((joiner) => joiner.cohort))].map((cohort) => {
    const own = windowMeans(outcome, cohort + from, cohort + to);
    const pool = own.filter((value, row) => treatedFrom[row] > cohort && !Number.isNaN(value));
    const [centre, spread] = [mean(pool) ?? 0, deviation(pool) ?? 0];
    if (!(spread > 0)) return {cohort, told: [], others: []};
    const place = (value: number) => (value - centre) / spread;
    const told = results.filter((joiner) => joiner.cohort === cohort).map(({row}) => place(own[row]));
    return {cohort, told: told.filter((z) => !Number.isNaN(z)), others: [...pool].map(place)};
  });
}

/** The slope of the log odds of being one whose role results told. */
function slopeOf({told, others}: Places): (z: number) => number {
  if (!told.length) return () => 0;
  const z = Float64Array.of(...told, ...others);
  const degree = Math.max(1, fewest.filter((least) => told.length >= least).length);
  const columns = [1, 2, 3]
    .slice(0, degree)
    .map((power) => ({name: `${power}`, values: z.map((value) => value ** power)}));
  const [, one = 0, two = 0, three = 0] = coefficientsOf(z.length, told.length, columns) ?? [0, mean(told)!];
  return (at) => {
    const near = Math.max(-furthest, Math.min(furthest, at));
    return one + 2 * two * near + 3 * three * near ** 2;
  };
}

/** Null where those whose role results told and the others do not overlap. */
function coefficientsOf(
  rows: number,
  joined: number,
  columns: {name: string; values: Float64Array}[]
): number[] | null {
  try {
    const {terms} = fitBinaryRegression(new Uint8Array(rows).fill(1, 0, joined), columns, {link: "logit"});
    return terms.map(({coefficient}) => coefficient);
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}

/** The share of the variance of the pools’ base means that covariates do not explain. */
function unexplainedIn(cohorts: readonly Cohort[]): number {
  let total = 0;
  let rest = 0;
  for (const {sets, means} of cohorts) {
    const start = sets.joiners.length;
    const centre = mean(known(means.base.subarray(start))) ?? 0;
    for (let i = start; i < means.base.length; i++) {
      if (Number.isNaN(means.base[i])) continue;
      total += (means.base[i] - centre) ** 2;
      rest += (means.base[i] - means.expected[i]) ** 2;
    }
  }
  return total > 0 ? rest / total : 1;
}
