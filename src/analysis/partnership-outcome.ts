import {mersenneTwister} from "../statistics/mersenne-twister.ts";
import {deviation, group, range} from "d3";
import {design} from "../design.ts";
import type {Effect} from "../results.ts";
import type {PartnershipOutcome} from "../partnership-notes.ts";
import {partnershipWords} from "../telling/partnership-words.ts";
import {placeboHill} from "../telling/placebo-hill.ts";
import {verdictOf} from "../telling/verdict.ts";
import {within, type BaseStudy} from "./base-study.ts";
import {meansBeside} from "./levels.ts";
import {drawnEffect, meansDrawn} from "./linear-effect.ts";
import {drawMadeUp, type Drawn} from "./made-up-partnerships.ts";
import {once} from "../once.ts";
import type {RoleStudy} from "./role-study.ts";
import {seedOf} from "./seed.ts";
import {alikeInPlace, widening} from "./shared-place.ts";
import type {Study} from "./study.ts";

/** One partnership’s outcome, and its overall effect with the standard deviation of made-up partnerships like it. */
export interface OfPartnership {
  partnership: string;
  outcome: Omit<PartnershipOutcome, "title" | "sentence" | "shrunken">;
  /** NaN where there is no effect or no made-up partnership. */
  estimate: number;
  se: number;
}

const sinceJoining = [0, design.event_times[1]] as const;

type OfRole = Pick<RoleStudy, "kind" | "role" | "joining" | "authority">;

/** What the schools of each partnership in a role did, beside their own comparators; schools of one authority share what happens there. Fewer schools than the plan’s fewest have no result. */
export function partnershipOutcomesOf(study: Study, role: OfRole, base: BaseStudy): OfPartnership[] {
  const places = group(base.differences.rows.keys(), (j) => base.differences.partnerships[j]);
  const listed = group(role.joining.joiners, ({partnership}) => partnership);
  const alike = once(() => alikeInPlace(base.cohorts, role.authority));
  const since = within(base, sinceJoining);
  return [...listed].map(([partnership, members]) =>
    outcomeOf(study, role, base, {
      partnership,
      schools: members.length,
      joiners: places.get(partnership) ?? [],
      since,
      alike
    })
  );
}

/** The same with words, and drawn towards the mean of its kind where that is known. */
export const outcomeInWords = (
  outcome: OfPartnership["outcome"],
  shrunken: Effect | null,
  terms: Parameters<typeof partnershipWords>[1]
): PartnershipOutcome => ({...outcome, shrunken, ...partnershipWords({...outcome, shrunken}, terms)});

function outcomeOf(
  study: Study,
  {kind, role, authority}: OfRole,
  base: BaseStudy,
  {
    partnership,
    schools,
    joiners,
    since,
    alike
  }: {
    partnership: string;
    schools: number;
    joiners: readonly number[];
    /** At the event times since joining, the only ones that are drawn. */
    since: BaseStudy;
    alike: () => Float64Array;
  }
): OfPartnership {
  const {unit, scale, told, measure, phase, better} = study;
  const head = {measure, phase, role, scale, unit: told.unit, digits: told.digits, sd: told.sd};
  const none = (absent: string, count = schools): OfPartnership => ({
    partnership,
    estimate: NaN,
    se: NaN,
    outcome: {
      ...head,
      schools: count,
      effect: null,
      phases: {early: null, development: null, longer_term: null},
      verdict: null,
      placebo: null,
      series: [],
      time_to_benefit: null,
      absent
    }
  });
  const {values, rows} = base.differences;
  const columns = timesOf(design.effect).map((e) => e - base.firstEventTime);
  const behind = joiners.filter((j) => columns.some((c) => !Number.isNaN(values[c][j])));
  if (schools < design.fewest_schools)
    return none(`Results are shown from ${design.fewest_schools} schools in one role on.`);
  if (behind.length < design.fewest_schools) {
    return none(
      `Fewer than ${design.fewest_schools} of its ${schools} schools have results before and since, and similar schools.`
    );
  }
  const weights = Float64Array.from(rows, () => 0);
  for (const j of behind) weights[j] = 1;
  const id = [kind, role, phase, measure, partnership].join(".");
  const anywhere = drawMadeUp(since.cohorts, since.differences, {
    weights,
    draws: design.draws.placebo,
    source: mersenneTwister(seedOf(id, design.draws.seed))
  });
  const placesAt = (c: number) => behind.filter((j) => !Number.isNaN(values[c][j])).map((j) => authority[rows[j]]);
  const first = since.firstEventTime - base.firstEventTime;
  const drawn = widened(
    anywhere,
    range(first, first + anywhere.columns).map((c) => widening(placesAt(c), alike()[c]))
  );
  const at = range(values.length).map((c) => meanAt(values[c], behind));
  const over = (span: readonly [number, number]) => {
    const own = timesOf(span)
      .map((e) => e - base.firstEventTime)
      .filter((c) => at[c] && at[c].schools >= design.fewest_schools);
    if (!own.length) return null;
    const estimate = own.reduce((sum, c) => sum + at[c].mean, 0) / own.length;
    const drawnAt = own.map((c) => c - first);
    return {estimate, drawn: meansDrawn(drawn, drawnAt)};
  };
  const told_ = (span: readonly [number, number]): Effect | null => {
    const found = over(span);
    return found && drawnEffect(found.estimate, found.drawn, unit);
  };
  const overall = over(design.effect);
  if (!overall) return none(`In no year since joining have ${design.fewest_schools} of its schools a result.`);
  const effect = drawnEffect(overall.estimate, overall.drawn, unit);
  const terms = {better, worth: told.worth.value, equivalent: null};
  const verdict = verdictOf(effect, terms);
  const isBetter = (e: number) => verdict === "better" && verdictOf(told_([e, e]), terms) === "better";
  const benefit = timesOf(sinceJoining).find(isBetter);
  const beside = meansBeside(base.cohorts, base.differences, weights, "changes");
  return {
    partnership,
    estimate: unit * overall.estimate,
    se: Math.abs(unit) * (deviation(overall.drawn.filter((value) => !Number.isNaN(value))) ?? NaN),
    outcome: {
      ...head,
      schools: behind.length,
      effect,
      phases: Object.fromEntries(
        design.phases.map(({id, from, to}) => [id, told_([from, Math.min(to, design.event_times[1])])])
      ) as PartnershipOutcome["phases"],
      verdict,
      placebo: placeboHill(
        unit * overall.estimate,
        overall.drawn.map((value) => unit * value)
      ),
      series: timesOf(design.event_times).flatMap((event_time) => {
        const c = event_time - base.firstEventTime;
        if (!at[c] || at[c].schools < design.fewest_schools) return [];
        const {joined} = beside[c];
        return [{event_time, joined: unit * joined, similar: unit * (joined - at[c].mean), schools: at[c].schools}];
      }),
      time_to_benefit: benefit ?? null,
      absent: null
    }
  };
}

/** Draws, each event time’s so many times as far out. */
const widened = ({values, columns, draws}: Drawn, by: readonly number[]): Drawn => ({
  draws,
  columns,
  values: values.map((value, at) => value * by[at % columns])
});

const timesOf = ([from, to]: readonly [number, number]): number[] => range(from, to + 1);

function meanAt(values: Float64Array, joiners: readonly number[]): {mean: number; schools: number} {
  const known = joiners.map((j) => values[j]).filter((value) => !Number.isNaN(value));
  return {mean: known.reduce((sum, value) => sum + value, 0) / known.length, schools: known.length};
}
