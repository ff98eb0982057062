import {design} from "../design.ts";
import type {Effect} from "../results.ts";
import {baseStudyOf, weightsWhere} from "./base-study.ts";
import {changeDefaults} from "./changes.ts";
import {eventStudyOf} from "./event-study.ts";
import type {Yearly} from "./joining.ts";
import type {RoleStudy} from "./role-study.ts";
import {seedOf} from "./seed.ts";
import type {Study} from "./study.ts";

/** The effect while schools were still members: their results count until the year before they had left. Null where nobody left, or nothing is known of the years until then. */
export function whileMember(study: Study, role: RoleStudy): Effect | null {
  const {outcome, lost} = untilLeft(study.outcome, role);
  if (!lost) return null;
  const {measure, phase, unit} = study;
  const options = {...changeDefaults, eventTimes: design.effect};
  const base = baseStudyOf(role.drawn.cohorts, {measure, outcome}, role.joining, options);
  const found = eventStudyOf(base.cohorts, base.differences, {
    ...base,
    weights: weightsWhere(base.differences, () => true),
    unit,
    draws: design.draws.alternative,
    seed: seedOf([role.kind, role.role, phase, measure, "member"].join("."), design.draws.seed)
  });
  return found.overall && found.overall.effect;
}

/** The outcome without what joiners had after leaving, and how many values that takes away. */
function untilLeft(
  {years, values}: Yearly,
  {joining, leftFrom}: Pick<RoleStudy, "joining" | "leftFrom">
): {outcome: Yearly; lost: number} {
  const kept = Float64Array.from(values);
  let lost = 0;
  for (const {row} of joining.joiners) {
    for (let column = Math.max(leftFrom[row] - years[0], 0); column < years.length; column++) {
      const at = row * years.length + column;
      if (Number.isNaN(kept[at])) continue;
      kept[at] = NaN;
      lost++;
    }
  }
  return {outcome: {years, values: kept}, lost};
}
