import {design} from "../design.ts";
import type {LongPanel} from "../estimators/long-panel.ts";
import type {BaseStudy} from "./base-study.ts";
import type {EventStudy} from "./event-study.ts";
import type {Yearly} from "./joining.ts";
import {setOf} from "./matched-sets.ts";
import type {RoleStudy} from "./role-study.ts";

/**
 * The joiners behind an effect and their comparators as a long panel: joiners weigh 1, comparators what they count for in all, and are never treated:
 * their rows end before they join themselves. A school that joined is not also compared with. Rows of joiners: the plan’s event times up to the last that the effect is a mean of.
 */
export function longPanelOf(
  {years, values}: Yearly,
  {joining}: Pick<RoleStudy, "joining">,
  {cohorts, differences}: BaseStudy,
  {joiners, grouping}: Pick<EventStudy, "joiners" | "grouping">
): LongPanel {
  const joined = new Map(joiners.map((j) => [differences.rows[j], differences.cohorts[j]]));
  const weights = comparatorWeights(cohorts, new Set(joiners), (row) => grouping.cohort[row] === Infinity);
  const units = [...joined.keys(), ...weights.keys()];
  const [first, last] = [design.event_times[0], design.effect[1]];
  const spans = units.map((row): [number, number] => {
    const cohort = joined.get(row);
    return cohort === undefined ? [-Infinity, joining.treatedFrom[row] - 1] : [cohort + first, cohort + last];
  });
  const unit: number[] = [];
  const period: number[] = [];
  const outcome: number[] = [];
  units.forEach((row, u) =>
    years.forEach((year, column) => {
      const value = values[row * years.length + column];
      if (Number.isNaN(value) || year < spans[u][0] || year > spans[u][1]) return;
      unit.push(u);
      period.push(year);
      outcome.push(value);
    })
  );
  return {
    ids: units.map(String),
    unit: Int32Array.from(unit),
    period: Int32Array.from(period),
    outcome: Float64Array.from(outcome),
    cohort: Float64Array.from(units, (row) => joined.get(row) ?? Infinity),
    cluster: Int32Array.from(units, (row) => grouping.clusters.of[row]),
    clusters: grouping.clusters.count,
    weights: Float64Array.from(unit, (u) => weights.get(units[u]) ?? 1),
    covariates: []
  };
}

/** By row of each comparator that is kept: what it counts for among the joiners behind the effect. */
function comparatorWeights(
  cohorts: BaseStudy["cohorts"],
  behind: ReadonlySet<number>,
  keep: (row: number) => boolean
): Map<number, number> {
  const found = new Map<number, number>();
  let joiner = 0;
  for (const {sets} of cohorts) {
    for (let i = 0; i < sets.joiners.length; i++, joiner++) {
      if (!behind.has(joiner)) continue;
      const [from, end] = setOf(sets, i);
      for (let at = from; at < end; at++) {
        const row = sets.pool[sets.of[at]];
        if (keep(row)) found.set(row, (found.get(row) ?? 0) + sets.weights[at]);
      }
    }
  }
  return found;
}
