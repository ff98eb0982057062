import {least} from "d3";
import {designMatrix} from "../analysis/expected-change/design-matrix.ts";
import {regressPool} from "../analysis/expected-change/pool-regression.ts";
import {isOwnPast, listCovariates, listEntries} from "../analysis/comparison/covariates.ts";
import {donorsAt, type DonorPool} from "../analysis/comparison/donor-pool.ts";
import type {PhaseData} from "../analysis/comparison/phase-data.ts";
import type {Study} from "../analysis/comparison/study.ts";
import {valueAt, type Window} from "../analysis/comparison/yearly.ts";
import {design} from "../design.ts";
import {authorityShare, type YearChanges} from "./authority-share.ts";

/** How schools that nobody helped vary around what their intake lets one expect, in the unit printed, squared. */
export interface Covariances {
  /** By lag in years, from 0: covariance of a school’s values so many years apart; null where too few pairs of years are known. */
  covariance: (number | null)[];
  /** Pairs of school-years behind each. */
  pairs: number[];
  /**
   * Share of the variance of changes that schools of one authority have in common, and the years that those changes are over;
   * null where no changes are known, or none within an authority.
   */
  authority_share: number | null;
  authority_lag: number | null;
  /** Schools behind it, and those of the newest year, which a new programme could be compared with. */
  schools: number;
  comparators: number;
}

/** Longest lag that a design of four years before and five after needs. */
export const LONGEST_LAG = 10;

/** Fewer pairs of school-years and no covariance is given. */
const FEWEST_PAIRS = 30;

/** An outcome of which less than this share of the variance is left once intake is taken out is intake itself. */
const LEAST_LEFT = 1e-9;

/** Years over which intake is averaged, around the year of the outcome: not every year’s is published. */
const INTAKE_YEARS: Window = [-2, 0];

/** Years over which a change is taken that authorities may share, or as near to it as results are known: about the distance from the middle of a base to a first year. */
const SHARED_LAG = 3;

/**
 * Values less what the regression of their year on intake expects (the covariates of the same trend), among schools of
 * a donor pool not yet treated. The covariance at lag k is the variance of the values less half the variance of changes
 * over k years within a year: what stays the same of a school cancels in every change (the semivariogram; Diggle, Heagerty,
 * Liang & Zeger 2002, §3.4). Null where no year can be regressed, too few school-years are known, or intake leaves nothing.
 */
export function estimateCovariances(study: Study, data: PhaseData, pool: DonorPool): Covariances | null {
  const residuals = regressYears(study, data, pool);
  if (!residuals.size) return null;
  const per = study.unit ** 2;
  const level = poolVariance([...residuals.values()].map(({values}) => values));
  const raw = poolVariance(
    [...residuals].map(([year, {rows}]) => rows.map((row) => valueAt(study.outcome, row, year)))
  );
  const schoolYears = [...residuals.values()].reduce((sum, {rows}) => sum + rows.length, 0);
  if (schoolYears < FEWEST_PAIRS || !(level > LEAST_LEFT * raw)) return null;
  const lags = Array.from({length: LONGEST_LAG}, (_, i) => changesOver(residuals, i + 1));
  const pairs = lags.map((changes) => changes.reduce((sum, {values}) => sum + values.length, 0));
  const covariance = lags.map((changes, i) =>
    pairs[i] < FEWEST_PAIRS ? null : (level - poolVariance(changes.map(({values}) => values)) / 2) * per
  );
  const known = covariance.flatMap((value, i) => (value === null ? [] : [i + 1]));
  const lag = known.length ? least(known, (years) => Math.abs(years - SHARED_LAG))! : null;
  const share = lag === null ? null : authorityShare(lags[lag - 1], data.authority);
  return {
    covariance: [level * per, ...covariance],
    pairs: [schoolYears, ...pairs],
    authority_share: share,
    authority_lag: share === null ? null : lag,
    schools: new Set([...residuals.values()].flatMap(({rows}) => rows)).size,
    comparators: residuals.get(Math.max(...residuals.keys()))!.rows.length
  };
}

/** What is left of the values of a year: of rows of the phase, and by row, NaN where there is none. */
interface Residuals extends YearChanges {
  byRow: Float64Array;
}

/** By year, by row: the value less what intake lets one expect. Years without free meals, or with too few schools, are left out. */
function regressYears(study: Study, data: PhaseData, pool: DonorPool): Map<number, Residuals> {
  const entries = listEntries("same_trend", pool.isGovernance);
  const found = new Map<number, Residuals>();
  for (const year of study.outcome.years) {
    const rows = donorsAt(pool, year, year).filter((row) => !Number.isNaN(valueAt(study.outcome, row, year)));
    const at = {rows, cohort: year, base: INTAKE_YEARS};
    const own = Float64Array.from(rows, (row) => valueAt(study.outcome, row, year));
    const covariates = entries
      .flatMap((entry) => listCovariates(entry, data, at))
      .filter((covariate) => !isOwnPast(covariate, study.measure) && isCounted(covariate.values));
    if (covariates[0]?.entry !== design.covariates.floor) continue;
    const trial = {
      ...{pool: pool.id, cohort: year, base: INTAKE_YEARS, rows, donors: rows.length, own},
      until: new Float64Array(rows.length).fill(Infinity),
      covariates: {same_trend: covariates, same_past: []},
      uncounted: [],
      meetsFloor: true
    };
    const matrix = designMatrix(trial, "same_trend", own);
    const regression = regressPool(matrix, own);
    if (!regression) continue;
    const left = Array.from(matrix.places, (place) => rows[place]);
    const byRow = new Float64Array(data.schools).fill(NaN);
    left.forEach((row, k) => (byRow[row] = regression.excess[k]));
    found.set(year, {rows: left, values: Array.from(regression.excess), byRow});
  }
  return found;
}

function isCounted(values: Float64Array): boolean {
  let known = 0;
  for (const value of values) if (!Number.isNaN(value)) known++;
  return known > 0 && known >= design.covariates.available * values.length;
}

function changesOver(residuals: ReadonlyMap<number, Residuals>, lag: number): YearChanges[] {
  return [...residuals].flatMap(([year, now]) => {
    const before = residuals.get(year - lag)?.byRow;
    if (!before) return [];
    const changes: YearChanges = {rows: [], values: []};
    now.rows.forEach((row, k) => {
      if (Number.isNaN(before[row])) return;
      changes.rows.push(row);
      changes.values.push(now.values[k] - before[row]);
    });
    return [changes];
  });
}

/** The variance within groups, pooled over them. */
function poolVariance(groups: readonly (readonly number[])[]): number {
  let squares = 0;
  let degrees = 0;
  for (const values of groups) {
    if (values.length < 2) continue;
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    squares += values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    degrees += values.length - 1;
  }
  return squares / degrees;
}
