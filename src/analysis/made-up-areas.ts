import {group, range} from "d3";
import type {CohortChanges} from "./changes.ts";
import type {Differences} from "./differences.ts";
import {setOf} from "./matched-sets.ts";
import type {Drawn, DrawsOptions} from "./made-up-partnerships.ts";

/** By school of the phase: a number for its authority and its region, −1 where unknown. */
export interface Places {
  authority: Int32Array;
  region: Int32Array;
}

/** With fewer places of a sort that have schools enough, a wider sort is drawn from: the same few places again and again say little of chance. */
const fewestPlaces = {authority: 5, region: 2};

/** A partnership to be imitated: its joiners by cohort. */
interface Imitated {
  members: readonly {cohort: number; joiners: readonly number[]}[];
  /** Where it may lie: by cohort, as in `members`, the places in the pool it may take. */
  places: readonly (readonly Int32Array[])[];
}

/**
 * What made-up partnerships seem to have gained, each of as many untreated schools a cohort as the one that it
 * stands for, all of one authority where there are such, of one region otherwise, and of anywhere failing that: schools that lie together share what
 * happens there. They are held against the comparators of the cohort that were not drawn, after the adjustment. For
 * partnerships too few for an interval.
 */
export function drawMadeUpAreas(
  cohorts: readonly CohortChanges[],
  differences: Differences,
  {weights, draws, source, places}: DrawsOptions & {places: Places}
): Drawn {
  const columns = differences.values.length;
  const imitated = imitatedIn(cohorts, differences, {weights, places});
  const pulls = pullsOf(cohorts, weights);
  const totals = range(columns).map((column) => cohorts.map((changes, c) => totalOf(changes, pulls[c], column)));
  const taken = cohorts.map(({sets}): Taken => ({
    draw: new Int32Array(sets.pool.length).fill(-1),
    places: [],
    joiners: []
  }));
  const found = new Float64Array(draws * columns).fill(NaN);
  for (let draw = 0; draw < draws; draw++) {
    for (const of of taken) of.places.length = of.joiners.length = 0;
    for (const {members, places} of imitated) {
      const place = places[Math.floor(source() * places.length)];
      members.forEach(({cohort, joiners}, m) => takeSome(place[m], {taken: taken[cohort], joiners, draw, source}));
    }
    for (let c = 0; c < columns; c++) {
      const values = differences.values[c];
      found[draw * columns + c] = meanOf(cohorts, taken, {column: c, pulls, totals: totals[c], values, weights});
    }
  }
  return {draws, columns, values: found};
}

/** Which schools of a cohort’s pool a draw took, and for which joiner each stands. */
interface Taken {
  /** By place in the pool: the draw that last took it. */
  draw: Int32Array;
  places: number[];
  joiners: number[];
}

/** Takes a school for each joiner, any of those left as likely as any other, while there are some; shuffles the places. */
function takeSome(
  places: Int32Array,
  {taken, joiners, draw, source}: {taken: Taken; joiners: readonly number[]; draw: number; source: () => number}
): void {
  for (let i = 0, at = 0; i < joiners.length && at < places.length; at++) {
    const other = at + Math.floor(source() * (places.length - at));
    const place = places[other];
    places[other] = places[at];
    places[at] = place;
    if (taken.draw[place] === draw) continue;
    taken.draw[place] = draw;
    taken.places.push(place);
    taken.joiners.push(joiners[i++]);
  }
}

function imitatedIn(
  cohorts: readonly CohortChanges[],
  {partnerships}: Differences,
  {weights, places}: {weights: Float64Array; places: Places}
): Imitated[] {
  const cohortOf = cohorts.flatMap(({sets}, c) => Array.from(sets.joiners, () => c));
  const counted = range(partnerships.length).filter((j) => weights[j] > 0);
  return [...group(counted, (j) => partnerships[j]).values()].map((own) => {
    const members = [...group(own, (j) => cohortOf[j])].map(([cohort, joiners]) => ({cohort, joiners}));
    const at = (code: Int32Array | null) => placesOf(cohorts, members, code);
    const [authorities, regions] = [at(places.authority), at(places.region)];
    if (authorities.length >= fewestPlaces.authority) return {members, places: authorities};
    if (regions.length >= fewestPlaces.region) return {members, places: regions};
    return {members, places: at(null)};
  });
}

/** The places with schools enough in every cohort; null for everywhere as one, enough or not. */
function placesOf(
  cohorts: readonly CohortChanges[],
  members: Imitated["members"],
  code: Int32Array | null
): Int32Array[][] {
  const byMember = members.map(({cohort}) => {
    const {pool} = cohorts[cohort].sets;
    if (!code) return new Map([[0, Int32Array.from(pool.keys())]]);
    const all = group(pool.keys(), (k) => code[pool[k]]);
    return new Map([...all].map(([place, of]) => [place, Int32Array.from(of)]));
  });
  const enough = [...byMember[0].keys()].filter(
    (place) =>
      place >= 0 && (!code || members.every(({joiners}, m) => (byMember[m].get(place)?.length ?? 0) >= joiners.length))
  );
  return enough.map((place) => byMember.map((of) => of.get(place)!));
}

/** By cohort, by place in the pool: what it counts for among the comparators of those imitated. */
function pullsOf(cohorts: readonly CohortChanges[], weights: Float64Array): Float64Array[] {
  let joiner = 0;
  return cohorts.map(({sets}) => {
    const pull = new Float64Array(sets.pool.length);
    for (let i = 0; i < sets.joiners.length; i++, joiner++) {
      if (!(weights[joiner] > 0)) continue;
      const [first, end] = setOf(sets, i);
      for (let at = first; at < end; at++) pull[sets.of[at]] += sets.weights[at];
    }
    return pull;
  });
}

function meanOf(
  cohorts: readonly CohortChanges[],
  taken: readonly Taken[],
  {
    column,
    pulls,
    totals,
    values,
    weights
  }: {
    column: number;
    pulls: readonly Float64Array[];
    totals: readonly Total[];
    values: Float64Array;
    weights: Float64Array;
  }
): number {
  let sum = 0;
  let count = 0;
  for (let cohort = 0; cohort < cohorts.length; cohort++) {
    const {sets, residual} = cohorts[cohort];
    const {places, joiners} = taken[cohort];
    const own = residual[column];
    if (!own || !places.length) continue;
    const start = sets.joiners.length;
    const rest = restOf(own, {start, pull: pulls[cohort], total: totals[cohort], places});
    for (let i = 0; i < places.length; i++) {
      const value = own[start + places[i]] - rest;
      if (Number.isNaN(value) || Number.isNaN(values[joiners[i]])) continue;
      sum += weights[joiners[i]] * value;
      count += weights[joiners[i]];
    }
  }
  return count ? sum / count : NaN;
}

/** What comparators weigh and add up to. */
interface Total {
  weight: number;
  sum: number;
}

/** Of a cohort in a column: over the comparators that have a value. */
function totalOf({sets, residual}: CohortChanges, pull: Float64Array, column: number): Total {
  const own = residual[column];
  const total = {weight: 0, sum: 0};
  if (!own) return total;
  pull.forEach((weight, k) => {
    const value = own[sets.joiners.length + k];
    if (weight === 0 || Number.isNaN(value)) return;
    total.weight += weight;
    total.sum += weight * value;
  });
  return total;
}

/** The weighted mean of the comparators that were not taken; NaN where none is left. */
function restOf(
  values: Float64Array,
  {start, pull, total, places}: {start: number; pull: Float64Array; total: Total; places: readonly number[]}
): number {
  let {weight, sum} = total;
  for (const k of places) {
    const value = values[start + k];
    if (pull[k] === 0 || Number.isNaN(value)) continue;
    weight -= pull[k];
    sum -= pull[k] * value;
  }
  return weight > 1e-9 * total.weight ? sum / weight : NaN;
}
