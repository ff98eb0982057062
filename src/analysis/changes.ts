import {design} from "../design.ts";
import {standardisedDesign} from "../statistics/standardised-design.ts";
import {leastSquares, type Line} from "../statistics/least-squares.ts";
import type {Design} from "../statistics/linear-model.ts";
import {meanOfAvailable} from "../statistics/mean-of-available.ts";
import type {Yearly} from "./joining.ts";
import type {BaseMeans} from "./luck.ts";
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
  /** By event time: the regression; null where nobody of the pool has a value. */
  fits: (Fit | null)[];
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
  /** How far schools whose role results told stood from the pool in the base window, not by luck. */
  standing: number;
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
    return hasLuck[i] ? expected[i] : value - standing;
  });
  const apart = base.map((value, i) => value - (i < joiners ? told[i] : expected[i]));
  const regressors = regressorsOf(sets, told, {measure, adjusts});
  const change: Float64Array[] = [];
  const residual: (Float64Array | null)[] = [];
  const fits: (Fit | null)[] = [];
  const luck: Float64Array[] = [];
  for (let e = eventTimes[0]; e <= eventTimes[1]; e++) {
    const found = changesAt(outcome, rows, {year: cohort + e, cohort, base: baseOf(e), until});
    if (adjusts) for (let i = 0; i < found.length; i++) if (Number.isNaN(base[i])) found[i] = NaN;
    const fit = regress(found, regressors, joiners);
    change.push(found);
    fits.push(fit);
    residual.push(fit && found.map((value, i) => value - fit.line.fitted[i]));
    luck.push(luckOf(fit, told, apart));
  }
  return {sets, cohort, rows, change, residual, base, luck, hasLuck, fits};
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

/** A regression among the pool. */
export interface Fit {
  design: Design;
  line: Line;
}

/** What changes are regressed on. */
interface Regressors {
  design: Design;
  /** With the squares: a school far out comes back by more than a line says (Abadie & Imbens 2011 take a power series). */
  curved: Design;
}

/** The covariates, and the outcome’s own base mean unless those say it already; their squares beside them. */
function regressorsOf(
  {covariates}: CohortSets,
  base: Float64Array,
  {measure, adjusts}: {measure: string; adjusts: boolean}
): Regressors {
  const none = {rows: base.length, columns: []};
  if (!adjusts) return {design: none, curved: none};
  const centre = meanOfAvailable(base, 0, base.length - 1);
  const own = base.map((value) => (Number.isNaN(value) ? centre : value));
  const others = covariates.filter(({name}) => name !== measure);
  const columns = Number.isNaN(centre) ? others : [{name: measure, values: own}, ...others];
  const {design} = standardisedDesign(base.length, columns);
  const squares = design.columns.map((column, i) => ({
    name: `square ${i}`,
    values: column.map((value) => value * value)
  }));
  return {design, curved: standardisedDesign(base.length, [...named(design.columns), ...squares]).design};
}

const named = (columns: readonly Float64Array[]) => columns.map((values, i) => ({name: String(i), values}));

function regress(change: Float64Array, {design, curved}: Regressors, joiners: number): Fit | null {
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
  const mean = {rows: change.length, columns: []};
  for (const tried of [curved, design]) {
    if (count < schoolsPerCoefficient * (tried.columns.length + 1)) continue;
    const line = leastSquares(tried, known, among);
    if (line) return {design: tried, line};
  }
  const line = leastSquares(mean, known, among);
  return line && {design: mean, line};
}

/** What the slope on the own base mean, the first of the columns, makes of how far a school’s is from where it is expected; 0 where unknown. */
function luckOf(fit: Fit | null, told: Float64Array, apart: Float64Array): Float64Array {
  const known = told.filter((value) => !Number.isNaN(value));
  const centre = meanOfAvailable(known, 0, known.length - 1);
  // Columns are over their standard deviation among all rows, unknown ones at the mean.
  const spread = Math.sqrt(known.reduce((sum, value) => sum + (value - centre) ** 2, 0) / told.length);
  if (!fit || fit.line.coefficients.length < 2 || !(spread > 0)) return new Float64Array(told.length);
  return apart.map((value) => (Number.isNaN(value) ? 0 : (fit.line.coefficients[1] / spread) * value));
}
