import {design} from "../design.ts";
import type {Effect, NaiveAndFair} from "../results.ts";
import {naiveAndFair} from "../telling/naive-and-fair.ts";
import type {OddYearTerms} from "../telling/odd-year.ts";
import type {YearBefore} from "../telling/year-before.ts";
import type {BaseStudy} from "./base-study.ts";

/**
 * The naive before–after figure of joiners that have a value in the year before, taken apart. By school the mean of event
 * times 0 to 2 of those there are; all parts over the same joiners, so that they add up. Null if there are none.
 */
export function naiveIn(
  {cohorts, differences, firstEventTime}: BaseStudy,
  weights: Float64Array,
  {
    unit,
    yearBefore,
    terms,
    interval
  }: {
    unit: number;
    yearBefore: YearBefore | null;
    terms: OddYearTerms;
    /** The fair difference over the same event times as it is printed: its limits move with the value. */
    interval: Effect | null;
  }
): NaiveAndFair | null {
  const {after, before} = design.naive;
  const change = cohorts.flatMap(({sets, change}) =>
    Array.from(sets.joiners, (_, i) => change.map((values) => values[i]))
  );
  const sums = {before: 0, after: 0, fair: 0, count: 0};
  change.forEach((own, j) => {
    const times = [];
    for (let e = after[0]; e <= after[1]; e++) {
      if (!Number.isNaN(differences.values[e - firstEventTime][j])) times.push(e - firstEventTime);
    }
    const last = own[before - firstEventTime];
    if (weights[j] === 0 || Number.isNaN(last) || !times.length) return;
    sums.count++;
    sums.before += last;
    sums.after += mean(times.map((c) => own[c]));
    sums.fair += mean(times.map((c) => differences.values[c][j]));
  });
  if (!sums.count) return null;
  const told = (sum: number) => (unit * sum) / sums.count;
  const value = told(sums.fair);
  const by = interval === null ? null : value - interval.value;
  const moved = (limit: number | null) => (limit === null || by === null ? null : limit + by);
  const fair = {value, low: moved(interval?.low ?? null), high: moved(interval?.high ?? null)};
  return naiveAndFair({before: told(sums.before), after: told(sums.after), fair}, yearBefore, terms);
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
