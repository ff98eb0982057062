import {design} from "../design.ts";
import {standardisedDesign} from "../statistics/standardised-design.ts";
import {leastSquares, type Line} from "../statistics/least-squares.ts";
import type {Design} from "../statistics/linear-model.ts";
import {meanOfAvailable} from "../statistics/mean-of-available.ts";
import type {Yearly} from "./joining.ts";
import {sameLuck, type BaseMeans, type Standing} from "./luck.ts";
import type {CohortSets} from "./matched-sets.ts";

/** How the schools of one cohort and of its pool changed from the base, by event time, and what of it covariates do not explain. */
export interface CohortChanges {
  sets: CohortSets;
  /** First treated year, moved by the options’ `shift`. */
  cohort: number;
  /** Schools: joiners, then the pool. */
  rows: Int32Array;
  /** By event time from the first: change of each school, NaN where it lacks a value; null as `residual`. */
  change: Float64Array[];
  /** The same less what the regression among the pool says of it. */
  residual: (Float64Array | null)[];
  /** By school: mean over the base window. */
  base: Float64Array;
  /**
   * By event time, by school: what the luck of its base makes of its later change. Joiners: as far as it is still in
   * the residual. The pool, whose residuals hold none: what theirs would hold, had they been picked by name.
   */
  luck: Float64Array[];
  /** By joiner: 1 where the luck in its residual is its own, as chance has it; 0 where the regression takes it off. */
  hasLuck: Uint8Array;
  design: Design;
  /** By event time: the regression; null where too few of the pool have a value. */
  fits: (Line | null)[];
}

export interface ChangeOptions {
  /** Event times shown. */
  eventTimes: readonly [number, number];
  /** Event times of the mean that change is counted from, for a given event time. */
  baseOf: (eventTime: number) => readonly [number, number];
  /** Years by which cohorts are moved. */
  shift: number;
  /** Whether changes are adjusted for covariates. */
  adjusts: boolean;
  /** Whether a joiner’s base mean is held against those it was picked from, or against the pool as if chance had picked it. */
  regards: "origin" | "pool";
}

/** What a cohort’s changes are seen among. */
export interface Among {
  measure: string;
  treatedFrom: Float64Array;
  /** By school that joined: its place among the origins. */
  originOf: Int32Array;
  standing: Standing;
  /** Of the cohort. */
  means: BaseMeans;
}

/** The plan’s: from the mean of the base window. */
export const changeDefaults: ChangeOptions = {
  eventTimes: design.event_times,
  baseOf: () => design.base,
  shift: 0,
  adjusts: true,
  regards: "origin"
};

/** A regression on covariates needs so many schools of the pool for each coefficient; with fewer, changes are counted from the pool’s mean. */
const schoolsPerCoefficient = 3;

/**
 * Changes Δ = Y(g + e) − mean of Y over the base window (of the years the school has in it), and
 * residuals of a regression of Δ, among the pool, on the outcome’s own mean in the plan’s base window and what
 * schools were matched on. Comparators’ values count until the year before they
 * join anything of the kind themselves.
 */
export function changesOf(
  sets: CohortSets,
  outcome: Yearly,
  {treatedFrom, originOf, standing, measure, means}: Among,
  {eventTimes, baseOf, shift, adjusts, regards}: ChangeOptions = changeDefaults
): CohortChanges {
  const cohort = sets.cohort + shift;
  const joiners = sets.joiners.length;
  const rows = new Int32Array(joiners + sets.pool.length);
  rows.set(sets.joiners);
  rows.set(sets.pool, joiners);
  const until = (i: number) => (i < joiners ? Infinity : treatedFrom[rows[i]]);
  const {base, expected} = means;
  const hasLuck = Uint8Array.from(sets.joiners, (row) => (regards === "origin" && originOf[row] === 0 ? 1 : 0));
  const told = base.map((value, i) => {
    if (i >= joiners || regards === "pool" || Number.isNaN(value)) return value;
    return hasLuck[i] ? expected[i] : sameLuck(value, expected[i], standing);
  });
  const apart = base.map((value, i) => value - (i < joiners ? told[i] : expected[i]));
  const regressors = regressorsOf(sets, told, {measure, adjusts});
  const change: Float64Array[] = [];
  const residual: (Float64Array | null)[] = [];
  const fits: (Line | null)[] = [];
  const luck: Float64Array[] = [];
  for (let e = eventTimes[0]; e <= eventTimes[1]; e++) {
    const found = changesAt(outcome, rows, {year: cohort + e, cohort, base: baseOf(e), until});
    if (adjusts) for (let i = 0; i < found.length; i++) if (Number.isNaN(base[i])) found[i] = NaN;
    const fit = regress(found, regressors, joiners);
    change.push(found);
    fits.push(fit);
    residual.push(fit && found.map((value, i) => value - fit.fitted[i]));
    luck.push(luckOf(fit, told, apart));
  }
  return {sets, cohort, rows, change, residual, base, luck, hasLuck, design: regressors, fits};
}

function changesAt(
  {years, values}: Yearly,
  rows: Int32Array,
  {
    year,
    cohort,
    base,
    until
  }: {year: number; cohort: number; base: readonly [number, number]; until: (i: number) => number}
): Float64Array {
  const found = new Float64Array(rows.length).fill(NaN);
  const column = year - years[0];
  if (column < 0 || column >= years.length) return found;
  const from = Math.max(cohort + base[0] - years[0], 0);
  const to = Math.min(cohort + base[1] - years[0], years.length - 1);
  for (let i = 0; i < rows.length; i++) {
    if (year >= until(i)) continue;
    const at = rows[i] * years.length;
    found[i] = values[at + column] - meanOfAvailable(values, at + from, at + to);
  }
  return found;
}

/** The covariates, and the outcome’s own base mean unless those say it already. */
function regressorsOf(
  {covariates}: CohortSets,
  base: Float64Array,
  {measure, adjusts}: {measure: string; adjusts: boolean}
): Design {
  if (!adjusts) return {rows: base.length, columns: []};
  const centre = meanOfAvailable(base, 0, base.length - 1);
  const own = base.map((value) => (Number.isNaN(value) ? centre : value));
  const others = covariates.filter(({name}) => name !== measure);
  const columns = Number.isNaN(centre) ? others : [{name: measure, values: own}, ...others];
  return standardisedDesign(base.length, columns).design;
}

function regress(change: Float64Array, regressors: Design, joiners: number): Line | null {
  const among = new Float64Array(change.length);
  const known = new Float64Array(change.length);
  let count = 0;
  for (let i = 0; i < change.length; i++) {
    if (Number.isNaN(change[i])) continue;
    known[i] = change[i];
    if (i < joiners) continue;
    among[i] = 1;
    count++;
  }
  if (!count) return null;
  const full = count >= schoolsPerCoefficient * (regressors.columns.length + 1);
  return (
    (full && leastSquares(regressors, known, among)) || leastSquares({rows: regressors.rows, columns: []}, known, among)
  );
}

/** What the slope on the own base mean, the first of the columns, makes of how far a school’s is from where it is expected; 0 where unknown. */
function luckOf(fit: Line | null, told: Float64Array, apart: Float64Array): Float64Array {
  const known = told.filter((value) => !Number.isNaN(value));
  const centre = meanOfAvailable(known, 0, known.length - 1);
  // Columns are over their standard deviation among all rows, unknown ones at the mean.
  const spread = Math.sqrt(known.reduce((sum, value) => sum + (value - centre) ** 2, 0) / told.length);
  if (!fit || fit.coefficients.length < 2 || !(spread > 0)) return new Float64Array(told.length);
  return apart.map((value) => (Number.isNaN(value) ? 0 : (fit.coefficients[1] / spread) * value));
}
