import type {PanelGrid} from "../callaway-santanna/panel-grid.ts";
import type {Comparators} from "../../panel/panel-estimator.ts";
import {designDonors, type DonorDesign} from "./donor-design.ts";
import {fewestDonors, regressDonors, type DonorRegression} from "./regress-donors.ts";
import {makeRegressors, type RegressorOptions} from "./regressors.ts";
import type {WindowMeans} from "./window-means.ts";

/** What the treated units of a cohort were above what was expected of them in a year. */
export interface CellExcess {
  cohort: number;
  time: number;
  /** By row of the design: the unit. */
  units: Int32Array;
  weights: Float64Array;
  design: DonorDesign;
  regression: DonorRegression;
}

export interface CellOptions extends RegressorOptions {
  comparators: Comparators;
  names: readonly string[];
}

/** A cohort, its treated units whose effect is asked for, and their base. */
export interface Cohort {
  cohort: number;
  treated: Int32Array;
  means: WindowMeans;
  /** By unit: 1 if it has a base and every covariate. */
  complete: Uint8Array;
}

/**
 * The excess of a cohort’s treated units in the period at `place`. Donors are the units, of any role, first treated
 * after the later of the cohort and the period, or never; they and the treated count with an outcome then, one in the
 * base, and every covariate. Or the reason there is no answer.
 */
export function cellExcess(
  grid: PanelGrid,
  {cohort, treated, means, complete}: Cohort,
  place: number,
  options: CellOptions
): CellExcess | {reason: string} {
  const {panel, periods, rowAt} = grid;
  const time = periods[place];
  const counts = (u: number) => complete[u] === 1 && rowAt[u * periods.length + place] >= 0;
  const latest = options.comparators === "never_treated" ? Number.MAX_VALUE : Math.max(cohort, time);
  const donors = [...panel.cohort.keys()].filter((u) => panel.cohort[u] > latest && counts(u));
  const studied = [...treated].filter(counts);
  if (!studied.length) return {reason: "no treated unit has an outcome then and in the base, with all covariates"};
  if (donors.length < fewestDonors.donorsPerCoefficient) {
    return {reason: `fewer than ${fewestDonors.donorsPerCoefficient} units are left to compare with`};
  }
  const units = Int32Array.from([...donors, ...studied]);
  const change = Float64Array.from(units, (u) => panel.outcome[rowAt[u * periods.length + place]] - means.outcome[u]);
  const weights = Float64Array.from(units, (u) => means.weight[u]);
  const regressors = makeRegressors(means, units, {donors: donors.length, ...options});
  const design = designDonors(regressors, {rows: units.length, donors: donors.length});
  const regression = regressDonors(design, change, {...fewestDonors, weights: panel.weights ? weights : null});
  if (!regression) return {reason: "too few units are left to compare with"};
  const {excess} = regression;
  if (excess.subarray(donors.length).every((value) => Number.isNaN(value))) {
    return {reason: "no unit compared with is like the treated in the covariates that are left out as collinear"};
  }
  return {cohort, time, units, weights, design, regression};
}
