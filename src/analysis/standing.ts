import {deviation, group, least, mean, quantile} from "d3";
import {fitBinaryRegression} from "../matching/binary-regression.ts";
import {design} from "../design.ts";
import type {Column} from "../matching/sample.ts";
import {UserError} from "../errors.ts";
import {once} from "../once.ts";
import {leastSquares} from "../statistics/least-squares.ts";
import {standardisedDesign} from "../statistics/standardised-design.ts";
import type {ToldByResults} from "./joining.ts";
import type {BaseMeans} from "./luck.ts";
import {windowMeans} from "./window-means.ts";

/** How far a school whose role results told stands from schools of the pool with the same base mean, not by luck: by its base mean, in the unit of that mean. */
export type Standing = (base: number) => number;

interface Cohort {
  cohort: number;
  /** Joiners that are compared; the pool follows them in the means. */
  joiners: number;
  /** Of the measure that told the roles. */
  means: BaseMeans;
}

/** With fewer whose role results told, a cohort is taken together with the others. */
const fewest = 100;
/** So many of them let the log odds be a line, a curve, and a curve with a bend. */
const forPower = [0, 100, 400];
/** Beyond so many standard deviations of the pool there are too few schools to tell, and no school is held to stand farther from where it is. */
const furthest = 2;

/**
 * Where results before joining told roles, joiners were picked by the base mean itself, luck included. Of all whose role results
 * told (J) and the pool (P), whose luck is alike, E[level | b, J] − E[level | b, P] = σ² d/db log (f_J ÷ f_P)(b), σ² being the
 * variance of luck (Robbins 1956; Efron 2011, Journal of the American Statistical Association 106(496), eq. 1.4: Tweedie’s formula for both): the slope of the log odds of
 * being one of J; all of that among schools of like covariates. By cohort, the base mean that a regression is to be asked at is that of the joiner less
 * u s² times that slope, s² being the variance of base means and u the share of it that covariates do not explain. That holds for
 * changes of another measure, too, whose luck comes with that of this one. A logit of the power up to
 * the third that Schwarz’s criterion prefers, of the cohort’s own joiners where they are enough, for others join early than late; 0 where there are none.
 */
export function standingsOf(
  cohorts: readonly Cohort[],
  told: ToldByResults,
  treatedFrom: Float64Array,
  window: readonly [number, number]
): Standing[] {
  const slopes = slopesOf(told, treatedFrom, window);
  const unexplained = unexplainedIn(cohorts);
  return cohorts.map(({cohort, joiners, means}) => {
    const pool = known(means.base.subarray(joiners));
    const [centre, spread] = [mean(pool) ?? 0, deviation(pool) ?? 0];
    if (!(spread > 0)) return () => 0;
    const slope = slopes(cohort);
    return (base) => unexplained * spread * slope((base - centre) / spread);
  });
}

/** By first treated year: the slope of the log odds of being one whose role results told, by standard deviations from the mean of the pool. */
type Slopes = (cohort: number) => (z: number) => number;

const made = new WeakMap<ToldByResults, Map<string, Slopes>>();

/** They are the same for every measure of a role. */
function slopesOf(told: ToldByResults, treatedFrom: Float64Array, window: readonly [number, number]): Slopes {
  const of = made.get(told) ?? new Map<string, Slopes>();
  made.set(told, of);
  const slopes = of.get(window.join()) ?? makeSlopes(told, treatedFrom, window);
  of.set(window.join(), slopes);
  return slopes;
}

function makeSlopes(told: ToldByResults, treatedFrom: Float64Array, window: readonly [number, number]): Slopes {
  const all = placesOf(told, treatedFrom, window);
  const together = once(() =>
    slopeOf({told: all.flatMap((each) => each.told), others: all.flatMap(({others}) => others)})
  );
  const own = all.filter((each) => each.told.length >= fewest);
  const by = new Map(own.map((each) => [each.cohort, slopeOf(each)]));
  return (cohort) => by.get(cohort) ?? together();
}

const known = (values: Float64Array): Float64Array => values.filter((value) => !Number.isNaN(value));

/** A school’s base mean and what covariates say of it, by standard deviations from the mean of the pool. */
interface Place {
  base: number;
  expected: number;
}

interface Places {
  told: Place[];
  others: Place[];
}

/** By cohort: of those whose role results told, and of the schools that had not joined; only where the rule can have put the former. */
function placesOf(
  told: ToldByResults,
  treatedFrom: Float64Array,
  [from, to]: readonly [number, number]
): (Places & {cohort: number})[] {
  return [...group(told.joiners, ({cohort}) => cohort)].map(([cohort, joiners]) => {
    const own = windowMeans(told.by, cohort + from, cohort + to);
    const lowest = told.above > 0 ? quantile(known(own), told.above)! : -Infinity;
    const beside = told.beside
      .map((by) => windowMeans(by, cohort + from, cohort + to))
      .filter((values) => {
        const there = joiners.filter(({row}) => !Number.isNaN(values[row]));
        return there.length >= design.matching.available * joiners.length;
      });
    const isWhole = (row: number) => [own, ...beside].every((values) => !Number.isNaN(values[row]));
    const joined = joiners.map(({row}) => row).filter(isWhole);
    const pool = Array.from(own.keys()).filter((row) => treatedFrom[row] > cohort && isWhole(row));
    const [centre, spread] = [mean(pool, (row) => own[row]) ?? 0, deviation(pool, (row) => own[row]) ?? 0];
    if (!(spread > 0)) return {cohort, told: [], others: []};
    const rows = [...joined, ...pool];
    const expected = expectedAmong(rows, joined.length, {own, beside});
    const places = rows.flatMap((row, i) =>
      own[row] < lowest
        ? []
        : [{isTold: i < joined.length, base: (own[row] - centre) / spread, expected: (expected[i] - centre) / spread}]
    );
    return {cohort, told: places.filter(({isTold}) => isTold), others: places.filter(({isTold}) => !isTold)};
  });
}

/** What a regression among the pool, the rows past the first so many, makes of every row. */
function expectedAmong(
  rows: readonly number[],
  joined: number,
  {own, beside}: {own: Float64Array; beside: readonly Float64Array[]}
): Float64Array {
  const column = (values: Float64Array) => Float64Array.from(rows, (row) => values[row]);
  const columns = beside.map((values, i) => ({name: `${i}`, values: column(values)}));
  const among = new Float64Array(rows.length).fill(1, joined);
  const line = leastSquares(standardisedDesign(rows.length, columns).design, column(own), among);
  return (line ?? leastSquares({rows: rows.length, columns: []}, column(own), among)!).fitted;
}

/**
 * The slope of the log odds of being one whose role results told, among schools of like covariates: beside the base mean stands
 * what covariates say of it.
 */
function slopeOf({told, others}: Places): (z: number) => number {
  if (!told.length) return () => 0;
  const places = [...told, ...others];
  const expected = places.some((place) => place.expected !== places[0].expected)
    ? [{name: "expected", values: Float64Array.from(places, (place) => place.expected)}]
    : [];
  const powers = [1, 2, 3].map((power) => ({
    name: `${power}`,
    values: Float64Array.from(places, ({base}) => base ** power)
  }));
  const fits = powers
    .map((_, i) => powers.slice(0, i + 1))
    .filter((_, i) => told.length >= forPower[i])
    .flatMap((some) => fitOf(places.length, told.length, some, expected) ?? []);
  const best = least(fits, (a, b) => a.criterion - b.criterion);
  const [one = 0, two = 0, three = 0] = best?.coefficients ?? [];
  return (at) => {
    const near = clamp(at);
    return clamp(one + 2 * two * near + 3 * three * near ** 2);
  };
}

const clamp = (z: number): number => Math.max(-furthest, Math.min(furthest, z));

interface PowersFit {
  /** Of the powers. */
  coefficients: number[];
  /** Schwarz’s (1978): the deviance, and for each coefficient the logarithm of how many were told. */
  criterion: number;
}

/** Null where those whose role results told and the others do not overlap. */
function fitOf(rows: number, joined: number, powers: Column[], covariates: Column[]): PowersFit | null {
  const told = new Uint8Array(rows).fill(1, 0, joined);
  try {
    const {terms, deviance} = fitBinaryRegression(told, [...powers, ...covariates], {link: "logit"});
    const coefficients = terms.slice(1, 1 + powers.length).map(({coefficient}) => coefficient);
    return {coefficients, criterion: deviance + Math.log(joined) * terms.length};
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}

/** The share of the variance of the pools’ base means that covariates do not explain. */
function unexplainedIn(cohorts: readonly Cohort[]): number {
  let total = 0;
  let rest = 0;
  for (const {joiners, means} of cohorts) {
    const start = joiners;
    const centre = mean(known(means.base.subarray(start))) ?? 0;
    for (let i = start; i < means.base.length; i++) {
      if (Number.isNaN(means.base[i])) continue;
      total += (means.base[i] - centre) ** 2;
      rest += (means.base[i] - means.expected[i]) ** 2;
    }
  }
  return total > 0 ? rest / total : 1;
}
