import type {Cost, Effect} from "../../release/results.ts";
import {sumCost, type SchoolYearCost} from "./cost-per-effect.ts";
import type {Both} from "../comparison/assumptions.ts";
import type {RoleJoined} from "../comparison/role-joined.ts";
import type {Study} from "../comparison/study.ts";
import {valueAt} from "../comparison/yearly.ts";
import type {Estimated} from "../effects/estimated.ts";
import type {Unit} from "../effects/units.ts";

/**
 * What membership cost the schools behind an effect, from joining until they left or results end, in pounds as paid, and
 * what a unit of the effect cost under the less favourable of both assumptions. Null where no cost is known.
 */
export function findCost(
  {rolls, outcome, better, printed, unit}: Study,
  {cost, leftFrom}: Pick<RoleJoined, "cost" | "leftFrom">,
  behind: readonly Unit[],
  {effect, estimated}: {effect: Effect; estimated: Both<Estimated>}
): Cost | null {
  const last = outcome.years.at(-1)!;
  const paid: SchoolYearCost[] = [];
  for (const {row, trial} of behind) {
    if (Number.isNaN(cost[row])) continue;
    for (let year = trial.trial.cohort; year <= last && year < leftFrom[row]; year++) {
      const pupils = valueAt(rolls, row, year);
      paid.push({school: row, cost: cost[row], pupils: pupils > 0 ? pupils : null});
    }
  }
  const good = better === "lower" ? -1 : 1;
  const set = good * effect.same_trend.value < good * effect.same_past.value ? "same_trend" : "same_past";
  const {se, degrees} = estimated[set];
  return sumCost({estimate: effect[set].value, se: Math.abs(unit) * se, degrees}, paid, {
    better,
    unit: printed.unit,
    currency_year: null
  });
}
