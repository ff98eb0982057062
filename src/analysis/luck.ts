import {measures} from "../measures.ts";
import type {MeasureLine} from "../release.ts";
import {leastSquares} from "../statistics/least-squares.ts";
import {standardisedDesign} from "../statistics/standardised-design.ts";
import type {Yearly} from "./joining.ts";
import type {CohortSets} from "./matched-sets.ts";
import {windowMeans} from "./window-means.ts";

/** Lines told by the same exams of the same pupils. */
const exams: ReadonlySet<MeasureLine> = new Set(["attainment", "disadvantaged", "curriculum"]);

const familyOf = (measure: string): string => {
  const line = measures[measure]?.line;
  return line === undefined ? measure : exams.has(line) ? "exams" : line;
};

/**
 * Whether a good year of one measure is a good year of another: exam results, absence, exclusions. From year to year they move together
 * (within schools, correlations of 0.2 to 0.9), and with those of other lines hardly (below 0.15; the published files of 2011 to 2019).
 */
export const haveSameLuck = (a: string, b: string): boolean => familyOf(a) === familyOf(b);

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
 * what a regression of the pool without that mean, and without others of the same luck, says of them (Lord’s paradox, 1967; Lockwood &
 * McCaffrey 2014). Those whose role results told: src/analysis/standing.ts. NaN for all that is expected where no school of the pool has one. */
export function baseMeansOf(
  sets: CohortSets,
  {measure, outcome}: {measure: string; outcome: Yearly},
  [first, last]: readonly [number, number]
): BaseMeans {
  const {joiners, pool} = sets;
  const own = windowMeans(outcome, first, last);
  const base = new Float64Array(joiners.length + pool.length);
  joiners.forEach((row, i) => (base[i] = own[row]));
  pool.forEach((row, k) => (base[joiners.length + k] = own[row]));
  return expectedBeside(base, sets, measure);
}

/** The same of an outcome that schools were matched on; all NaN where these were not. */
export function covariateMeansOf(sets: CohortSets, measure: string): BaseMeans {
  const {joiners, pool, covariates} = sets;
  const own = covariates.find(({name}) => name === measure)?.values;
  return expectedBeside(own ?? new Float64Array(joiners.length + pool.length).fill(NaN), sets, measure);
}

function expectedBeside(base: Float64Array, {joiners, covariates}: CohortSets, measure: string): BaseMeans {
  const among = base.map((value, i) => (i < joiners.length || Number.isNaN(value) ? 0 : 1));
  if (!among.some((weight) => weight > 0)) return {base, expected: base.map(() => NaN)};
  const known = base.map((value) => (Number.isNaN(value) ? 0 : value));
  const others = covariates.filter(({name}) => name !== measure);
  const {design} = standardisedDesign(base.length, others);
  const line = leastSquares(design, known, among) ?? leastSquares({rows: base.length, columns: []}, known, among)!;
  return {base, expected: line.fitted};
}
