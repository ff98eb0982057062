import {design} from "../design.ts";
import {mahalanobisCoordinates} from "../matching/mahalanobis.ts";
import {nearestNeighbours} from "../matching/nearest.ts";
import {candidatesOf, type Candidates, type Dropped, type MatchingVariable} from "./candidates.ts";
import type {Joining} from "./joining.ts";
import {onlyJoiners, type CohortSets} from "./matched-sets.ts";
import {pooledPropensity, type PooledPropensity} from "./pooled-propensity.ts";

type Base = readonly [number, number];

/** Whom schools are compared with, drawn once for all measures. */
export interface Drawn {
  cohorts: CohortSets[];
  /** Schools that joined and are compared with nobody, and why. */
  dropped: Dropped[];
  /** Whether a caliper on the chance of joining was kept. */
  hasCaliper: boolean;
}

/** Who may be compared with whom, and how likely all of them were to join. */
export interface Ready {
  cohorts: readonly Candidates[];
  dropped: readonly Dropped[];
  propensity: PooledPropensity | null;
}

/**
 * Draws the comparators of everybody who joined: the plan’s number of nearest
 * schools of the cohort’s pool by Mahalanobis distance, with replacement, each
 * counting alike. Where enough schools joined for a logit of who does, a
 * comparator’s log odds lie within the caliper; a joiner with nobody there is dropped.
 * `base`: event times of the means that schools are matched on.
 */
export const drawComparators = (
  joining: Joining,
  variables: readonly MatchingVariable[],
  base: Base = design.base
): Drawn => drawAmong(readyToDraw(joining, variables, base));

/** What drawing needs, which other rules for the same base share. */
export function readyToDraw(joining: Joining, variables: readonly MatchingVariable[], base: Base = design.base): Ready {
  const {neighbours, available, propensity_from} = design.matching;
  const {cohorts, dropped} = candidatesOf(joining, variables, {base, available, fewest: neighbours});
  return {cohorts, dropped, propensity: countOf(cohorts) >= propensity_from ? pooledPropensity(cohorts) : null};
}

/** Draws; `exact`: by school of the phase, only schools that agree in it are compared, null for no such rule. */
export function drawAmong({cohorts, dropped, propensity}: Ready, exact: Int32Array | null = null): Drawn {
  const {neighbours, caliper} = design.matching;
  const matched = cohorts.map((candidates, c) =>
    matchCohort(candidates, {
      exact,
      neighbours,
      score: propensity && propensity.scores[c],
      caliper: propensity ? caliper * propensity.deviation : Infinity
    })
  );
  const alone = countOf(cohorts) - countOf(matched);
  return {
    cohorts: matched.filter((sets) => sets.joiners.length > 0),
    dropped: alone ? [...dropped, {why: "no school like it that had not joined", schools: alone}] : [...dropped],
    hasCaliper: propensity !== null
  };
}

const countOf = (cohorts: readonly Pick<Candidates, "joiners">[]): number =>
  cohorts.reduce((sum, {joiners}) => sum + joiners.length, 0);

function matchCohort(
  candidates: Candidates,
  {
    exact,
    neighbours,
    score,
    caliper
  }: {exact: Int32Array | null; neighbours: number; score: Float64Array | null; caliper: number}
): CohortSets {
  const {joiners, pool, covariates} = candidates;
  const rows = Int32Array.of(...joiners, ...pool);
  const treated = new Uint8Array(rows.length).fill(1, 0, joiners.length);
  const pairs = nearestNeighbours(treated, mahalanobisCoordinates(treated, covariates), {
    order: "data",
    score,
    caliper,
    stratum: exact ? rows.map((row) => exact[row]) : new Int32Array(rows.length),
    ratio: neighbours,
    replace: true
  });
  const found = new Map<number, number[]>();
  for (const {treated: joiner, comparator} of pairs) {
    if (!found.has(joiner)) found.set(joiner, []);
    found.get(joiner)!.push(comparator - joiners.length);
  }
  const kept = [...found.keys()].sort((a, b) => a - b);
  const from = new Int32Array(kept.length + 1);
  kept.forEach((joiner, i) => (from[i + 1] = from[i] + found.get(joiner)!.length));
  return {
    ...candidates,
    ...onlyJoiners(candidates, kept),
    from,
    of: Int32Array.from(kept.flatMap((joiner) => found.get(joiner)!)),
    weights: Float64Array.from(kept.flatMap((joiner) => found.get(joiner)!.map((_, __, all) => 1 / all.length)))
  };
}
