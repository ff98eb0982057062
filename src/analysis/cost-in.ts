import type {Cost, Effect} from "../results.ts";
import {costOf, type SchoolYearCost} from "../telling/cost.ts";
import type {Estimated} from "../telling/timed-effects.ts";
import type {Differences} from "./differences.ts";
import type {RoleStudy} from "./role-study.ts";
import type {Study} from "./study.ts";

/**
 * What membership cost the schools behind an effect, from joining until they left or results end, in pounds as paid, and what a unit of
 * the effect cost. Null where no cost is known. Without an interval (`overall` null) the cost of a unit has no limits.
 */
export function costIn(
  {rolls, outcome, better, told}: Study,
  {cost, leftFrom}: Pick<RoleStudy, "cost" | "leftFrom">,
  {rows, cohorts}: Differences,
  {joiners, effect, overall}: {joiners: readonly number[]; effect: Effect; overall: Estimated | null}
): Cost | null {
  const last = outcome.years.at(-1)!;
  const paid: SchoolYearCost[] = [];
  for (const j of joiners) {
    const row = rows[j];
    if (Number.isNaN(cost[row])) continue;
    for (let year = cohorts[j]; year <= last && year < leftFrom[row]; year++) {
      const pupils = rolls.values[row * rolls.years.length + year - rolls.years[0]];
      const isKnown = rolls.years.includes(year) && pupils > 0;
      paid.push({school: row, cost: cost[row], pupils: isKnown ? pupils : null});
    }
  }
  const estimated = overall ?? {estimate: effect.value, se: NaN, degrees: NaN};
  return costOf(estimated, paid, {better, unit: told.unit, currency_year: null});
}
