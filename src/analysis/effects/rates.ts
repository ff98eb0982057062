import {range} from "d3";
import {design} from "../../design.ts";
import type {Rates} from "../../release/results.ts";
import {valueAt, windowMeans, type Yearly} from "../comparison/yearly.ts";
import type {TrialExcess} from "../expected-change/trial-excess.ts";
import type {Unit} from "./units.ts";

/**
 * Change a year of some schools before and since joining, next to what was expected of them and what all schools of the
 * phase did: means over schools, of each over the event times at which both assumptions have an answer; before joining
 * over those of the same schools that have two base years. Null where no school has an answer since joining.
 */
export function computeRates(units: readonly Unit[], outcome: Yearly, unit: number): Rates | null {
  const since = units.flatMap((u) => findSince(u, outcome) ?? []);
  if (!since.length) return null;
  const before = since.flatMap(({before}) => before ?? []);
  const allBefore = since.flatMap(({trial}) => allSlope(trial, outcome) ?? []);
  const mean = (of: (s: (typeof since)[number]) => number) =>
    (unit * since.reduce((sum, s) => sum + of(s), 0)) / since.length;
  return {
    schools: since.length,
    before: average(before, unit),
    after: mean(({after}) => after),
    expected: {same_trend: mean(({same_trend}) => same_trend), same_past: mean(({same_past}) => same_past)},
    all_before: average(allBefore, unit),
    all_after: mean(({all}) => all),
    path: makePath(units, outcome, unit)
  };
}

const average = (values: readonly number[], unit: number): number | null =>
  values.length ? (unit * values.reduce((sum, value) => sum + value, 0)) / values.length : null;

function findSince({trial, at, row}: Unit, outcome: Yearly) {
  const times = range(design.effect[0], design.effect[1] + 1).filter((e) => hasExcess(trial, e, at));
  const based = baseTimes(outcome, row, trial);
  if (!times.length || !based.length) return null;
  const years = computeMean(times) - computeMean(based);
  const all = computeMean(times.map((e) => allSchools(trial, outcome).changes[e - trial.from]));
  const over = (values: readonly Float64Array[]) => computeMean(times.map((e) => values[e - trial.from][at])) / years;
  return {
    trial,
    before: computeSlope(outcome, row, trial),
    after: over(trial.change),
    same_trend: over(trial.expected.same_trend),
    same_past: over(trial.expected.same_past),
    all: all / years
  };
}

const hasExcess = (trial: TrialExcess, e: number, at: number): boolean =>
  e >= trial.from && e - trial.from < trial.change.length && !Number.isNaN(trial.excess.same_trend[e - trial.from][at]);

const computeMean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Event times of the base at which a school has a value. */
function baseTimes(outcome: Yearly, row: number, {trial: {cohort, base}}: TrialExcess): number[] {
  return range(base[0], base[1] + 1).filter((e) => !Number.isNaN(valueAt(outcome, row, cohort + e)));
}

/** The least-squares slope over the base years of a school; null with fewer than two. */
function computeSlope(outcome: Yearly, row: number, {trial: {cohort, base}}: TrialExcess): number | null {
  const [first, last] = base;
  let [count, times, values] = [0, 0, 0];
  for (let e = first; e <= last; e++) {
    const value = valueAt(outcome, row, cohort + e);
    if (!Number.isNaN(value)) [count, times, values] = [count + 1, times + e, values + value];
  }
  if (count < 2) return null;
  const [x, y] = [times / count, values / count];
  let [products, squares] = [0, 0];
  for (let e = first; e <= last; e++) {
    const value = valueAt(outcome, row, cohort + e);
    if (!Number.isNaN(value)) [products, squares] = [products + (e - x) * (value - y), squares + (e - x) ** 2];
  }
  return products / squares;
}

interface AllSchools {
  /** By event time of the trial: mean change from the base of every school of the phase that has both. */
  changes: number[];
  slope: number | null;
}
const kept = new WeakMap<TrialExcess, AllSchools>();

function allSchools(trial: TrialExcess, outcome: Yearly): AllSchools {
  const known = kept.get(trial);
  if (known) return known;
  const rows = outcome.values.length / outcome.years.length;
  const {cohort, base} = trial.trial;
  const bases = windowMeans(outcome, Int32Array.from(range(rows)), cohort, base);
  const changes = trial.change.map((_, column) => {
    let [sum, count] = [0, 0];
    for (let row = 0; row < rows; row++) {
      const change = valueAt(outcome, row, cohort + trial.from + column) - bases[row];
      if (!Number.isNaN(change)) [sum, count] = [sum + change, count + 1];
    }
    return count ? sum / count : NaN;
  });
  let [sum, count] = [0, 0];
  for (let row = 0; row < rows; row++) {
    const own = computeSlope(outcome, row, trial);
    if (own !== null) [sum, count] = [sum + own, count + 1];
  }
  const found = {changes, slope: count ? sum / count : null};
  kept.set(trial, found);
  return found;
}

const allSlope = (trial: TrialExcess, outcome: Yearly): number | null => allSchools(trial, outcome).slope;

function makePath(units: readonly Unit[], outcome: Yearly, unit: number): Rates["path"] {
  return range(design.event_times[0], design.event_times[1] + 1).flatMap((event_time) => {
    const own = units.filter(({trial, at}) => hasExcess(trial, event_time, at));
    if (!own.length) return [];
    const mean = (of: (u: Unit) => number) => unit * computeMean(own.map(of));
    const column = ({trial}: Unit) => event_time - trial.from;
    return [
      {
        event_time,
        schools: own.length,
        joined: mean((u) => u.trial.change[column(u)][u.at]),
        same_trend: mean((u) => u.trial.expected.same_trend[column(u)][u.at]),
        same_past: mean((u) => u.trial.expected.same_past[column(u)][u.at]),
        all: mean((u) => allSchools(u.trial, outcome).changes[column(u)])
      }
    ];
  });
}
