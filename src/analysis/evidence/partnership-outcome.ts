import {deviation, group, range} from "d3";
import {design} from "../../design.ts";
import type {PartnershipOutcome} from "../../release/partnership-files.ts";
import type {Effect, Estimate} from "../../release/results.ts";
import {both, bothOrNone, type Both, type CovariateSet} from "../comparison/assumptions.ts";
import type {RoleJoined} from "../comparison/role-joined.ts";
import type {Study} from "../comparison/study.ts";
import type {Window} from "../comparison/yearly.ts";
import {joinBracket, clearSide} from "../effects/bracket.ts";
import {listCohorts} from "../effects/behind.ts";
import {computeRates} from "../effects/rates.ts";
import {makeUnits, type Unit} from "../effects/units.ts";
import {listYears} from "../effects/years.ts";
import type {PlanTrials} from "../expected-change/plan-trials.ts";
import {tailQuantile} from "../../library/statistics/index.ts";
import {hashSeed} from "../comparison/seed.ts";
import {describeDistribution, placeboMeans} from "./placebo-distribution.ts";
import {gradeStrength} from "./strength.ts";
import {alreadyChanging, judgeVerdict} from "./verdict.ts";
import {partnershipsWithheld} from "./withheld.ts";

/** One partnership’s outcome without words, and its estimates with the standard deviation of placebo partnerships like it; NaN where there is none. */
export interface OfPartnership {
  partnership: string;
  outcome: Omit<PartnershipOutcome, "title" | "sentence" | "shrunken" | "among">;
  estimated: Both<{estimate: number; se: number}>;
}

/** Who joined which partnership in a role, from the day each joined this body. */
type WhoJoined = Pick<RoleJoined, "partnership_type" | "role" | "ofBodies" | "unpublished" | "evidence">;

/** What the schools of each partnership in a role did, from the day each joined this body, next to what was expected of them. */
export function partnershipOutcomes(
  study: Study,
  role: WhoJoined,
  {trials, authority}: {trials: PlanTrials; authority: Int32Array}
): OfPartnership[] {
  const units = group(makeUnits(role.ofBodies, trials.main), ({partnership}) => partnership);
  const withheld = partnershipsWithheld(units, study.rolls, role.unpublished);
  return [...group(role.ofBodies, ({partnership}) => partnership)].map(([partnership, members]) =>
    computeOutcome(study, role, {
      partnership,
      listed: members,
      units: units.get(partnership) ?? [],
      withheld: withheld.get(partnership) ?? null,
      trials,
      authority
    })
  );
}

function computeOutcome(
  study: Study,
  {partnership_type, role, evidence}: WhoJoined,
  {
    partnership,
    listed,
    units,
    withheld,
    trials,
    authority
  }: {
    partnership: string;
    listed: RoleJoined["ofBodies"];
    units: readonly Unit[];
    withheld: string | null;
    trials: PlanTrials;
    authority: Int32Array;
  }
): OfPartnership {
  const {unit, scale, printed, measure, phase, better} = study;
  const smallest_effect = printed.smallest_effect.value;
  const head = {
    measure,
    phase,
    role,
    scale,
    unit: printed.unit,
    digits: printed.digits,
    sd: printed.sd,
    smallest_effect
  };
  const behind = unitsWithin(units, design.effect);
  const schools = behind.map(({row, trial}) => `${row} ${trial.trial.cohort}`).sort();
  const seed = hashSeed([partnership_type, role, phase, measure, ...schools].join("."), design.draws.seed);
  const absent = withheld ?? whyNone(listed.length, behind.length);
  const overall = absent === null ? effectOver(behind, design.effect, {unit, seed, authority}) : null;
  if (!overall) {
    return {
      partnership,
      estimated: both(() => ({estimate: NaN, se: NaN})),
      outcome: {
        ...head,
        schools: absent === null ? behind.length : listed.length,
        effect: null,
        periods: {early: null, development: null, longer_term: null},
        verdict: null,
        strength: null,
        strength_lost: [],
        placebo: null,
        years: null,
        rates: null,
        absent: absent ?? "No school that had not joined is like one of its schools."
      }
    };
  }
  const over = (times: Window, own: readonly Unit[] = units) =>
    effectOver(unitsWithin(own, times), times, {unit, seed, authority})?.effect ?? null;
  const rows = new Set(behind.map(({row}) => row));
  const again = listed.filter(({row}) => rows.has(row));
  const furtherBack =
    behind.length < design.second_base.schools ? [] : unitsWithin(makeUnits(again, trials.secondBase()), design.effect);
  const checks = {
    before: over([-1, -1]),
    secondBase: furtherBack.length < design.second_base.schools ? null : over(design.effect, furtherBack),
    pretended: over(design.placebo_in_time.effect, makeUnits(again, trials.pretended()))
  };
  const {strength, reasons} = gradeStrength({
    effect: overall.effect,
    smallest_effect,
    schools: behind.length,
    partnerships: 1,
    cohorts: listCohorts(study.outcome, behind).length,
    later_years: countLaterYears(units),
    checks: nameChecks(overall.effect, checks),
    // Both need an error between partnerships.
    breakdown: null,
    compared: behind.length / listed.length,
    membership: evidence,
    whole: null
  });
  const already = isAlreadyChanging(overall.effect, checks);
  return {
    partnership,
    estimated: both((set) => ({estimate: overall.effect[set].value, se: overall.effect[set].se ?? NaN})),
    outcome: {
      ...head,
      schools: behind.length,
      effect: overall.effect,
      periods: Object.fromEntries(
        design.periods.map(({id, from, to}) => [id, over([from, Math.min(to, design.event_times[1])])])
      ) as PartnershipOutcome["periods"],
      verdict: judgeVerdict(overall.effect, {better, equivalent: false, already, strength}),
      strength,
      strength_lost: reasons.filter(({met}) => met === false).map(({rule}) => rule),
      placebo: overall.placebo,
      years: listYears(behind, design.effect),
      rates: computeRates(units, study.outcome, unit),
      absent: null
    }
  };
}

/** The effects before joining of one partnership; null where its schools have not the years for it. */
interface ChecksBefore {
  before: Effect | null;
  secondBase: Effect | null;
  pretended: Effect | null;
}

/** What the rule of strength asks of the years before joining (METHOD §8), null where it could not be asked. The joint test needs errors between partnerships. */
function nameChecks(
  effect: Effect,
  {before, secondBase, pretended}: ChecksBefore
): Parameters<typeof gradeStrength>[0]["checks"] {
  const side = clearSide(effect);
  return {
    "the year before joining": before && clearSide(before) !== 0,
    "the joint test": null,
    "a base further back": secondBase && (side === 0 ? null : clearSide(secondBase) !== side),
    "joining pretended earlier": pretended && clearSide(pretended) !== 0
  };
}

function isAlreadyChanging(effect: Effect, {before, secondBase, pretended}: ChecksBefore): boolean {
  const odd = before === null ? 0 : clearSide(before);
  return alreadyChanging(effect, {
    yearBefore: odd === 0 ? null : odd < 0 ? "dip" : "spike",
    placebo: {effect: pretended},
    secondBase: {effect: secondBase}
  });
}

/** Years since joining in which any of the schools has an excess. */
const countLaterYears = (units: readonly Unit[]): number =>
  range(design.effect[0], design.effect[1] + 1).filter((e) => unitsWithin(units, [e, e]).length > 0).length;

function whyNone(listed: number, behind: number): string | null {
  const fewest = design.fewest_schools;
  if (listed < fewest) return `A result needs at least ${fewest} schools that joined in the same role.`;
  if (behind < fewest) {
    return `Fewer than ${fewest} of its ${listed} schools have results before and since, and schools to compare them with.`;
  }
  return null;
}

/** The schools that have an excess at any of the event times. */
const unitsWithin = (units: readonly Unit[], times: Window): Unit[] =>
  units.filter((unit) => countExcesses(unit, "same_trend", times).count > 0);

/** At how many of the event times a school has an excess, and their sum. */
function countExcesses({trial, at}: Unit, set: CovariateSet, [first, last]: Window): {sum: number; count: number} {
  let [sum, count] = [0, 0];
  for (let e = first; e <= last; e++) {
    const value = trial.excess[set][e - trial.from]?.[at] ?? NaN;
    if (!Number.isNaN(value)) [sum, count] = [sum + value, count + 1];
  }
  return {sum, count};
}

/** The mean excess of a few schools, with the interval that placebo partnerships as large leave around it; null for fewer schools than may be shown. */
function effectOver(
  units: readonly Unit[],
  times: Window,
  {unit, seed, authority}: {unit: number; seed: number; authority: Int32Array}
): {effect: Effect; placebo: NonNullable<PartnershipOutcome["placebo"]>} | null {
  if (units.length < design.fewest_schools) return null;
  const draws = bothOrNone(
    both((set) => placeboMeans(units, {set, times, seed, authority})?.map((draw) => unit * draw) ?? null)
  );
  if (!draws) return null;
  const estimates = both((set) => fromPlacebos(unit * computeMean(units, set, times), draws[set]));
  return {
    effect: joinBracket(estimates),
    placebo: both((set) => describeDistribution(estimates[set].value, draws[set]))
  };
}

function computeMean(units: readonly Unit[], set: CovariateSet, times: Window): number {
  const own = units.map((unit) => {
    const {sum, count} = countExcesses(unit, set, times);
    return sum / count;
  });
  return own.reduce((sum, value) => sum + value, 0) / own.length;
}

/** The estimate less the placebo distribution’s 2.5 % and 97.5 % quantiles. */
function fromPlacebos(value: number, draws: Float64Array): Estimate {
  const tail = (1 - design.confidence) / 2;
  return {
    value,
    se: deviation(draws) ?? null,
    low: value - tailQuantile(draws, 1 - tail),
    high: value - tailQuantile(draws, tail)
  };
}
