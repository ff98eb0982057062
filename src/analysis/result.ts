import type {AcademicYear} from "../academic-year.ts";
import {design} from "../design.ts";
import type {Effect, EventTimeEffect, Result, Strength, Subgroup} from "../results.ts";
import {breakdownOf} from "../telling/breakdown.ts";
import {cumulativeOf} from "../telling/cumulative.ts";
import {detectableOf} from "../telling/detectable.ts";
import {equivalenceOf} from "../telling/equivalence.ts";
import {monthsOfProgress} from "../telling/months-of-progress.ts";
import {preTrendOf} from "../telling/pre-trend.ts";
import {probabilityOf} from "../telling/probability.ts";
import {strengthOf} from "../telling/strength.ts";
import {timeToBenefit} from "../telling/time-to-benefit.ts";
import {combined, type Estimated, type TimedEffects} from "../telling/timed-effects.ts";
import {isClear, verdictOf} from "../telling/verdict.ts";
import {yearBeforeOf} from "../telling/year-before.ts";
import {alternativesOf, luckIn} from "./alternatives.ts";
import {attritionIn} from "./attrition.ts";
import {bandsOf} from "./bands.ts";
import {within, type BaseStudy} from "./base-study.ts";
import {cohortsIn} from "./cohorts-in.ts";
import {costIn} from "./cost-in.ts";
import {crossChecksOf} from "./cross-checks.ts";
import {eventStudyOf, type EventStudy} from "./event-study.ts";
import {intervalWords} from "./interval-words.ts";
import {leaveOneOut} from "./leave-one-out.ts";
import {placeboInSpace} from "./placebo-in-space.ts";
import {placeboInTime} from "./placebo-in-time.ts";
import {meansBeside} from "./levels.ts";
import {naiveIn} from "./naive.ts";
import type {RoleStudy} from "./role-study.ts";
import {rollWeights} from "./roll-weights.ts";
import {seedOf} from "./seed.ts";
import type {Study} from "./study.ts";
import {timedEffectsOf} from "./timed-effects.ts";
import {whileMember} from "./while-member.ts";

/** What every result of a run carries. */
export interface RunTerms {
  plan: string;
  /** ISO date. */
  made: string;
}

/** A result before it is held against others: what families, drawing together and words add comes later. */
export type Unfinished = Omit<Result, "words" | "family">;

/** A result with what holding it against others needs. */
export interface Estimate {
  result: Unfinished;
  /** Of the overall effect; null where no interval is claimed. */
  overall: Estimated | null;
  study: EventStudy;
}

export interface ResultOptions {
  by: Subgroup | null;
  /** By joiner, as in the differences: 0 for those left out. */
  weights: Float64Array;
  run: RunTerms;
  /** Of a part, the strength of evidence on all who joined in the role; null for all. Parts have no bands, no weights by pupils and no test of departures from a common trend. */
  whole: Strength | null;
}

/** What joining added to some joiners, with all that their own figures tell of it. */
export function estimateOf(
  study: Study,
  role: RoleStudy,
  base: BaseStudy,
  {by, weights, run, whole}: ResultOptions
): Estimate {
  const id = idOf(study, role, by);
  const isWhole = whole === null;
  const {unit, told, better} = study;
  const draws = isWhole ? design.draws.placebo : design.draws.alternative;
  const options = {...base, weights, unit, draws, seed: seedOf(id, design.draws.seed)};
  const found = eventStudyOf(base.cohorts, base.differences, options);
  const timed = timedEffectsOf(found, unit);
  const head = headOf(study, role, {id, by, run});
  if (!found.overall) return {result: nothingIn(head, study, role, base, found), overall: null, study: found};

  const overall = timed && overDesign(timed);
  const terms = {better, worth: told.worth.value};
  const equivalent = overall && equivalenceOf(overall, told.worth.value);
  const effect = found.overall.effect;
  const verdict = verdictOf(effect, {...terms, equivalent: equivalent && equivalent.equivalent});
  const odd = {better, unit: told.unit, digits: told.digits, partly_collected: study.partly_collected};
  const pre_trend = timed && preTrendOf(timed, {base: design.base, ...odd});
  const honest = timed && isWhole && isClear(verdict) ? breakdownOf(timed, {after: design.effect}) : null;
  const bands = isWhole ? bandsOf(found, {unit, seed: options.seed}) : found.times.map(() => null);
  const together = new Map(found.times.map(({event_time, effect}, k) => [event_time, {...effect, ...bands[k]}]));
  const hill = isWhole ? placeboInSpace(role, base, found, {...options, id}) : null;
  const multiverse =
    isWhole && effect.low !== null
      ? [...alternativesOf(study, role, base, effect), ...crossChecksOf(study, role, base, found)]
      : [];
  const {strength, reasons} = strengthOf({
    design: "matched",
    schools: found.joiners.length,
    partnerships: found.partnerships,
    verdict,
    balance: role.balance && role.balance.largest_after,
    pre_trend: pre_trend && pre_trend.p,
    breakdown: honest && honest.relative_magnitude,
    placebo: hill,
    luck: luckIn(multiverse, effect),
    membership: role.evidence,
    whole
  });
  return {
    study: found,
    overall,
    result: {
      ...head,
      effect,
      phases: found.phases,
      verdict,
      strength,
      schools: found.joiners.length,
      partnerships: found.partnerships,
      absent: null,
      comparators: found.comparators,
      overlapping: found.joiners.filter((j) => role.overlapping.has(base.differences.rows[j])).length,
      cohorts: cohortsIn(study, base.differences, found),
      interval: intervalWords(found.method, hill),
      event_times: eventTimesOf(study, base, found, {weights, bands}),
      by_pupils: isWhole ? byPupils(study, base, {weights, options}) : null,
      while_member: isWhole ? whileMember(study, role) : null,
      naive: naiveIn(base, weights, {
        unit,
        yearBefore: timed && yearBeforeOf(timed),
        terms: odd,
        interval: effect
      }),
      pre_trend,
      honest,
      multiverse,
      placebo: {in_time: isWhole ? placeboInTime(study, role, found.method) : null, in_space: hill},
      leave_one_out: isWhole ? leaveOneOut(base, found, {effect, unit, terms: {...terms, equivalent: null}}) : null,
      equivalence: equivalent,
      probability: overall && probabilityOf(overall, {...terms, shrunken: null}),
      detectable: overall && detectableOf(overall),
      time_to_benefit: timed ? timeToBenefit(timed, terms, together) : {first: null, by_event_time: []},
      cumulative: timed ? cumulativeOf(timed) : [],
      cost: costIn(study, role, base.differences, {joiners: found.joiners, effect, overall}),
      months_of_progress: monthsOfProgress(effect.value, {line: study.line, pupil_sd: told.pupil_sd}),
      strength_reasons: reasons,
      attrition: by ? [] : attritionIn(study, role, base, found),
      balance: role.balance,
      across: null,
      moderators: []
    }
  };
}

/** KIND.ROLE.PHASE.MEASURE, and .DIMENSION.VALUE for a subgroup. */
export const idOf = (
  {phase, measure}: Pick<Study, "phase" | "measure">,
  {kind, role}: Pick<RoleStudy, "kind" | "role">,
  by: Subgroup | null
): string => [kind, role, phase, measure, ...(by ? [by.dimension, by.value] : [])].join(".");

function headOf(
  {phase, measure, outcome, scale, told}: Study,
  {kind, role}: RoleStudy,
  {id, by, run}: {id: string; by: Subgroup | null; run: RunTerms}
) {
  const vintage: Result["vintage"] = {
    first_year: outcome.years[0] as AcademicYear,
    last_year: outcome.years.at(-1)!,
    made: run.made
  };
  const {unit, digits, sd, worth} = told;
  return {
    id,
    kind,
    role,
    phase,
    measure,
    by,
    plan: run.plan,
    vintage,
    scale,
    unit,
    digits,
    told_in: told.in,
    sd,
    worth
  };
}

/** A result that says why there is none. */
function nothingIn(
  head: ReturnType<typeof headOf>,
  study: Study,
  role: RoleStudy,
  base: BaseStudy,
  found: EventStudy
): Unfinished {
  return {
    ...head,
    ...figuresOf(whyNone(role, base)),
    schools: role.joining.joiners.length,
    partnerships: new Set(role.joining.joiners.map(({partnership}) => partnership)).size,
    comparators: 0,
    overlapping: 0,
    attrition: head.by ? [] : attritionIn(study, role, base, found),
    balance: role.balance
  };
}

/** The same without its figures, which may not be shown. */
export const withheld = (result: Unfinished, absent: string): Unfinished => ({...result, ...figuresOf(absent)});

/** Of a result without any: what an effect would tell. */
const figuresOf = (absent: string) => ({
  absent,
  effect: null,
  phases: {early: null, development: null, longer_term: null},
  verdict: null,
  strength: null,
  cohorts: [],
  interval: intervalWords("none", null),
  event_times: [],
  by_pupils: null,
  while_member: null,
  naive: null,
  pre_trend: null,
  honest: null,
  multiverse: [],
  placebo: {in_time: null, in_space: null},
  leave_one_out: null,
  equivalence: null,
  probability: null,
  detectable: null,
  time_to_benefit: {first: null, by_event_time: []},
  cumulative: [],
  cost: null,
  months_of_progress: null,
  strength_reasons: [],
  across: null,
  moderators: []
});

function whyNone({joining}: RoleStudy, {differences}: BaseStudy): string {
  if (!joining.joiners.length) return "No school of this phase joined in this role.";
  if (!differences.rows.length) return "No school that joined could be matched with similar schools.";
  return "No school that joined has results both in the years before joining and since.";
}

/** The mean over the plan’s event times that exist. */
function overDesign(timed: TimedEffects): Estimated | null {
  const within = timed.event_times.filter((e) => e >= design.effect[0] && e <= design.effect[1]);
  if (!within.length) return null;
  return combined(
    timed,
    Float64Array.from(timed.event_times, (e) => (within.includes(e) ? 1 / within.length : 0))
  );
}

function eventTimesOf(
  {unit, scale, told, better}: Study,
  base: BaseStudy,
  found: EventStudy,
  {weights, bands}: {weights: Float64Array; bands: ReturnType<typeof bandsOf>}
): EventTimeEffect[] {
  const levels = scale === "native" ? meansBeside(base.cohorts, base.differences, weights, "levels") : null;
  return found.times.map(({event_time, column, effect, mean}, k) => ({
    event_time,
    ...effect,
    band_low: bands[k] && bands[k].low,
    band_high: bands[k] && bands[k].high,
    schools: mean.joiners.length,
    partnerships: new Set(mean.joiners.map((j) => base.differences.partnerships[j])).size,
    comparators: mean.comparators.size,
    joined: levels && unit * levels[column].joined,
    similar: levels && unit * levels[column].similar,
    verdict: verdictOf(effect, {better, worth: told.worth.value, equivalent: null})
  }));
}

function byPupils(
  {rolls}: Study,
  base: BaseStudy,
  {weights, options}: {weights: Float64Array; options: Parameters<typeof eventStudyOf>[2]}
): Effect | null {
  const pupils = rollWeights(base.differences, rolls);
  if (!pupils) return null;
  const weighed = pupils.map((roll, j) => roll * weights[j]);
  const {cohorts, differences, firstEventTime} = within(base, design.effect);
  return eventStudyOf(cohorts, differences, {...options, firstEventTime, weights: weighed}).overall?.effect ?? null;
}
