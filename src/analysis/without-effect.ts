import type {Result, Subgroup} from "../release/results.ts";
import {makeId} from "./effects/specify.ts";
import type {Unit} from "./effects/units.ts";
import type {Setting, Unfinished} from "./setting.ts";

/** What a result says of what it is a result of, whether or not there is an effect. */
export function makeHead({study, role, run}: Setting, by: Subgroup | null) {
  const {phase, measure, outcome, scale, printed} = study;
  return {
    id: makeId(study, role, by),
    partnership_type: role.partnership_type,
    role: role.role,
    phase,
    measure,
    by,
    plan: run.plan,
    vintage: {first_year: outcome.years[0], last_year: outcome.years.at(-1)!, made: run.made},
    scale,
    unit: printed.unit,
    digits: printed.digits,
    stated_in: printed.in,
    sd: printed.sd,
    smallest_effect: printed.smallest_effect
  };
}

/** A result without an effect, and why there is none. */
export function makeNothing(
  setting: Setting,
  by: Subgroup | null,
  {
    attrition,
    absent,
    schools = setting.role.joined.length
  }: {attrition: Result["attrition"]; absent: string; schools?: number}
): Unfinished {
  const none = {effect: null, schools: 0 as const, absent};
  return {
    ...makeHead(setting, by),
    years: null,
    effect: null,
    periods: {early: null, development: null, longer_term: null},
    verdict: null,
    strength: null,
    schools,
    partnerships: new Set(setting.role.joined.map(({partnership}) => partnership)).size,
    absent,
    donors: {schools: 0, smallest: 0},
    covariates: {same_trend: [], same_past: [], left_out: []},
    overlapping: 0,
    cohorts: [],
    interval: {method: "none", words: "", clusters: 0},
    event_times: [],
    balanced: null,
    by_pupils: null,
    while_member: null,
    rates: null,
    before_after: null,
    pre_trend: null,
    honest: null,
    second_base: none,
    placebo: {in_time: none, in_space: null},
    robustness: [],
    leave_one_out: null,
    equivalence: null,
    probability: null,
    detectable: null,
    time_to_benefit: {first: null, by_event_time: []},
    period_verdicts: null,
    cumulative: [],
    cost: null,
    months_of_progress: null,
    strength_reasons: [],
    attrition,
    balance: null,
    across: null,
    moderators: []
  };
}

/** Why nothing can be said of those who joined, of whom these have a trial. */
export function whyNothing(units: readonly Unit[]): string {
  if (!units.length) {
    return "Not enough is known of these schools: no joining year has results and free meals about the years before.";
  }
  return "Not enough is known of these schools: none has results before and since joining, the covariates, and schools like it that had not joined.";
}
