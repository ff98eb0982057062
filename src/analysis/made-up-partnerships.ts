import type {CohortChanges} from "./changes.ts";
import type {Differences} from "./differences.ts";
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

/** A joiner to be imitated: where its comparators are, and the chance that it keeps its place. */
interface Imitated {
  joiner: number;
  first: number;
  end: number;
  stays: number;
}

/** The joiners of a cohort that are imitated and all whom they may change places with, flat: what draws walk through again and again. */
interface Cohort {
  imitated: Imitated[];
  /** By comparator of those imitated, set after set: its place among `places`; and its weight. */
  of: Int32Array;
  weights: Float64Array;
  places: number;
  /**
   * By imitated or place × event time: its share of all joiners with a value, what it counts for, and its residual,
   * all from the same regression: joiners’ less the luck left in theirs.
   */
  shares: Float64Array;
  pulls: Float64Array;
  joined: Float64Array;
  similar: Float64Array;
  /** By event time: mean of the comparators. */
  means: Float64Array;
  /** By imitated: whether a school of the pool lends its luck; by event time: what there is to lend, ascending. */
  hasLuck: Uint8Array;
  lent: readonly Float64Array[];
}

/** Who stands where in one draw: by imitated a place, or −1 where it keeps its own, and how good its luck is among all, from 0 to 1, in every year. */
interface Turn {
  picked: Int32Array;
  lucky: Float64Array;
  /** By place: the draw that last took it. */
  taken: Int32Array;
}

/** By event time, over cohorts. */
interface Sums {
  joined: Float64Array;
  weight: Float64Array;
  stayed: Float64Array;
  similar: Float64Array;
  turned: Float64Array;
  luck: Float64Array;
}

const mostTries = 20;
const rounding = 1e-9;

/**
 * How far off an estimate is by chance, from partnerships made up of schools alike: in each draw every joiner stays, or changes
 * places with one of its own comparators wherever that one serves; each of them, itself included, has the same chance (that of the
 * weights) to be the one that joined. If joining added δ to joiners, the estimate a of a draw holds b δ, b being the weight of
 * those that stayed less that of those now compared with; at the estimate D itself the draw is off by
 * (a − b D) ÷ (1 − b). Estimate less quantiles is then the set of effects that this test does not reject (Rosenbaum 2002, §2.4).
 * A joiner picked by name brings the luck of its base too, which its comparators, matched on the base, share: one of the pool’s
 * stands in for it, as good among those of the schools that have a value in one year as in another. An event time counts for a place only where both have a value in it.
 */
export function drawMadeUp(
  cohorts: readonly CohortChanges[],
  differences: Differences,
  {weights, draws, source}: DrawsOptions
): Drawn {
  const columns = differences.values.length;
  const counting = cohortsOf(cohorts, differences, weights);
  const own = gainsOf(counting, columns);
  const turns = counting.map(({imitated, places}): Turn => ({
    picked: new Int32Array(imitated.length),
    lucky: new Float64Array(imitated.length),
    taken: new Int32Array(places).fill(-1)
  }));
  const sums = sumsOf(columns);
  const each = Object.values(sums) as Float64Array[];
  const values = new Float64Array(draws * columns);
  for (let draw = 0; draw < draws; draw++) {
    for (const sum of each) sum.fill(0);
    for (let k = 0; k < counting.length; k++) {
      take(counting[k], turns[k], {draw, source});
      addPlaces(counting[k], turns[k], sums);
    }
    for (let c = 0; c < columns; c++) values[draw * columns + c] = errorAt(sums, c, own[c]);
  }
  return {draws, columns, values};
}

const sumsOf = (columns: number): Sums => {
  const zeros = () => new Float64Array(columns);
  return {joined: zeros(), weight: zeros(), stayed: zeros(), similar: zeros(), turned: zeros(), luck: zeros()};
};

function cohortsOf(cohorts: readonly CohortChanges[], {values}: Differences, weights: Float64Array): Cohort[] {
  const totals = values.map((own) => own.reduce((sum, value, j) => sum + (Number.isNaN(value) ? 0 : weights[j]), 0));
  let at = 0;
  return cohorts.flatMap((changes) => {
    const start = at;
    at += changes.sets.joiners.length;
    const share = (i: number, c: number) => (Number.isNaN(values[c][start + i]) ? 0 : weights[start + i] / totals[c]);
    const imitated: Imitated[] = [];
    for (let i = 0; i < changes.sets.joiners.length; i++) {
      const [first, end] = setOf(changes.sets, i);
      if (weights[start + i] > 0 && end > first) imitated.push({joiner: i, first, end, stays: 0});
    }
    return imitated.length ? [flattened(changes, imitated, share)] : [];
  });
}

function flattened(
  changes: CohortChanges,
  given: readonly Imitated[],
  share: (joiner: number, column: number) => number
): Cohort {
  const {sets, residual, luck, lent, hasLuck} = changes;
  const start = sets.joiners.length;
  const columns = residual.length;
  const placeOf = new Map<number, number>();
  const of: number[] = [];
  const weights: number[] = [];
  const imitated = given.map(({joiner, first, end}): Imitated => {
    const from = of.length;
    let squares = 0;
    for (let at = first; at < end; at++) {
      if (!placeOf.has(sets.of[at])) placeOf.set(sets.of[at], placeOf.size);
      of.push(placeOf.get(sets.of[at])!);
      weights.push(sets.weights[at]);
      squares += sets.weights[at] ** 2;
    }
    // One of 1 + k, k being the number of comparators, or as many of equal weight as tell as much.
    return {joiner, first: from, end: of.length, stays: squares / (1 + squares)};
  });
  const cohort: Cohort = {
    imitated,
    of: Int32Array.from(of),
    weights: Float64Array.from(weights),
    places: placeOf.size,
    shares: new Float64Array(imitated.length * columns),
    pulls: new Float64Array(placeOf.size * columns),
    joined: new Float64Array(imitated.length * columns),
    similar: new Float64Array(placeOf.size * columns),
    means: new Float64Array(columns),
    hasLuck: Uint8Array.from(imitated, ({joiner}) => hasLuck[joiner]),
    lent: imitated.some(({joiner}) => hasLuck[joiner]) ? lent.map((lend) => lend()) : []
  };
  residual.forEach((own, c) => {
    let at = c;
    for (const place of placeOf.keys()) {
      cohort.similar[at] = own ? own[start + place] : NaN;
      at += columns;
    }
    imitated.forEach(({joiner}, p) => {
      cohort.joined[p * columns + c] = own ? own[joiner] - luck[c][joiner] : NaN;
      cohort.shares[p * columns + c] = share(joiner, c);
    });
    addPulls(cohort, c, columns);
  });
  return cohort;
}

/** What places count for at an event time: a joiner’s share, split among those of its comparators that have a value. */
function addPulls({imitated, of, weights, places, shares, pulls, similar, means}: Cohort, c: number, columns: number) {
  imitated.forEach(({first, end}, p) => {
    const share = shares[p * columns + c];
    if (share === 0) return;
    let total = 0;
    for (let at = first; at < end; at++) if (!Number.isNaN(similar[of[at] * columns + c])) total += weights[at];
    for (let at = first; at < end; at++) {
      const place = of[at] * columns + c;
      if (!Number.isNaN(similar[place])) pulls[place] += (share * weights[at]) / total;
    }
  });
  for (let place = c; place < places * columns; place += columns) {
    if (pulls[place] > 0) means[c] += pulls[place] * similar[place];
  }
}

/** By event time: the estimate from even residuals. */
function gainsOf(cohorts: readonly Cohort[], columns: number): Float64Array {
  const gains = new Float64Array(columns);
  for (const {shares, joined, means} of cohorts) {
    for (let at = 0; at < shares.length; at++) if (shares[at] > 0) gains[at % columns] += shares[at] * joined[at];
    for (let c = 0; c < columns; c++) gains[c] -= means[c];
  }
  return gains;
}

/** Decides a draw: into `turn`. */
function take(
  {imitated, of, weights}: Cohort,
  {picked, lucky, taken}: Turn,
  {draw, source}: {draw: number; source: () => number}
): void {
  for (let p = 0; p < imitated.length; p++) {
    const one = imitated[p];
    picked[p] = -1;
    if (source() < one.stays) continue;
    for (let tries = 0; tries < mostTries; tries++) {
      const place = of[placeAt(weights, one, source())];
      if (taken[place] === draw) continue;
      taken[place] = draw;
      picked[p] = place;
      break;
    }
  }
  for (let p = 0; p < imitated.length; p++) lucky[p] = source();
}

function placeAt(weights: Float64Array, {first, end}: Imitated, chance: number): number {
  let at = first;
  for (let rest = chance - weights[at]; rest >= 0 && at < end - 1; rest -= weights[at]) at++;
  return at;
}

function addPlaces(
  {imitated, shares, pulls, joined, similar, means, hasLuck, lent}: Cohort,
  {picked, lucky}: Turn,
  sums: Sums
): void {
  const columns = means.length;
  for (let c = 0; c < columns; c++) sums.similar[c] += means[c];
  for (let p = 0; p < imitated.length; p++) {
    const own = p * columns;
    const place = picked[p] * columns;
    for (let c = 0; c < columns; c++) {
      const share = shares[own + c];
      if (share === 0) continue;
      if (hasLuck[p]) sums.luck[c] += share * lent[c][Math.floor(lucky[p] * lent[c].length)];
      const value = place < 0 ? joined[own + c] : similar[place + c];
      if (Number.isNaN(value)) continue;
      sums.joined[c] += share * value;
      sums.weight[c] += share;
      if (place < 0) sums.stayed[c] += share;
      else {
        sums.similar[c] += pulls[place + c] * (joined[own + c] - value);
        sums.turned[c] += pulls[place + c];
      }
    }
  }
}

/** NaN where everybody stayed, or nobody has a value. */
function errorAt({joined, weight, stayed, similar, turned, luck}: Sums, c: number, own: number): number {
  const share = stayed[c] / weight[c] - turned[c];
  if (!(1 - share > rounding)) return NaN;
  return (joined[c] / weight[c] - similar[c] - share * own) / (1 - share) + luck[c];
}
