import {leastSquares} from "../statistics/least-squares.ts";
import {standardisedDesign} from "../statistics/standardised-design.ts";
import type {Joining, Yearly} from "./joining.ts";
import type {CohortSets} from "./matched-sets.ts";
import {windowMeans} from "./window-means.ts";

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

/**
 * What a high or low mean in the base window says of a school’s luck depends on how it was picked. Among schools of the
 * pool, one far below what its intake lets expect had bad luck as well, and comes back; comparators, matched on that mean, do.
 * Schools picked by name because they are lasting low ones had no worse luck than others: they are held against
 * what a regression of the pool without that mean says of them (Lord’s paradox, 1967; Lockwood &
 * McCaffrey 2014). Where results before joining told the role, joiners were picked by that very mean, luck included, from
 * everybody whose role results told, if the outcome is the one that told them: how far these stood from the pool, less the share that covariates explain, was no luck,
 * and is taken off. Returns that distance, in the unit of the outcome.
 */
export function standingOf(
  cohorts: readonly {sets: CohortSets; means: BaseMeans}[],
  outcome: Yearly,
  joining: Pick<Joining, "results" | "treatedFrom">,
  window: readonly [number, number]
): number {
  const [total, rest] = [spreadAmong(), spreadAmong()];
  for (const {sets, means} of cohorts) {
    const start = sets.joiners.length;
    const centre = meanOf(means.base.subarray(start));
    for (let i = start; i < means.base.length; i++) {
      if (Number.isNaN(means.base[i])) continue;
      total.add(means.base[i] - centre);
      rest.add(means.base[i] - means.expected[i]);
    }
  }
  const unexplained = total.variance() > 0 ? rest.variance() / total.variance() : 1;
  return unexplained * meanOf(resultsBeside(outcome, joining, window));
}

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
