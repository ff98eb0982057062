import {leastSquares} from "../statistics/least-squares.ts";
import {standardisedDesign} from "../statistics/standardised-design.ts";
import type {Joining, Yearly} from "./joining.ts";
import type {CohortSets} from "./matched-sets.ts";
import {windowMeans} from "./window-means.ts";

/** Fewer schools than this say too little of how they spread: the pool’s spread stands in. */
const fewest = 10;

/** Where the schools of a cohort and its pool stood in the base window, and where the pool’s covariates say they would. */
export interface BaseMeans {
  /** Joiners, then the pool; NaN where a school has no value in the window. */
  base: Float64Array;
  /** The same from a regression among the pool on what schools were matched on, the outcome itself apart. */
  expected: Float64Array;
}

/** Base means of a cohort; NaN for all that is expected where no school of the pool has one. */
export function baseMeansOf(
  {joiners, pool, covariates}: CohortSets,
  {measure, outcome}: {measure: string; outcome: Yearly},
  [first, last]: readonly [number, number]
): BaseMeans {
  const own = windowMeans(outcome, first, last);
  const base = new Float64Array(joiners.length + pool.length);
  joiners.forEach((row, i) => (base[i] = own[row]));
  pool.forEach((row, k) => (base[joiners.length + k] = own[row]));
  const among = base.map((value, i) => (i < joiners.length || Number.isNaN(value) ? 0 : 1));
  if (!among.some((weight) => weight > 0)) return {base, expected: base.map(() => NaN)};
  const known = base.map((value) => (Number.isNaN(value) ? 0 : value));
  const others = covariates.filter(({name}) => name !== measure);
  const {design} = standardisedDesign(base.length, others);
  const line = leastSquares(design, known, among) ?? leastSquares({rows: base.length, columns: []}, known, among)!;
  return {base, expected: line.fitted};
}

/** By origin: how far its schools stood from what was expected of them, and their variance about that over the pool’s. */
export type Standing = readonly {mean: number; spread: number}[];

/**
 * What a high or low mean in the base window says of a school’s luck depends on whom it was picked from. Among schools of the
 * pool, one far below what its intake lets expect had bad luck as well, and comes back. Among schools that were picked
 * because they are low, one as low as they are on average had none. So the regression among the pool is asked what it
 * would say of a school of the pool with the same luck (see `sameLuck`): Lord’s paradox (1967), and its answer by error in the
 * earlier score (Lockwood & McCaffrey 2014). Where results before joining told the role, joiners were picked by that very
 * mean, from everybody whose role results told: how these stood beside the pool counts, less the share that covariates explain.
 */
export function standingOf(
  cohorts: readonly {sets: CohortSets; means: BaseMeans}[],
  outcome: Yearly,
  joining: Pick<Joining, "joiners" | "origin" | "results" | "treatedFrom">,
  window: readonly [number, number]
): Standing {
  const originOf = new Map(joining.joiners.map(({row}, j) => [row, joining.origin[j]]));
  const [total, rest] = [spreadAmong(), spreadAmong()];
  const named: number[] = [];
  for (const {sets, means} of cohorts) {
    const start = sets.joiners.length;
    const centre = meanOf(means.base.subarray(start));
    means.base.forEach((value, i) => {
      if (Number.isNaN(value)) return;
      if (i >= start) {
        total.add(value - centre);
        rest.add(value - means.expected[i]);
      } else if (originOf.get(sets.joiners[i]) === 0) named.push(value - means.expected[i]);
    });
  }
  const beside = resultsBeside(outcome, joining, window);
  const unexplained = total.variance() > 0 ? rest.variance() / total.variance() : 1;
  return [
    {mean: meanOf(named), spread: ratio(named, rest.variance())},
    {mean: unexplained * meanOf(beside), spread: ratio(beside, total.variance())}
  ];
}

/** The base mean of a school of the pool, alike in covariates, with the luck of a joiner whose own is `value`. */
export const sameLuck = (value: number, expected: number, {mean, spread}: Standing[number]): number =>
  spread > 0 ? expected + (value - expected - mean) / spread : expected;

/** How those whose role results told stood in their base window, beside the schools that had not joined. */
function resultsBeside(
  outcome: Yearly,
  {results, treatedFrom}: Pick<Joining, "results" | "treatedFrom">,
  [from, to]: readonly [number, number]
): number[] {
  const found: number[] = [];
  for (const cohort of new Set(results.map((joiner) => joiner.cohort))) {
    const own = windowMeans(outcome, cohort + from, cohort + to);
    const centre = meanOf(own.filter((value, row) => treatedFrom[row] > cohort && !Number.isNaN(value)));
    for (const joiner of results) if (joiner.cohort === cohort) found.push(own[joiner.row] - centre);
  }
  return found.filter((value) => !Number.isNaN(value));
}

function spreadAmong() {
  let squares = 0;
  let count = 0;
  return {
    add: (value: number) => {
      squares += value * value;
      count++;
    },
    variance: () => squares / count
  };
}

function ratio(values: readonly number[], variance: number): number {
  if (values.length < fewest || !(variance > 0)) return 1;
  const mean = meanOf(values);
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1) / variance;
}

/** 0 of none. */
function meanOf(values: ArrayLike<number>): number {
  let sum = 0;
  let count = 0;
  for (let i = 0; i < values.length; i++) {
    if (Number.isNaN(values[i])) continue;
    sum += values[i];
    count++;
  }
  return count ? sum / count : 0;
}
