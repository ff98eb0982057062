import type {CovariateSet} from "../comparison/assumptions.ts";
import type {Window} from "../comparison/yearly.ts";
import {findTreated} from "../expected-change/design-matrix.ts";
import type {PoolRegression} from "../expected-change/pool-regression.ts";
import {addDonors, type DonorShare} from "./donor-influence.ts";
import type {Unit} from "./units.ts";

/** A mean of excesses, with what each school of the phase moves it by. */
export interface MeanExcess {
  estimate: number;
  /** The schools behind it, each with its own mean over the event times it has. */
  units: readonly Unit[];
  own: Float64Array;
  /** By school of the phase: its influence on the estimate, the regression’s own error included. */
  influence: Float64Array;
}

/** Whose mean, over which event times, and what a school counts. */
export interface MeanRequest {
  units: readonly Unit[];
  /** Event times, both included; a school counts over those it has. */
  times: Window;
  /** What a school counts; each the same if not given. Schools without a positive weight are left out. */
  findWeight?: (unit: Unit) => number;
  /** Last event time that counts for a school, if not the window’s. */
  findLast?: (unit: Unit) => number;
}

export interface MeanTerms {
  set: CovariateSet;
  /** How many schools the phase has. */
  schools: number;
}

/**
 * Each school’s mean excess over the event times it has, then the mean over schools: Callaway & Sant’Anna’s (2021)
 * group aggregation of ATT(g, t) by outcome regression. Influence (Sant’Anna & Zhao 2020, §3.1): of a treated school
 * its distance from the mean, of a donor what its residual moves the coefficients by at the treated schools’ mean
 * covariates. Null where no school has an excess.
 */
export function meanExcess(
  units: readonly Unit[],
  {set, schools, ...request}: Omit<MeanRequest, "units"> & MeanTerms
): MeanExcess | null {
  return meanExcesses([{units, ...request}], {set, schools})[0];
}

/** Several such means of one phase, in the order asked for: the donors’ covariates are read once for all of them. */
export function meanExcesses(requests: readonly MeanRequest[], {set, schools}: MeanTerms): (MeanExcess | null)[] {
  const shares: DonorShare[] = [];
  const means = requests.map((request) => {
    const found = averageUnits(request, {set, schools});
    if (found) shares.push(...found.shares);
    return found && found.mean;
  });
  addDonors(shares);
  return means;
}

/** The mean without what donors add to its influence, and what they are to add. */
function averageUnits(
  {units, times, findWeight = () => 1, findLast = () => Infinity}: MeanRequest,
  {set, schools}: MeanTerms
): {mean: MeanExcess; shares: DonorShare[]} | null {
  const behind: Unit[] = [];
  const own: number[] = [];
  const weights: number[] = [];
  const selected: number[][] = [];
  for (const unit of units) {
    const weight = findWeight(unit);
    if (!(weight > 0)) continue;
    const columns = pickColumns(unit, set, times, findLast(unit));
    if (!columns.length) continue;
    behind.push(unit);
    own.push(columns.reduce((sum, column) => sum + unit.trial.excess[set][column][unit.at], 0) / columns.length);
    weights.push(weight);
    selected.push(columns);
  }
  if (!behind.length) return null;
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const estimate = own.reduce((sum, value, i) => sum + (weights[i] / total) * value, 0);
  const influence = new Float64Array(schools);
  behind.forEach(({row}, i) => (influence[row] += (weights[i] / total) * (own[i] - estimate)));
  const cells = new Map<PoolRegression, DonorShare>();
  behind.forEach(({trial, at}, i) => {
    for (const column of selected[i]) {
      const regression = trial.regressions[set][column]!;
      if (!cells.has(regression)) {
        const covariates = new Float64Array(regression.matrix.names.length);
        cells.set(regression, {regression, rows: trial.trial.rows, covariates, influence});
      }
      addCovariates(
        cells.get(regression)!.covariates,
        regression,
        trial.trial.donors + at,
        weights[i] / total / selected[i].length
      );
    }
  });
  return {mean: {estimate, units: behind, own: Float64Array.from(own), influence}, shares: [...cells.values()]};
}

function pickColumns({trial, at}: Unit, set: CovariateSet, [first, last]: Window, until: number): number[] {
  const columns: number[] = [];
  for (let e = Math.max(first, trial.from); e <= Math.min(last, until); e++) {
    const column = e - trial.from;
    if (column >= trial.change.length) break;
    if (!Number.isNaN(trial.excess[set][column][at])) columns.push(column);
  }
  return columns;
}

function addCovariates(mean: Float64Array, {matrix}: PoolRegression, at: number, share: number): void {
  const {names, values} = matrix;
  const place = findTreated(matrix, at);
  for (let c = 0; c < names.length; c++) mean[c] += share * values[place * names.length + c];
}
