import {randomLcg, randomNormal, range} from "d3";
import type {ComparisonInput} from "../../src/comparison.ts";

export interface Planted {
  seed?: number;
  years?: readonly number[];
  cohorts?: readonly number[];
  partnerships?: number;
  /** Schools that join, in each partnership. */
  each?: number;
  untreated?: number;
  /** Slope per year of joined schools before and after joining; of others throughout. */
  before?: number;
  after?: number;
  trend?: number;
  yearEffect?: (year: number) => number;
  /** Standard deviations: of a school’s level, of a value about it, of a partnership’s slope after joining. */
  between?: number;
  noise?: number;
  shock?: number;
  /** Added to joined schools’ value in the year before joining. */
  dip?: number;
  /** Share of values missing. */
  missing?: number;
  /** Share of untreated schools that join something in another role, at random. */
  later?: number;
}

/** A made-up England: schools of different levels, some of which join, with slopes that are known. */
export function plantedPanel({
  seed = 0.5,
  years = range(2008, 2021),
  cohorts = [2013, 2015],
  partnerships = 20,
  each = 3,
  untreated = 200,
  before = 0,
  after = 0,
  trend = 0,
  yearEffect = () => 0,
  between = 3,
  noise = 1,
  shock = 0,
  dip = 0,
  missing = 0,
  later = 0
}: Planted = {}): ComparisonInput {
  const uniform = randomLcg(seed);
  const normal = randomNormal.source(uniform)();
  const joiners = range(partnerships * each).map((row) => {
    const p = Math.floor(row / each);
    return {row, cohort: cohorts[p % cohorts.length], partnership: `P${p}`};
  });
  const rows = range(joiners.length + untreated);
  const shocks = range(partnerships).map(() => shock * normal());
  const values = new Float64Array(rows.length * years.length);
  for (const row of rows) {
    const level = 50 + between * normal();
    years.forEach((year, i) => {
      const e = row < joiners.length ? year - joiners[row].cohort : NaN;
      const slope = e >= 0 ? after + shocks[Math.floor(row / each)] : e < 0 ? before : trend;
      const since = Number.isNaN(e) ? year - years[0] : e;
      const value = level + slope * since + (e === -1 ? dip : 0) + yearEffect(year) + noise * normal();
      values[row * years.length + i] = uniform() < missing ? NaN : value;
    });
  }
  const treatedFrom = rows.map((row) => {
    if (row < joiners.length) return joiners[row].cohort;
    return uniform() < later ? years[Math.floor(uniform() * years.length)] : Infinity;
  });
  return {panel: {years, schools: rows.map((row) => 100_000 + row), values}, joiners, treatedFrom};
}

/** The same with values replaced: `change` is given the value, the panel row and the year. */
export function withValues(
  input: ComparisonInput,
  change: (value: number, row: number, year: number) => number
): ComparisonInput {
  const {years} = input.panel;
  const values = input.panel.values.map((v, i) => change(v, Math.floor(i / years.length), years[i % years.length]));
  return {...input, panel: {...input.panel, values}};
}
