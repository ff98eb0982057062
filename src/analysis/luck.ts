import {leastSquares} from "../statistics/least-squares.ts";
import {standardisedDesign} from "../statistics/standardised-design.ts";
import type {Yearly} from "./joining.ts";
import type {CohortSets} from "./matched-sets.ts";
import {windowMeans} from "./window-means.ts";

/** Where the schools of a cohort and its pool stood in the base window, and where the pool’s covariates say they would. */
export interface BaseMeans {
  /** Joiners, then the pool; NaN where a school has no value in the window. */
  base: Float64Array;
  /** The same from a regression among the pool on what schools were matched on, the outcome itself apart. */
  expected: Float64Array;
}

/**
 * Base means of a cohort, and what to make of them. What a high or low mean says of a school’s luck depends on how it was picked. Among
 * schools of the pool, one far below what its intake lets expect had bad luck as well, and comes back; comparators, matched on that mean, do.
 * Schools picked by name because they are lasting low ones had no worse luck than others: they are held against
 * what a regression of the pool without that mean says of them (Lord’s paradox, 1967; Lockwood &
 * McCaffrey 2014). So are schools whose role other results told. Those whose role this outcome told: src/analysis/standing.ts. NaN for all that is expected where no school of the pool has one. */
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
