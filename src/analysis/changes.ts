import {design} from "../design.ts";
import {meanOfAvailable} from "../statistics/mean-of-available.ts";
import type {Yearly} from "./joining.ts";
import type {BaseMeans} from "./luck.ts";
import type {CohortSets} from "./matched-sets.ts";
import {regressAmongPool, regressorsOf, type Fit, type Regressors} from "./regression.ts";

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

/** A cohort and its pool, and what changes from whatever base are adjusted for. */
export interface ReadyCohort extends Pick<CohortChanges, "sets" | "cohort" | "rows" | "base" | "hasLuck"> {
  /** By school: the academic year from which its values no longer count. */
  until: Float64Array;
  /** By school: the base mean that its change is adjusted for. */
  told: Float64Array;
  /** By school: how far its base mean is from where it is expected. */
  apart: Float64Array;
  /** Null where changes are not adjusted. */
  regressors: Regressors | null;
}

/** Comparators’ values count until the year before they join anything of the kind themselves. */
export function readyCohort(
  sets: CohortSets,
  {treatedFrom, originOf, standing, measure, means}: Among,
  {shift, adjusts, regards}: Pick<ChangeOptions, "shift" | "adjusts" | "regards"> = changeDefaults
): ReadyCohort {
  const joiners = sets.joiners.length;
  const rows = new Int32Array(joiners + sets.pool.length);
  rows.set(sets.joiners);
  rows.set(sets.pool, joiners);
  const {base, expected} = means;
  const hasLuck = Uint8Array.from(sets.joiners, (row) => (regards === "origin" && originOf[row] === 0 ? 1 : 0));
  const told = base.map((value, i) => {
    if (i >= joiners || regards === "pool" || Number.isNaN(value)) return value;
    return hasLuck[i] ? expected[i] : value - standing;
  });
  return {
    sets,
    cohort: sets.cohort + shift,
    rows,
    base,
    hasLuck,
    until: Float64Array.from(rows, (row, i) => (i < joiners ? Infinity : treatedFrom[row])),
    told,
    apart: base.map((value, i) => value - (i < joiners ? told[i] : expected[i])),
    regressors: adjusts ? regressorsOf(sets, told, measure) : null
  };
}

/**
 * Changes Δ = Y(g + e) − mean of Y over the base window (of the years the school has in it), and
 * residuals of a regression of Δ, among the pool, on the outcome’s own mean in the plan’s base window and what
 * schools were matched on.
 */
export function changesOf(
  {sets, cohort, rows, base, hasLuck, until, told, apart, regressors}: ReadyCohort,
  outcome: Yearly,
  {eventTimes, baseOf}: Pick<ChangeOptions, "eventTimes" | "baseOf"> = changeDefaults
): CohortChanges {
  const joiners = sets.joiners.length;
  const change: Float64Array[] = [];
  const residual: (Float64Array | null)[] = [];
  const fits: (Fit | null)[] = [];
  const luck: Float64Array[] = [];
  for (let e = eventTimes[0]; e <= eventTimes[1]; e++) {
    const found = changesAt(outcome, rows, {year: cohort + e, cohort, base: baseOf(e), until});
    if (regressors) for (let i = 0; i < found.length; i++) if (Number.isNaN(base[i])) found[i] = NaN;
    const fit = regressAmongPool(found, regressors, joiners);
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
  {year, cohort, base, until}: {year: number; cohort: number; base: readonly [number, number]; until: Float64Array}
): Float64Array {
  const found = new Float64Array(rows.length).fill(NaN);
  const column = year - years[0];
  if (column < 0 || column >= years.length) return found;
  const from = Math.max(cohort + base[0] - years[0], 0);
  const to = Math.min(cohort + base[1] - years[0], years.length - 1);
  for (let i = 0; i < rows.length; i++) {
    if (year >= until[i]) continue;
    const at = rows[i] * years.length;
    found[i] = values[at + column] - meanOfAvailable(values, at + from, at + to);
  }
  return found;
}

/** What the slope on the own base mean, the first of the columns, makes of how far a school’s is from where it is expected; 0 where unknown. */
function luckOf(fit: Fit | null, told: Float64Array, apart: Float64Array): Float64Array {
  const luck = new Float64Array(told.length);
  if (!fit || fit.line.coefficients.length < 2) return luck;
  const centre = meanOfAvailable(told, 0, told.length - 1);
  let squares = 0;
  for (const value of told) if (!Number.isNaN(value)) squares += (value - centre) ** 2;
  // Columns are over their standard deviation among all rows, unknown ones at the mean.
  const slope = fit.line.coefficients[1] / Math.sqrt(squares / told.length);
  if (squares > 0) for (let i = 0; i < luck.length; i++) if (!Number.isNaN(apart[i])) luck[i] = slope * apart[i];
  return luck;
}
