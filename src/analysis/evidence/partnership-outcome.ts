import {deviation, group, range} from "d3";
import {design} from "../../design.ts";
import type {PartnershipOutcome} from "../../release/partnership-files.ts";
import type {Effect, Estimate} from "../../release/results.ts";
import {both, bothOrNone, type Both, type CovariateSet} from "../comparison/assumptions.ts";
import type {RoleJoined} from "../comparison/role-joined.ts";
import type {Study} from "../comparison/study.ts";
import type {Window} from "../comparison/yearly.ts";
import {joinBracket, clearSide} from "../effects/bracket.ts";
import {computeRates} from "../effects/rates.ts";
import {makeUnits, type Unit} from "../effects/units.ts";
import {listYears} from "../effects/years.ts";
import type {TrialExcess} from "../expected-change/trial-excess.ts";
import {ascendingQuantile} from "../../library/statistics/index.ts";
import {hashSeed} from "../comparison/seed.ts";
import {describeDistribution, placeboMeans} from "./placebo-distribution.ts";
import {judgeVerdict} from "./verdict.ts";
import {partnershipsWithheld} from "./withheld.ts";

/** One partnership’s outcome without words, and its estimates with the standard deviation of placebo partnerships like it; NaN where there is none. */
export interface OfPartnership {
  partnership: string;
  outcome: Omit<PartnershipOutcome, "title" | "sentence" | "shrunken" | "among">;
  estimated: Both<{estimate: number; se: number}>;
}

/** Who joined which partnership in a role, from the day each joined this body. */
type WhoJoined = Pick<RoleJoined, "partnership_type" | "role" | "ofBodies" | "unpublished">;

/** What the schools of each partnership in a role did, from the day each joined this body, next to what was expected of them. */
export function partnershipOutcomes(
  study: Study,
  role: WhoJoined,
  {trials, authority}: {trials: ReadonlyMap<number, TrialExcess>; authority: Int32Array}
): OfPartnership[] {
  const units = group(makeUnits(role.ofBodies, trials), ({partnership}) => partnership);
  const withheld = partnershipsWithheld(units, study.rolls, role.unpublished);
  return [...group(role.ofBodies, ({partnership}) => partnership)].map(([partnership, members]) =>
    computeOutcome(study, role, {
      partnership,
      listed: members.length,
      units: units.get(partnership) ?? [],
      withheld: withheld.get(partnership) ?? null,
      authority
    })
  );
}

function computeOutcome(
  study: Study,
  {partnership_type, role}: WhoJoined,
  {
    partnership,
    listed,
    units,
    withheld,
    authority
  }: {
    partnership: string;
    listed: number;
    units: readonly Unit[];
    withheld: string | null;
    authority: Int32Array;
  }
): OfPartnership {
  const {unit, scale, printed, measure, phase, better} = study;
  const head = {measure, phase, role, scale, unit: printed.unit, digits: printed.digits, sd: printed.sd};
  const behind = unitsWithin(units, design.effect);
  const schools = behind.map(({row, trial}) => `${row} ${trial.trial.cohort}`).sort();
  const seed = hashSeed([partnership_type, role, phase, measure, ...schools].join("."), design.draws.seed);
  const absent = withheld ?? whyNone(listed, behind.length);
  const overall = absent === null ? effectOver(behind, design.effect, {unit, seed, authority}) : null;
  if (!overall) {
    return {
      partnership,
      estimated: both(() => ({estimate: NaN, se: NaN})),
      outcome: {
        ...head,
        schools: absent === null ? behind.length : listed,
        effect: null,
        periods: {early: null, development: null, longer_term: null},
        verdict: null,
        placebo: null,
        years: null,
        rates: null,
        absent: absent ?? "No school that had not joined is like one of its schools."
      }
    };
  }
  const before = effectOver(unitsWithin(units, [-1, -1]), [-1, -1], {unit, seed, authority});
  const side = clearSide(overall.effect);
  const already = side !== 0 && before !== null && clearSide(before.effect) === side;
  const over = (times: Window) => effectOver(unitsWithin(units, times), times, {unit, seed, authority})?.effect ?? null;
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
      verdict: judgeVerdict(overall.effect, {better, equivalent: false, already, strength: null}),
      placebo: overall.placebo,
      years: listYears(behind, design.effect),
      rates: computeRates(units, study.outcome, unit),
      absent: null
    }
  };
}

function whyNone(listed: number, behind: number): string | null {
  const fewest = design.fewest_schools;
  if (listed < fewest) return `A result needs at least ${fewest} schools that joined in the same role.`;
  if (behind < fewest) {
    return `Fewer than ${fewest} of its ${listed} schools have results before and since, and schools to compare them with.`;
  }
  return null;
}

/** The schools that have an excess at any of the event times. */
const unitsWithin = (units: readonly Unit[], [first, last]: Window): Unit[] =>
  units.filter(({trial, at}) =>
    range(first, last + 1).some((e) => !Number.isNaN(trial.excess.same_trend[e - trial.from]?.[at] ?? NaN))
  );

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

function computeMean(units: readonly Unit[], set: CovariateSet, [first, last]: Window): number {
  const own = units.map(({trial, at}) => {
    const values = range(first, last + 1)
      .map((e) => trial.excess[set][e - trial.from]?.[at] ?? NaN)
      .filter((value) => !Number.isNaN(value));
    return values.reduce((sum, value) => sum + value, 0) / values.length;
  });
  return own.reduce((sum, value) => sum + value, 0) / own.length;
}

/** The estimate less the placebo distribution’s 2.5 % and 97.5 % quantiles. */
function fromPlacebos(value: number, draws: Float64Array): Estimate {
  const tail = (1 - design.confidence) / 2;
  const ascending = draws.slice().sort();
  return {
    value,
    se: deviation(draws) ?? null,
    low: value - ascendingQuantile(ascending, 1 - tail),
    high: value - ascendingQuantile(ascending, tail)
  };
}
