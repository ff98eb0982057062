import {mersenneTwister} from "../statistics/mersenne-twister.ts";
import {range} from "d3";
import {design} from "../design.ts";
import {assignClusters} from "../inference/clusters.ts";
import type {Joiner} from "../comparison.ts";
import type {Effect, PartnershipPhase} from "../results.ts";
import type {CohortChanges} from "./changes.ts";
import type {Differences} from "./differences.ts";
import {effectAt, meanOfEffects, type MeanEffect} from "./effects.ts";
import {methodAt, type Method} from "./how-sure.ts";
import {drawnEffect, meansDrawn, studentEffect, type Grouping} from "./linear-effect.ts";
import {withDrawnOdds} from "./drawn-odds.ts";
import {drawMadeUp, type Drawn} from "./made-up-partnerships.ts";

/** Effects on some joiners, by event time and over several, each with the interval that their number allows. */
export interface EventStudy {
  /** Event times at which enough joiners have a value, ascending. */
  times: TimeEffect[];
  overall: {effect: Effect; mean: MeanEffect} | null;
  phases: Record<PartnershipPhase, Effect | null>;
  /** Distinct joiners behind the overall effect, by place among the differences. */
  joiners: readonly number[];
  partnerships: number;
  comparators: number;
  method: Method;
  grouping: Grouping;
  /** Made-up partnerships like these; null where intervals are Student’s or there are none. */
  drawn: Drawn | null;
}

export interface TimeEffect {
  event_time: number;
  /** Its column among the differences. */
  column: number;
  effect: Effect;
  mean: MeanEffect;
}

export interface StudyOptions {
  /** By joiner, as in the differences: what it counts for; 0 = left out. */
  weights: Float64Array;
  /** Schools of the phase. */
  schools: number;
  /** All who joined in the role, compared or not: schools of one partnership share their luck. */
  joiners: readonly Joiner[];
  firstEventTime: number;
  /** Multiplies estimates into the unit they are told in. */
  unit: number;
  /** Made-up partnerships drawn, where intervals come from them. */
  draws: number;
  seed: number;
}

/** Effects by event time, over the plan’s event times and by phase; `overall` is null where no joiner has a value after joining. */
export function eventStudyOf(
  cohorts: readonly CohortChanges[],
  differences: Differences,
  options: StudyOptions
): EventStudy {
  const {weights, schools, joiners, firstEventTime, unit, draws, seed} = options;
  const grouping = groupingOf(schools, joiners);
  const counted = weights.reduce((sum, weight) => sum + (weight > 0 ? 1 : 0), 0);
  const means = range(differences.values.length).flatMap((column) => {
    const mean = effectAt(cohorts, differences, {column, weights, schools});
    const enough = mean !== null && mean.joiners.length >= Math.min(design.fewest_schools, counted);
    return enough ? [{event_time: firstEventTime + column, column, mean}] : [];
  });
  const within = ([from, to]: readonly [number, number]) =>
    means.filter(({event_time}) => event_time >= from && event_time <= to);
  const overall = meanOfEffects(within(design.effect).map(({mean}) => mean));
  const behind = overall?.joiners ?? [];
  const partnerships = new Set(behind.map((j) => differences.partnerships[j])).size;
  const method = methodAt({
    schools: behind.length,
    cohorts: new Set(behind.map((j) => differences.cohorts[j])).size,
    partnerships
  });
  const source = mersenneTwister(seed);
  const drawn =
    method === "randomisation"
      ? withDrawnOdds(drawMadeUp(cohorts, differences, {weights, draws, source}), cohorts, differences, {
          weights,
          schools,
          source
        })
      : null;
  const told = (mean: MeanEffect, columns: readonly number[]): Effect => {
    if (method === "student") return studentEffect(mean, grouping, unit);
    if (drawn) return drawnEffect(mean.estimate, meansDrawn(drawn, columns), unit);
    return {value: unit * mean.estimate, low: null, high: null};
  };
  const over = (span: readonly [number, number]): Effect | null => {
    const parts = within(span);
    const mean = meanOfEffects(parts.map((part) => part.mean));
    return (
      mean &&
      told(
        mean,
        parts.map(({column}) => column)
      )
    );
  };
  return {
    times: means.map((time) => ({...time, effect: told(time.mean, [time.column])})),
    overall: overall && {effect: over(design.effect)!, mean: overall},
    phases: Object.fromEntries(design.phases.map(({id, from, to}) => [id, over([from, to])])) as EventStudy["phases"],
    joiners: behind,
    partnerships,
    get comparators() {
      return overall?.comparators.size ?? 0;
    },
    method,
    grouping,
    drawn
  };
}

/** Clusters and cohorts of the schools of a phase. */
export function groupingOf(schools: number, joiners: readonly Joiner[]): Grouping {
  const cohort = new Float64Array(schools).fill(Infinity);
  for (const joiner of joiners) cohort[joiner.row] = joiner.cohort;
  return {clusters: assignClusters(schools, joiners), cohort};
}
