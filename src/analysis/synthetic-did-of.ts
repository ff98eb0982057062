import {range} from "d3";
import {design} from "../design.ts";
import {syntheticDid} from "../estimators/synthetic-did.ts";
import type {BaseStudy} from "./base-study.ts";
import type {Yearly} from "./joining.ts";
import {setOf, type CohortSets} from "./matched-sets.ts";
import type {RoleStudy} from "./role-study.ts";

/** Fewer years before, or comparators, leave nothing to weigh. */
const fewest = {before: 3, comparators: 2};

/**
 * Synthetic difference in differences of each of some joiners beside its own comparators, on the years in which it has
 * results, the year before joining left out and the plan’s last event time the last: the mean over those that have an answer, in the unit of the outcome. Null if none has.
 */
export function syntheticDidOf(
  outcome: Yearly,
  {joining}: Pick<RoleStudy, "joining">,
  {cohorts}: Pick<BaseStudy, "cohorts">,
  joiners: readonly number[]
): number | null {
  const found: number[] = [];
  let at = 0;
  for (const {sets} of cohorts) {
    for (let i = 0; i < sets.joiners.length; i++, at++) {
      if (!joiners.includes(at)) continue;
      const value = ofOne(outcome, sets, i, joining.treatedFrom);
      if (value !== null) found.push(value);
    }
  }
  return found.length ? found.reduce((sum, value) => sum + value, 0) / found.length : null;
}

function ofOne({years, values}: Yearly, sets: CohortSets, joiner: number, treatedFrom: Float64Array): number | null {
  const valueOf = (row: number, year: number) => values[row * years.length + year - years[0]];
  const own = sets.joiners[joiner];
  const periods = years.filter((year) => {
    const e = year - sets.cohort;
    return e !== -1 && e <= design.effect[1] && !Number.isNaN(valueOf(own, year));
  });
  const before = periods.filter((year) => year < sets.cohort).length;
  if (before < fewest.before || before === periods.length) return null;
  const [first, end] = setOf(sets, joiner);
  const whole = range(first, end)
    .map((place) => sets.pool[sets.of[place]])
    .filter((row) => treatedFrom[row] > periods.at(-1)! && periods.every((year) => !Number.isNaN(valueOf(row, year))));
  if (whole.length < fewest.comparators) return null;
  const rows = [...whole, own];
  return syntheticDid(
    {
      units: rows.map(String),
      periods: Float64Array.from(periods),
      outcome: Float64Array.from(rows.flatMap((row) => periods.map((year) => valueOf(row, year)))),
      comparators: whole.length,
      before
    },
    {solver: "frank_wolfe"}
  ).estimate;
}
