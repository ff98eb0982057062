import {deviation, group, mean, quantile} from "d3";
import {design} from "../design.ts";
import {once} from "../once.ts";
import {leastSquares} from "../statistics/least-squares.ts";
import {standardisedDesign} from "../statistics/standardised-design.ts";
import type {ToldByResults} from "./joining.ts";
import type {BaseMeans} from "./luck.ts";
import {level, oddsOf, type Odds, type Place, type Places} from "./odds.ts";
import {windowMeans} from "./window-means.ts";

/** How schools of the pool with another base mean are to a school whose role results told what those with its own are not: by its base mean, in the unit of that mean. */
export interface Standing {
  /** How far below it schools of the pool have, on average, its luck. */
  luck: (base: number) => number;
  /** How far above it they have its lasting level. */
  level: (base: number) => number;
  /** What both are told from. */
  odds: Odds;
  /** By coefficient of the odds: the share of both that one more of it adds. */
  turned: (base: number) => readonly number[];
}

/** Of a school that nothing told apart from the pool. */
export const asThePool: Standing = {luck: () => 0, level: () => 0, odds: level, turned: () => []};

interface Cohort {
  cohort: number;
  /** Joiners that are compared; the pool follows them in the means. */
  joiners: number;
  /** Of the measure that told the roles. */
  means: BaseMeans;
}

/** With fewer whose role results told, a cohort is taken together with the others. */
const fewest = 100;
/** No smaller part of a difference in base means is held to last. */
const leastLasting = 0.3;

/**
 * Where results before joining told roles, joiners were picked by the base mean itself, luck included. Of all whose role results
 * told (J) and the pool (P), whose luck is alike, E[level | b, J] − E[level | b, P] = σ² d/db log (f_J ÷ f_P)(b), σ² being the
 * variance of luck (Robbins 1956; Efron 2011, Journal of the American Statistical Association 106(496), eq. 1.4: Tweedie’s formula for both): the slope of the log odds of
 * being one of J; all of that among schools of like covariates. By cohort, the base mean that a regression is to be asked at is that of the joiner less
 * u s² times that slope, s² being the variance of base means and u the share of it that covariates do not explain. In its lasting
 * level it is as schools of the pool are whose base mean is higher than its own by (1 − ℓ) ÷ ℓ times as much, ℓ being the part of a
 * difference in base means that is still there after joining. The odds (src/analysis/odds.ts)
 * are of the cohort’s own joiners where they are enough, for others join early than late; 0 where there are none.
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
    if (!(spread > 0)) return asThePool;
    const odds = slopes.of(cohort);
    const place = (base: number) => (base - centre) / spread;
    const luck = (base: number) => unexplained * spread * odds.slope(place(base));
    return {
      luck,
      level: (base) => (1 / slopes.lasting() - 1) * luck(base),
      odds,
      turned(base) {
        const slope = odds.slope(place(base));
        return odds.gradient(place(base)).map((by) => (slope === 0 ? 0 : by / slope));
      }
    };
  });
}

interface Slopes {
  /** By first treated year: the odds of being one whose role results told, by standard deviations from the mean of the pool. */
  of: (cohort: number) => Odds;
  /** The part of a difference in base means between schools of like covariates that is still there after joining. */
  lasting: () => number;
  /** By cohort: the schools that these are made from. */
  all: readonly OfCohort[];
}

const made = new WeakMap<ToldByResults, Map<string, Slopes>>();

/** They are the same for every measure of a role. */
export function slopesOf(told: ToldByResults, treatedFrom: Float64Array, window: readonly [number, number]): Slopes {
  const of = made.get(told) ?? new Map<string, Slopes>();
  made.set(told, of);
  const slopes = of.get(window.join()) ?? makeSlopes(told, treatedFrom, window);
  of.set(window.join(), slopes);
  return slopes;
}

function makeSlopes(told: ToldByResults, treatedFrom: Float64Array, window: readonly [number, number]): Slopes {
  const all = placesOf(told, treatedFrom, window);
  const together = once(() =>
    oddsOf({told: all.flatMap((each) => each.told), others: all.flatMap(({others}) => others)})
  );
  const own = all.filter((each) => each.told.length >= fewest);
  const by = new Map(own.map((each) => [each.cohort, oddsOf(each)]));
  return {of: (cohort) => by.get(cohort) ?? together(), lasting: once(() => lastingIn(all, told, treatedFrom)), all};
}

/** The mean over cohorts and the plan’s event times of the slopes of later results on base means among the pool, by schools. */
function lastingIn(all: readonly OfCohort[], {by}: ToldByResults, treatedFrom: Float64Array): number {
  let sum = 0;
  let count = 0;
  for (const {cohort, pool, spread} of all) {
    for (let year = cohort + design.effect[0]; year <= cohort + design.effect[1]; year++) {
      const column = year - by.years[0];
      if (column < 0 || column >= by.years.length) continue;
      const later = ({row}: Place) => (treatedFrom[row] > year ? by.values[row * by.years.length + column] : NaN);
      const there = pool.filter((place) => !Number.isNaN(later(place)));
      const slope = slopeOn(there, (place) => later(place) / spread);
      if (slope === null) continue;
      sum += there.length * slope;
      count += there.length;
    }
  }
  return count ? Math.max(leastLasting, Math.min(1, sum / count)) : 1;
}

/** What a school’s base mean tells of an outcome beside what covariates say of that mean; null where they cannot be told apart. */
export function slopeOn<P extends Place>(places: readonly P[], outcome: (place: P) => number): number | null {
  const columns = [Float64Array.from(places, ({base}) => base), Float64Array.from(places, ({expected}) => expected)];
  const values = Float64Array.from(places, outcome);
  const weights = new Float64Array(places.length).fill(1);
  const line = (some: Float64Array[]) => leastSquares({rows: places.length, columns: some}, values, weights);
  return (line(columns) ?? line(columns.slice(0, 1)))?.coefficients[1] ?? null;
}

const known = (values: Float64Array): Float64Array => values.filter((value) => !Number.isNaN(value));

interface OfCohort extends Places {
  cohort: number;
  /** Also of those that the rule cannot have put beside them. */
  pool: Place[];
  /** Of the pool’s base means. */
  spread: number;
}

/** By cohort: of those whose role results told, and of the schools that had not joined; only where the rule can have put the former. */
function placesOf(told: ToldByResults, treatedFrom: Float64Array, [from, to]: readonly [number, number]): OfCohort[] {
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
    if (!(spread > 0)) return {cohort, told: [], others: [], pool: [], spread: 1};
    const rows = [...joined, ...pool];
    const expected = expectedAmong(rows, joined.length, {own, beside});
    const places = rows.map((row, i): Place => ({
      row,
      base: (own[row] - centre) / spread,
      expected: (expected[i] - centre) / spread
    }));
    const within = ({row}: Place) => own[row] >= lowest;
    const others = places.slice(joined.length);
    return {
      cohort,
      told: places.slice(0, joined.length).filter(within),
      others: others.filter(within),
      pool: others,
      spread
    };
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
