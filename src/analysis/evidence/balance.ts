import type {Balance} from "../../release/results.ts";
import type {Unit} from "../effects/units.ts";
import type {TrialExcess} from "../expected-change/trial-excess.ts";

/**
 * How like their donors the treated were at the base: means of each covariate of assumption B, each trial’s donors
 * counted by the treated of the trial, and the difference over the standard deviation among donors. Squares and the
 * regressors of single categories are left out where they say the same again.
 */
export function measureBalance(units: readonly Unit[], labels: Readonly<Record<string, string>>): Balance | null {
  const sums = new Map<string, {treated: number; donors: number; variance: number; count: number}>();
  for (const {trial, at} of units) {
    for (const {name, values, mean, variance} of collectCovariates(trial)) {
      const value = values[trial.trial.donors + at];
      if (Number.isNaN(value)) continue;
      const so = sums.get(name) ?? {treated: 0, donors: 0, variance: 0, count: 0};
      sums.set(name, {
        treated: so.treated + value,
        donors: so.donors + mean,
        variance: so.variance + variance,
        count: so.count + 1
      });
    }
  }
  const rows = [...sums].flatMap(([covariate, {treated, donors, variance, count}]) => {
    const sd = Math.sqrt(variance / count);
    const difference = (treated - donors) / count;
    if (!(sd > 0)) return [];
    const label = labels[covariate] ?? covariate;
    return [{covariate, label, treated: treated / count, donors: donors / count, smd: difference / sd}];
  });
  if (!rows.length) return null;
  return {rows, largest: rows.reduce((most, {smd}) => Math.max(most, Math.abs(smd)), 0)};
}

/** Of the donors that have it. */
interface Moments {
  mean: number;
  variance: number;
}

interface CovariateMoments extends Moments {
  name: string;
  values: Float64Array;
}

const kept = new WeakMap<TrialExcess, CovariateMoments[]>();

function collectCovariates(excess: TrialExcess): CovariateMoments[] {
  const known = kept.get(excess);
  if (known) return known;
  const {trial} = excess;
  const all = trial.covariates.same_past.flatMap((covariate) => {
    if (covariate === "own²") return [];
    if (covariate === "own") return [{name: "own", values: trial.own}];
    return covariate.name.endsWith("²") ? [] : [covariate];
  });
  const found = all.map(({name, values}) => ({name, values, ...keepMoments(values, trial.donors)}));
  kept.set(excess, found);
  return found;
}

/** By covariate of a trial: the same for every outcome of it. */
const moments = new WeakMap<Float64Array, Moments>();

function keepMoments(values: Float64Array, donors: number): Moments {
  const found = moments.get(values) ?? computeMoments(values.subarray(0, donors));
  moments.set(values, found);
  return found;
}

function computeMoments(values: Float64Array): Moments {
  let [sum, count] = [0, 0];
  for (const value of values) if (!Number.isNaN(value)) [sum, count] = [sum + value, count + 1];
  const mean = sum / count;
  let squares = 0;
  for (const value of values) if (!Number.isNaN(value)) squares += (value - mean) ** 2;
  return {mean, variance: squares / Math.max(count - 1, 1)};
}
