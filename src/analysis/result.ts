import {group, range} from "d3";
import {design} from "../design.ts";
import {computeDetectable} from "./evidence/detectable.ts";
import {monthsOfProgress} from "./evidence/months-of-progress.ts";
import {combineEffects} from "./effects/timed-effects.ts";
import {oddYearWords} from "./evidence/odd-year.ts";
import type {Direction, Effect, EventTimeEffect, Period, Result, Strength, Subgroup} from "../release/results.ts";
import tCDF from "@stdlib/stats-base-dists-t-cdf";
import {both, bothOrNone, inOrder, type Both} from "./comparison/assumptions.ts";
import type {DonorPool} from "./comparison/donor-pool.ts";
import type {PhaseData} from "./comparison/phase-data.ts";
import type {RoleJoined} from "./comparison/role-joined.ts";
import type {Study} from "./comparison/study.ts";
import type {Yearly} from "./comparison/yearly.ts";
import {splitBeforeAfter} from "./effects/before-after.ts";
import {roundBracket, clearSide} from "./effects/bracket.ts";
import {treatedClusters, type Estimated} from "./effects/estimated.ts";
import {intervalWords} from "./effects/interval-words.ts";
import type {MeanRequest} from "./effects/mean-excess.ts";
import {makePath, type Path} from "./effects/path.ts";
import {computeRates} from "./effects/rates.ts";
import {estimate, estimateEach, type Found, type Specification} from "./effects/specification.ts";
import {makeUnits, type Unit} from "./effects/units.ts";
import {listYears} from "./effects/years.ts";
import {describeAttrition} from "./evidence/attrition.ts";
import {measureBalance} from "./evidence/balance.ts";
import {checkedAgainst} from "./evidence/checked.ts";
import {findCost} from "./evidence/cost.ts";
import {collectCovariates} from "./evidence/collect-covariates.ts";
import {boundHonestly} from "./evidence/honest.ts";
import {leaveOneOut} from "./evidence/leave-one-out.ts";
import {describeDistribution, placeboMeans} from "./evidence/placebo-distribution.ts";
import {testPreTrend} from "./evidence/pre-trend.ts";
import {checkRobustness, rollWeights, type MeasureTrials} from "./evidence/robustness.ts";
import {gradeStrength} from "./evidence/strength.ts";
import {alreadyChanging, judgeEquivalence, judgeVerdict} from "./evidence/verdict.ts";
import {limitPart} from "../words/claims.ts";
import {makeId, specify} from "./effects/specify.ts";

/** What every result of a run carries. */
export interface RunTerms {
  plan: string;
  /** ISO date. */
  made: string;
}

/** A result before words and families are added. */
export type Unfinished = Omit<Result, "words" | "family">;

/** A result with what comparing it with others needs. */
export interface Whole {
  result: Unfinished;
  found: Found | null;
  units: readonly Unit[];
}

/** What a result is made from. */
export interface Setting {
  data: PhaseData;
  pool: DonorPool;
  role: RoleJoined;
  study: Study;
  trials: MeasureTrials;
  run: RunTerms;
  /** What pages call covariates. */
  labels: Readonly<Record<string, string>>;
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

function whyNothing(units: readonly Unit[]): string {
  if (!units.length) {
    return "Not enough is known of these schools: no joining year has results and free meals about the years before.";
  }
  return "Not enough is known of these schools: none has results before and since joining, the covariates, and schools like it that had not joined.";
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

function makeHead({study, role, run}: Setting, by: Subgroup | null) {
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

function listEventTimes(
  {study, role}: Setting,
  paths: Both<Path>,
  judge: (part: Effect) => Direction
): EventTimeEffect[] {
  const {unit, scale} = study;
  return paths.same_trend.event_times.map((event_time, i) => {
    const estimated = both((set) => paths[set].estimated[i]);
    const effect = roundBracket(estimated, unit);
    const {units} = paths.same_trend.means[i];
    const column = ({trial}: Unit) => event_time - trial.from;
    const mean = (of: (u: Unit) => number) => (unit * units.reduce((sum, u) => sum + of(u), 0)) / units.length;
    const level = mean(({trial, at}) => trial.base[at]);
    const isLevel = scale === "native";
    return {
      event_time,
      ...effect,
      ...computeBand(effect, paths, i, unit),
      schools: units.length,
      partnerships: new Set(units.map(({row}) => role.clusters.of[row])).size,
      donors: Math.min(...units.map((u) => u.trial.regressions.same_trend[column(u)]!.donors)),
      joined: isLevel ? level + mean((u) => u.trial.change[column(u)][u.at]) : null,
      expected: isLevel ? both((set) => level + mean((u) => u.trial.expected[set][column(u)][u.at])) : null,
      verdict: judge(effect)
    };
  });
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

function computeBand(
  effect: Effect,
  paths: Both<Path>,
  i: number,
  unit: number
): {band_low: number | null; band_high: number | null} {
  const ends = inOrder(paths).map(({band, estimated}) => {
    const reach = Math.abs(unit) * band() * estimated[i].se;
    return [unit * estimated[i].estimate - reach, unit * estimated[i].estimate + reach] as const;
  });
  if (effect.low === null || ends.some(([low]) => Number.isNaN(low))) return {band_low: null, band_high: null};
  return {
    band_low: Math.min(effect.low, ...ends.map(([low]) => low)),
    band_high: Math.max(effect.high!, ...ends.map(([, high]) => high))
  };
}

function listDonors(behind: readonly Unit[]): Result["donors"] {
  const rows = new Set<number>();
  let smallest = Infinity;
  for (const trial of new Set(behind.map((unit) => unit.trial))) {
    for (let i = 0; i < trial.trial.donors; i++) rows.add(trial.trial.rows[i]);
    for (let e = design.effect[0]; e <= design.effect[1]; e++) {
      const regression = trial.regressions.same_past[e - trial.from];
      if (regression) smallest = Math.min(smallest, regression.donors);
    }
  }
  return {schools: rows.size, smallest};
}

function listCohorts({years, values}: Yearly, behind: readonly Unit[]): Result["cohorts"] {
  const published = new Set(
    years.filter((_, column) => {
      for (let at = column; at < values.length; at += years.length) if (!Number.isNaN(values[at])) return true;
      return false;
    })
  );
  return [...group(behind, ({trial}) => trial.trial.cohort)]
    .sort(([a], [b]) => a - b)
    .map(([cohort, members]) => ({
      cohort,
      schools: members.length,
      partnerships: new Set(members.map(({partnership}) => partnership)).size,
      straddles_gap: straddles(published, cohort)
    }));
}

/** Whether a year from the base to the last counted one has no results at all. */
function straddles(published: ReadonlySet<number>, cohort: number): boolean {
  const last = Math.min(cohort + design.effect[1], Math.max(...published));
  const first = Math.max(cohort + design.base[0], Math.min(...published));
  return range(first, last + 1).some((year) => !published.has(year));
}

function describeBalanced({study}: Setting, terms: Specification): Result["balanced"] {
  const [first, last] = design.balanced;
  const times = range(first, last + 1);
  const units = terms.units.filter(({trial, at}) =>
    times.every((e) => !Number.isNaN(trial.excess.same_trend[e - trial.from]?.[at] ?? NaN))
  );
  if (!units.length) return null;
  const found = estimateEach(
    {...terms, unit: study.unit},
    times.map((e) => ({units, times: [e, e]}))
  );
  const event_times = times.map((event_time, i) => ({event_time, ...found[i]!.effect}));
  return {schools: units.length, event_times};
}

function placeboInSpace({unit, seed}: Specification, {means}: Found): Result["placebo"]["in_space"] {
  const draws = bothOrNone(both((set) => placeboMeans(means[set].units, {set, times: design.effect, seed})));
  return (
    draws &&
    both((set) =>
      describeDistribution(
        unit * means[set].estimate,
        draws[set].map((draw) => unit * draw)
      )
    )
  );
}

/** Under a flat prior, which makes it Student’s t around the estimate; the smaller of the two, where they agree on its sign. */
function computeProbability(
  estimated: Both<Estimated>,
  {unit, better, smallest_effect}: {unit: number; better: Study["better"]; smallest_effect: number}
): number | null {
  if (better === "neither") return null;
  const good = inOrder(estimated).map(({estimate: value}) => (better === "higher" ? unit * value : -unit * value));
  if (Math.sign(good[0]) !== Math.sign(good[1])) return null;
  const chances = inOrder(estimated).map(({se, degrees, method}, i) =>
    method === "none" ? NaN : tCDF((good[i] - smallest_effect) / (Math.abs(unit) * se), degrees)
  );
  return chances.some((p) => Number.isNaN(p)) ? null : Math.min(...chances);
}

function findDetectableEffect(estimated: Both<Estimated>, unit: number): number | null {
  const found = inOrder(estimated).map(({se, degrees, method}) =>
    method === "none" ? null : computeDetectable({se: Math.abs(unit) * se, degrees})
  );
  return found.some((value) => value === null) ? null : Math.max(...found.map((value) => value!));
}

/** The first event time whose band leaves out zero on the better side: of whoever looks for a first year among several. */
function timeToBenefit(
  event_times: readonly EventTimeEffect[],
  paths: Both<Path>,
  unit: number
): Result["time_to_benefit"] {
  const by_event_time = event_times
    .filter(({event_time}) => event_time >= 0)
    .map(({event_time, verdict, band_low, band_high}) => {
      const i = paths.same_trend.event_times.indexOf(event_time);
      const holdsZero = band_low === null || (band_low <= 0 && band_high! >= 0);
      const isClaim = verdict === "better" || verdict === "worse" || verdict === "higher" || verdict === "lower";
      return {
        event_time,
        verdict: isClaim && holdsZero ? ("unclear" as const) : verdict!,
        detectable: findDetectableEffect(
          both((set) => paths[set].estimated[i]),
          unit
        )
      };
    });
  return {first: by_event_time.find(({verdict}) => verdict === "better")?.event_time ?? null, by_event_time};
}

/** By event time from joining on, the sum of the yearly effects until then; ends at the first event time without one. */
function accumulate(paths: Both<Path>, unit: number): Result["cumulative"] {
  const sums: Result["cumulative"] = [];
  for (let event_time = 0; paths.same_trend.timed.event_times.includes(event_time); event_time++) {
    const i = paths.same_trend.event_times.indexOf(event_time);
    const estimated = both((set): Estimated => {
      const {timed, estimated: own} = paths[set];
      const weights = Float64Array.from(timed.event_times, (e) => (e >= 0 && e <= event_time ? 1 : 0));
      return {...own[i], ...combineEffects(timed, weights)};
    });
    sums.push({event_time, ...roundBracket(estimated, unit)});
  }
  return sums;
}

function countMonths({from, to}: Effect, {domain, printed}: Study): Result["months_of_progress"] {
  const months = [from, to].map((value) => monthsOfProgress(value, {domain, pupil_sd: printed.pupil_sd}));
  return months.some((value) => value === null) ? null : [months[0]!, months[1]!];
}
