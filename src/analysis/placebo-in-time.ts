import {design} from "../design.ts";
import type {Effect} from "../results.ts";
import {baseStudyOf, weightsWhere} from "./base-study.ts";
import {changeDefaults} from "./changes.ts";
import {eventStudyOf} from "./event-study.ts";
import type {Method} from "./how-sure.ts";
import type {RoleStudy} from "./role-study.ts";
import {seedOf} from "./seed.ts";
import type {Study} from "./study.ts";

/** Years by which the start is made earlier: with a base of four to two years before, and the year of selection left out, two are left that count. */
const earlier = 3;

/**
 * What would be found had schools joined three years before they did, from years before they did alone: event times 0 and
 * 1, which are −3 and −2. Nothing had happened yet, so it should be nothing. Null where no school has results that early.
 */
export function placeboInTime(study: Study, role: RoleStudy, method: Method): Effect | null {
  if (method === "none") return null;
  const options = {...changeDefaults, shift: -earlier, eventTimes: [0, earlier - 2] as const};
  const base = baseStudyOf(role.drawn.cohorts, study, role.joining, options);
  const found = eventStudyOf(base.cohorts, base.differences, {
    ...base,
    weights: weightsWhere(base.differences, () => true),
    unit: study.unit,
    draws: design.draws.alternative,
    seed: seedOf([role.kind, role.role, study.phase, study.measure, "earlier"].join("."), design.draws.seed)
  });
  return found.overall && found.overall.effect;
}
