import {addMoves} from "../statistics/linear-model.ts";
import type {CohortChanges} from "./changes.ts";
import type {Differences} from "./differences.ts";
import type {Fit} from "./regression.ts";
import {setOf} from "./matched-sets.ts";
import {once} from "../once.ts";

/** The mean effect on some joiners at one event time, or over several. */
export interface MeanEffect {
  estimate: number;
  /** By school of the phase: how far the estimate would move if the school counted for more. */
  influence: Float64Array;
  /** Joiners behind it, by their place among the differences. */
  joiners: readonly number[];
  /** Rows of the schools they are compared with. */
  comparators: ReadonlySet<number>;
}

/**
 * The effect at one event time, a column of the differences: the mean over joiners by their weights, 0 for those
 * left out. Null if none has a value.
 *
 * With m the weighted mean of comparators’ residuals in a cohort: a joiner of weight ω moves the
 * estimate by ω (r − m − ATT) ÷ Σω, a comparator of weight W by −W (r − m) ÷ Σω, and
 * a school of the pool by what it does to the regression where joiners and comparators still differ in covariates. Where results told roles,
 * those they told and the pool move it by what they do to the odds that tell joiners’ luck, too.
 */
export function effectAt(
  cohorts: readonly CohortChanges[],
  {values}: Differences,
  {column, weights, schools}: {column: number; weights: Float64Array; schools: number}
): MeanEffect | null {
  const own = values[column];
  let total = 0;
  let sum = 0;
  const joiners: number[] = [];
  for (let j = 0; j < own.length; j++) {
    if (weights[j] === 0 || Number.isNaN(own[j])) continue;
    total += weights[j];
    sum += weights[j] * own[j];
    joiners.push(j);
  }
  if (!total) return null;
  const estimate = sum / total;
  // Few effects are asked for their influence, which takes longer than all else.
  const influence = once(() => {
    const moves = new Float64Array(schools);
    for (const each of cohortsWeighed(cohorts, {column, own, weights, total}))
      addInfluence(each, {column, estimate, influence: moves});
    return moves;
  });
  const comparators = once(() => comparatorsOf(cohorts, {column, own, weights}));
  return {
    estimate,
    joiners,
    get influence() {
      return influence();
    },
    get comparators() {
      return comparators();
    }
  };
}

interface Weighed {
  changes: CohortChanges;
  /** By joiner: its weight over those of all. */
  shares: Float64Array;
  /** By place in the pool: what it counts for. */
  pull: Float64Array;
}

/** The cohorts that have a joiner with a value. */
function cohortsWeighed(
  cohorts: readonly CohortChanges[],
  {column, own, weights, total}: {column: number; own: Float64Array; weights: Float64Array; total: number}
): Weighed[] {
  let at = 0;
  return cohorts.flatMap((changes) => {
    const shares = new Float64Array(changes.sets.joiners.length);
    let any = false;
    for (let i = 0; i < shares.length; i++, at++) {
      if (weights[at] === 0 || Number.isNaN(own[at])) continue;
      shares[i] = weights[at] / total;
      any = true;
    }
    return any ? [{changes, shares, pull: pullsOf(changes.sets, changes.residual[column]!, shares)}] : [];
  });
}

/** Rows of the schools of the pool that have a value and stand beside a joiner that counts and has one. */
function comparatorsOf(
  cohorts: readonly CohortChanges[],
  {column, own, weights}: {column: number; own: Float64Array; weights: Float64Array}
): ReadonlySet<number> {
  const found = new Set<number>();
  let j = 0;
  for (const {sets, rows, residual} of cohorts) {
    const values = residual[column];
    const start = sets.joiners.length;
    let isShared = false;
    for (let i = 0; i < start; i++, j++) {
      if (!values || isShared || weights[j] === 0 || Number.isNaN(own[j])) continue;
      isShared = !sets.from;
      const [first, end] = setOf(sets, i);
      for (let at = first; at < end; at++) {
        const school = start + sets.of[at];
        if (!Number.isNaN(values[school])) found.add(rows[school]);
      }
    }
  }
  return found;
}

function addInfluence(
  {changes: {rows, residual, fits, against, odds, turned, foreseen}, shares, pull}: Weighed,
  {column, estimate, influence}: {column: number; estimate: number; influence: Float64Array}
): void {
  const values = residual[column]!;
  const start = shares.length;
  const joined = placesWith(shares);
  const pulling = placesWith(pull);
  const mean = meanPulled(values, start, pull, pulling);
  for (const i of joined) influence[rows[i]] += shares[i] * (values[i] - mean - estimate);
  for (const k of pulling) influence[rows[start + k]] -= pull[k] * (values[start + k] - mean);
  for (const which of ["own", "told", "named"] as const) {
    if (which !== "own" && !against.includes(which)) continue;
    const held = joined.filter((i) => against[i] === which);
    const {design, line} = fits[column]![which];
    // How far joiners less comparators lie from zero in the intercept and the columns.
    const gap = new Float64Array(design.columns.length + 1);
    gap[0] = sumOver(held, shares) - (which === "own" ? sumOver(pulling, pull) : 0);
    for (let j = 0; j < design.columns.length; j++) {
      const x = design.columns[j];
      gap[j + 1] = sumOver(held, shares, x, rows.length);
      if (which === "own") gap[j + 1] -= sumOver(pulling, pull, x, start);
    }
    addMovesOf({design, line}, rows, {gap, influence});
  }
  odds?.addMoves(turnedAt({turned, foreseen}, shares, column), influence);
}

/** By coefficient of the odds: what one more of it adds to the effect. A joiner of whom more is expected has done less beside its comparators. */
const turnedAt = (
  {turned, foreseen}: Pick<CohortChanges, "turned" | "foreseen">,
  shares: Float64Array,
  column: number
): number[] =>
  turned.map((by) => -shares.reduce((sum, share, i) => (share ? sum + share * by[i] * foreseen[column][i] : sum), 0));

/** The same over cohorts, at one event time; 0 where results told nobody’s role. */
export function gradientOfOdds(
  cohorts: readonly CohortChanges[],
  {column, own, weights}: {column: number; own: Float64Array; weights: Float64Array}
): number[] {
  const total = own.reduce((sum, value, j) => (Number.isNaN(value) ? sum : sum + weights[j]), 0);
  const found: number[] = [];
  for (const {changes, shares} of total ? cohortsWeighed(cohorts, {column, own, weights, total}) : [])
    turnedAt(changes, shares, column).forEach((by, k) => (found[k] = (found[k] ?? 0) + by));
  return found;
}

/** The mean of what pulls. */
function meanPulled(values: Float64Array, start: number, pull: Float64Array, pulling: readonly number[]): number {
  let total = 0;
  let sum = 0;
  for (const k of pulling) {
    total += pull[k];
    sum += pull[k] * values[start + k];
  }
  return sum / total;
}

/** Places of weights that are not 0. */
function placesWith(weights: Float64Array): number[] {
  const found: number[] = [];
  for (let i = 0; i < weights.length; i++) if (weights[i] !== 0) found.push(i);
  return found;
}

/** The sum of weights at some places, times the values so many rows on where there are any. */
function sumOver(places: readonly number[], weights: Float64Array, values?: Float64Array, on = 0): number {
  let sum = 0;
  if (!values) for (const at of places) sum += weights[at];
  else for (const at of places) sum += weights[at] * values[on + at];
  return sum;
}

/** What every school of the pool does to the estimate by way of a regression, `gap` being how far joiners less comparators lie from zero in its intercept and columns. */
function addMovesOf(
  {design, line}: Fit,
  rows: Int32Array,
  {gap, influence}: {gap: Float64Array; influence: Float64Array}
): void {
  const moves = new Float64Array(design.rows);
  addMoves(design, line, gap, moves);
  for (let i = 0; i < rows.length; i++) influence[rows[i]] -= moves[i];
}

/** By place in the pool: what it counts for among the joiners’ comparators that have a value, a joiner’s share being split among its own. */
export function pullsOf(sets: CohortChanges["sets"], values: Float64Array, shares: Float64Array): Float64Array {
  const start = shares.length;
  const pull = new Float64Array(sets.pool.length);
  const spread = (share: number, [first, end]: [number, number]) => {
    let total = 0;
    for (let at = first; at < end; at++) if (!Number.isNaN(values[start + sets.of[at]])) total += sets.weights[at];
    for (let at = first; at < end; at++) {
      if (!Number.isNaN(values[start + sets.of[at]])) pull[sets.of[at]] += (share * sets.weights[at]) / total;
    }
  };
  if (!sets.from)
    spread(
      shares.reduce((sum, share) => sum + share, 0),
      [0, sets.of.length]
    );
  else shares.forEach((share, i) => share !== 0 && spread(share, setOf(sets, i)));
  return pull;
}

/** The plain mean of effects at several event times; null if there are none. */
export function meanOfEffects(effects: readonly MeanEffect[]): MeanEffect | null {
  if (!effects.length) return null;
  const influence = once(() => {
    const moves = new Float64Array(effects[0].influence.length);
    for (const effect of effects) {
      const own = effect.influence;
      for (let i = 0; i < moves.length; i++) moves[i] += own[i] / effects.length;
    }
    return moves;
  });
  const comparators = once(() => new Set(effects.flatMap((effect) => [...effect.comparators])));
  return {
    estimate: effects.reduce((sum, {estimate}) => sum + estimate / effects.length, 0),
    joiners: [...new Set(effects.flatMap(({joiners}) => joiners))],
    get influence() {
      return influence();
    },
    get comparators() {
      return comparators();
    }
  };
}
