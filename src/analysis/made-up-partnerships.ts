import type {CohortChanges} from "./changes.ts";
import type {Differences} from "./differences.ts";
import {pullsOf} from "./effects.ts";
import {setOf} from "./matched-sets.ts";

export interface DrawsOptions {
  /** By joiner, as in the differences: what it counts for; 0 = not among those imitated. */
  weights: Float64Array;
  draws: number;
  /** Uniform numbers in [0, 1), not of a congruential generator, whose streams from near seeds run alike. */
  source: () => number;
}

/** Draws × event times. */
export interface Drawn {
  draws: number;
  columns: number;
  /** Row by row; NaN where a draw has no answer at an event time. */
  values: Float64Array;
}

/** A joiner to be imitated: its place in its cohort, where its comparators are, and the chance that it keeps its place. */
interface Imitated {
  joiner: number;
  first: number;
  end: number;
  stays: number;
}

/** One cohort at one event time. */
interface Column {
  /** By joiner: its weight over those of all joiners with a value. */
  shares: Float64Array;
  /** By place in the pool: what it counts for. */
  pulls: Float64Array;
  /** Residuals from the same regression on both sides: joiners’ less the luck left in theirs. */
  even: Float64Array;
  /** Mean of the comparators. */
  similar: number;
}

interface Cohort {
  changes: CohortChanges;
  imitated: Imitated[];
  /** By event time; null where no joiner that counts has a value. */
  columns: (Column | null)[];
}

/** Who stands where in one draw: by joiner imitated a place in the pool, or −1 where it keeps its own, and whose luck it has. */
interface Turn {
  picked: Int32Array;
  lucky: Int32Array;
}

const mostTries = 20;
const rounding = 1e-9;

/**
 * How far off an estimate is by chance, from partnerships made up of schools alike: in each draw every joiner stays, or changes
 * places with one of its own comparators wherever that one serves; each of them, itself included, has the same chance (that of the
 * weights) to be the one that joined. If joining added δ to joiners, the estimate a of a draw holds b δ, b being the weight of
 * those that stayed less that of those now compared with; at the estimate D itself the draw is off by
 * (a − b D) ÷ (1 − b). Estimate less quantiles is then the set of effects that this test does not reject (Rosenbaum 2002, §2.4).
 * A joiner picked by name brings the luck of its base too, which its comparators, matched on the base, share: that of a
 * school of the pool stands in for it. An event time counts for a place only where both have a value in it.
 */
export function drawMadeUp(
  cohorts: readonly CohortChanges[],
  differences: Differences,
  {weights, draws, source}: DrawsOptions
): Drawn {
  const columns = differences.values.length;
  const counting = cohortsOf(cohorts, differences, weights);
  const own = Array.from({length: columns}, (_, c) => gainOf(counting, c));
  const values = new Float64Array(draws * columns).fill(NaN);
  for (let draw = 0; draw < draws; draw++) {
    const turns = counting.map((cohort) => turnOf(cohort, source));
    for (let c = 0; c < columns; c++) values[draw * columns + c] = errorOf(counting, turns, {column: c, own: own[c]});
  }
  return {draws, columns, values};
}

function cohortsOf(cohorts: readonly CohortChanges[], {values}: Differences, weights: Float64Array): Cohort[] {
  const totals = values.map((own) => own.reduce((sum, value, j) => sum + (Number.isNaN(value) ? 0 : weights[j]), 0));
  let at = 0;
  return cohorts.flatMap((changes) => {
    const {sets} = changes;
    const start = at;
    at += sets.joiners.length;
    const imitated = [...sets.joiners.keys()].filter((i) => weights[start + i] > 0).map((i) => imitatedOf(sets, i));
    if (!imitated.length) return [];
    const columns = values.map((own, c) => {
      const shares = Float64Array.from(sets.joiners, (_, i) =>
        Number.isNaN(own[start + i]) ? 0 : weights[start + i] / totals[c]
      );
      return shares.some((share) => share > 0) ? columnOf(changes, c, shares) : null;
    });
    return [{changes, imitated, columns}];
  });
}

/** One of 1 + k, k being the number of comparators, or as many of equal weight as tell as much. */
function imitatedOf(sets: CohortChanges["sets"], joiner: number): Imitated {
  const [first, end] = setOf(sets, joiner);
  let squares = 0;
  for (let at = first; at < end; at++) squares += sets.weights[at] ** 2;
  return {joiner, first, end, stays: squares / (1 + squares)};
}

function columnOf({sets, residual, luck}: CohortChanges, c: number, shares: Float64Array): Column {
  const start = shares.length;
  const values = residual[c]!;
  const even = values.map((value, i) => (i < start ? value - luck[c][i] : value));
  const pulls = pullsOf(sets, values, shares);
  const similar = pulls.reduce((sum, pull, k) => (pull > 0 ? sum + pull * even[start + k] : sum), 0);
  return {shares, pulls, even, similar};
}

/** The estimate from even residuals. */
function gainOf(cohorts: readonly Cohort[], c: number): number {
  let gain = 0;
  for (const {columns} of cohorts) {
    const column = columns[c];
    if (!column) continue;
    gain -= column.similar;
    column.shares.forEach((share, i) => share > 0 && (gain += share * column.even[i]));
  }
  return gain;
}

function turnOf({changes, imitated}: Cohort, source: () => number): Turn {
  const {of, weights, pool} = changes.sets;
  const taken = new Set<number>();
  const picked = Int32Array.from(imitated, ({first, end, stays}) => {
    if (source() < stays) return -1;
    for (let tries = 0; tries < mostTries; tries++) {
      const place = of[placeAt(weights, {first, end}, source())];
      if (taken.has(place)) continue;
      taken.add(place);
      return place;
    }
    return -1;
  });
  return {picked, lucky: picked.map(() => Math.floor(source() * pool.length))};
}

function placeAt(weights: Float64Array, {first, end}: Pick<Imitated, "first" | "end">, chance: number): number {
  let at = first;
  for (let rest = chance - weights[at]; rest >= 0 && at < end - 1; rest -= weights[at]) at++;
  return at;
}

/** NaN where everybody stayed, or nobody has a value. */
function errorOf(
  cohorts: readonly Cohort[],
  turns: readonly Turn[],
  {column, own}: {column: number; own: number}
): number {
  const sums = {joined: 0, weight: 0, stayed: 0, similar: 0, turned: 0, luck: 0};
  for (let k = 0; k < cohorts.length; k++) {
    const {changes, imitated, columns} = cohorts[k];
    const at = columns[column];
    if (at) addPlaces({changes, imitated, at, luck: changes.luck[column]}, turns[k], sums);
  }
  const {joined, weight, stayed, similar, turned, luck} = sums;
  const share = stayed / weight - turned;
  if (!(1 - share > rounding)) return NaN;
  return (joined / weight - similar - share * own) / (1 - share) + luck;
}

function addPlaces(
  {
    changes,
    imitated,
    at: {shares, pulls, even, similar},
    luck
  }: Omit<Cohort, "columns"> & {at: Column; luck: Float64Array},
  {picked, lucky}: Turn,
  sums: {joined: number; weight: number; stayed: number; similar: number; turned: number; luck: number}
): void {
  const start = shares.length;
  sums.similar += similar;
  for (let p = 0; p < picked.length; p++) {
    const {joiner} = imitated[p];
    const share = shares[joiner];
    if (share === 0) continue;
    if (changes.hasLuck[joiner]) sums.luck += share * luck[start + lucky[p]];
    const place = picked[p];
    const value = place < 0 ? even[joiner] : even[start + place];
    if (Number.isNaN(value)) continue;
    sums.joined += share * value;
    sums.weight += share;
    if (place < 0) sums.stayed += share;
    else {
      sums.similar += pulls[place] * (even[joiner] - value);
      sums.turned += pulls[place];
    }
  }
}
