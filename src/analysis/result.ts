import {design} from "../design.ts";
import type {Direction, Effect, Period, Result, Strength, Subgroup} from "../release/results.ts";
import {limitPart} from "../words/claims.ts";
import {both, type Both} from "./comparison/assumptions.ts";
import type {RoleJoined} from "./comparison/role-joined.ts";
import type {Study} from "./comparison/study.ts";
import {splitBeforeAfter} from "./effects/before-after.ts";
import {listCohorts, listDonors} from "./effects/behind.ts";
import {clearSide} from "./effects/bracket.ts";
import {accumulate, describeBalanced, listEventTimes} from "./effects/by-event-time.ts";
import {treatedClusters} from "./effects/estimated.ts";
import {intervalWords} from "./effects/interval-words.ts";
import type {MeanRequest} from "./effects/mean-excess.ts";
import {makePath} from "./effects/path.ts";
import {computeRates} from "./effects/rates.ts";
import {estimate, estimateEach, type Found, type Specification} from "./effects/specification.ts";
import {specify} from "./effects/specify.ts";
import {makeUnits, type Unit} from "./effects/units.ts";
import {listYears} from "./effects/years.ts";
import {describeAttrition} from "./evidence/attrition.ts";
import {measureBalance} from "./evidence/balance.ts";
import {computeProbability, findDetectableEffect, timeToBenefit} from "./evidence/chances.ts";
import {checkedAgainst} from "./evidence/checked.ts";
import {collectCovariates} from "./evidence/collect-covariates.ts";
import {findCost} from "./evidence/cost.ts";
import {boundHonestly} from "./evidence/honest.ts";
import {leaveOneOut} from "./evidence/leave-one-out.ts";
import {monthsOfProgress} from "./evidence/months-of-progress.ts";
import {oddYearWords} from "./evidence/odd-year.ts";
import {placeboInSpace} from "./evidence/placebo-in-space.ts";
import {testPreTrend} from "./evidence/pre-trend.ts";
import {checkRobustness, rollWeights} from "./evidence/robustness.ts";
import {gradeStrength} from "./evidence/strength.ts";
import {alreadyChanging, judgeEquivalence, judgeVerdict} from "./evidence/verdict.ts";
import type {Setting, Unfinished} from "./setting.ts";
import {makeHead, makeNothing, whyNothing} from "./without-effect.ts";

/** A result with what comparing it with others needs. */
export interface Whole {
  result: Unfinished;
  found: Found | null;
  units: readonly Unit[];
}

/** What joining added to all schools of a role. */
export function wholeResult(setting: Setting): Whole {
  const {role, trials} = setting;
  const units = makeUnits(role.joined, trials.main);
  const terms = specify(setting, units, null);
  const found = estimate(terms);
  const attrition = describeAttrition(role.joined, trials.main, units, found);
  if (!found) return {result: makeNothing(setting, null, {attrition, absent: whyNothing(units)}), found: null, units};
  return {result: {...makeResult(setting, terms, found, {by: null, whole: null}), attrition}, found, units};
}

/** What it added to some of them: the overall effect and its verdict, with the checks before joining of their own. */
export function partResult(
  setting: Setting,
  units: readonly Unit[],
  {by, whole}: {by: Subgroup; whole: Strength | null}
): Whole | null {
  const terms = specify(setting, units, by);
  const found = estimate(terms);
  return found && {result: makeResult(setting, terms, found, {by, whole}), found, units};
}

function makeResult(
  setting: Setting,
  terms: Specification,
  found: Found,
  {by, whole}: {by: Subgroup | null; whole: Strength | null}
): Unfinished {
  const {study, role, trials, data} = setting;
  const {units, clusters, seed, schools} = terms;
  const {unit, printed, better} = study;
  const {effect, means, estimated} = found;
  const behind = means.same_trend.units;
  // A part has no path of its own: its years before joining are tested by cluster-robust errors.
  const paths = both((set) => makePath(units, {set, schools, clusters, seed, ...(by ? {method: "analytic"} : {})}));
  const odd = {better, unit: printed.unit, digits: printed.digits, partly_collected: study.partly_collected};
  const pre_trend = testPreTrend(paths, unit, odd);
  const second_base = checkedAgainst(
    terms,
    makeUnits(selectJoined(role, behind), trials.secondBase()),
    design.effect,
    design.second_base.schools
  );
  const in_time = checkedAgainst(
    terms,
    makeUnits(selectJoined(role, behind), trials.pretended()),
    design.placebo_in_time.effect,
    1
  );
  const honest = boundHonestly(both((set) => paths[set].timed));
  const equivalence = judgeEquivalence(effect, estimated, {unit, margin: printed.smallest_effect.value});
  const already = alreadyChanging(effect, {
    yearBefore: pre_trend.year_before,
    placebo: in_time,
    secondBase: second_base
  });
  const cohorts = listCohorts(study.outcome, behind);
  const partnerships = treatedClusters(means.same_trend, clusters);
  const strength = gradeStrength({
    effect,
    smallest_effect: printed.smallest_effect.value,
    schools: behind.length,
    partnerships,
    cohorts: cohorts.length,
    later_years: paths.same_trend.event_times.filter((e) => e >= design.effect[0] && e <= design.effect[1]).length,
    checks: {
      "the year before joining": pre_trend.year_before === null ? false : true,
      "the joint test": failed(pre_trend.p),
      "a base further back":
        second_base.effect === null || clearSide(effect) === 0
          ? null
          : clearSide(second_base.effect) !== clearSide(effect),
      "joining pretended earlier":
        in_time.effect === null || in_time.effect.low === null ? null : clearSide(in_time.effect) !== 0
    },
    breakdown: honest.relative_magnitude,
    compared: by ? 1 : behind.length / role.joined.length,
    membership: role.evidence,
    whole
  });
  const terms_ = {better, already, strength: strength.strength};
  const verdict = judgeVerdict(effect, {...terms_, equivalent: equivalence?.equivalent ?? false});
  const {periods, by_pupils, while_member} = estimateOthers(setting, terms, by);
  const judgePart = (part: Effect) =>
    limitPart(judgeAlone(part, {better, smallest_effect: printed.smallest_effect.value}), verdict);
  const event_times = by ? [] : listEventTimes(setting, paths, judgePart);
  const before = by ? null : splitBeforeAfter(units, unit);
  const beforeAt = event_times.find(({event_time}) => event_time === -1);
  const method = estimated.same_trend.method;
  return {
    ...makeHead(setting, by),
    years: listYears(behind, design.effect),
    effect,
    periods,
    verdict,
    strength: strength.strength,
    schools: behind.length,
    partnerships,
    absent: null,
    donors: listDonors(behind),
    covariates: collectCovariates(behind),
    overlapping: behind.filter(({row}) => role.overlapping.has(row)).length,
    cohorts,
    interval: {method, words: intervalWords(method, partnerships), clusters: partnerships},
    event_times,
    balanced: by ? null : describeBalanced(setting, terms),
    by_pupils,
    while_member,
    rates: computeRates(units, study.outcome, unit),
    before_after: before && {
      ...before,
      warning:
        beforeAt && pre_trend.year_before ? oddYearWords({effect: beforeAt, odd: pre_trend.year_before}, odd) : null
    },
    pre_trend,
    honest,
    second_base,
    placebo: {in_time, in_space: method === "analytic" && !study.isHeadline ? null : placeboInSpace(terms, found)},
    robustness: by ? [] : checkRobustness(found, terms, {role, trials, study, data, pool: setting.pool}),
    leave_one_out: by ? null : leaveOneOut(found, unit),
    equivalence,
    probability: computeProbability(estimated, {unit, better, smallest_effect: printed.smallest_effect.value}),
    detectable: findDetectableEffect(estimated, unit),
    time_to_benefit: timeToBenefit(event_times, paths, unit),
    period_verdicts: by ? null : judgePeriods(periods, judgePart),
    cumulative: by ? [] : accumulate(paths, unit),
    cost: by ? null : findCost(study, role, behind, {effect, estimated}),
    months_of_progress: countMonths(effect, study),
    strength_reasons: strength.reasons,
    attrition: [],
    balance: by ? null : measureBalance(behind, setting.labels),
    across: null,
    moderators: []
  };
}

const failed = ({same_trend, same_past}: Both<number | null>): boolean | null =>
  same_trend === null || same_past === null ? null : Math.min(same_trend, same_past) < design.strength.pre_trend;

/** Those who joined in the role and are behind an effect. */
function selectJoined({joined}: RoleJoined, behind: readonly Unit[]): RoleJoined["joined"] {
  const rows = new Set(behind.map(({row}) => row));
  return joined.filter(({row}) => rows.has(row));
}

/** The effect over each period, by pupils, and while a member: nobody is known to have left where the last is null. */
function estimateOthers(
  {role, study}: Setting,
  terms: Specification,
  by: Subgroup | null
): {periods: Record<Period, Effect | null>; by_pupils: Effect | null; while_member: Effect | null} {
  const {units, times} = terms;
  const periods = design.periods.map(({from, to}) => ({
    units,
    times: [from, Math.min(to, design.event_times[1])] as const
  }));
  const {leftFrom} = role;
  const anybodyLeft = units.some(({row}) => leftFrom[row] < Infinity);
  const member: MeanRequest = {units, times, findLast: ({row, trial}) => leftFrom[row] - trial.trial.cohort - 1};
  const whole = by ? [] : [{units, times, findWeight: rollWeights(study.rolls)}, ...(anybodyLeft ? [member] : [])];
  const effects = estimateEach(terms, [...periods, ...whole]).map((found) => found?.effect ?? null);
  const ofPeriods = design.periods.map(({id}, i) => [id, effects[i]]);
  return {
    periods: Object.fromEntries(ofPeriods) as Record<Period, Effect | null>,
    by_pupils: effects[periods.length] ?? null,
    while_member: effects[periods.length + 1] ?? null
  };
}

function judgePeriods(
  periods: Result["periods"],
  judge: (part: Effect) => Direction
): Record<Period, Direction | null> {
  const {early, development, longer_term} = periods;
  return {
    early: early && judge(early),
    development: development && judge(development),
    longer_term: longer_term && judge(longer_term)
  };
}

/** Of one year or period: by its own interval. */
function judgeAlone(
  effect: Effect,
  {better, smallest_effect}: {better: Study["better"]; smallest_effect: number}
): Direction {
  const within = effect.low !== null && effect.low > -smallest_effect && effect.high! < smallest_effect;
  return judgeVerdict(effect, {better, equivalent: within, already: false, strength: null});
}

function countMonths({from, to}: Effect, {domain, printed}: Study): Result["months_of_progress"] {
  const months = [from, to].map((value) => monthsOfProgress(value, {domain, pupil_sd: printed.pupil_sd}));
  return months.some((value) => value === null) ? null : [months[0]!, months[1]!];
}
