import {mersenneTwister} from "../statistics/mersenne-twister.ts";
import type {ReducedRegression} from "./clustered-regression.ts";
import {drawWeights, enumerateWeights, type WildWeights} from "./wild-weights.ts";

/** Weights and random numbers of a wild cluster bootstrap. */
export interface WildOptions {
  /** The coefficient under the null. */
  nullValue: number;
  /** Whether residuals of the draws are those under the null (WCR) or of the fit (WCU). */
  imposed: boolean;
  weights: WildWeights;
  /** How many draws; with Rademacher weights all 2^G instead if there are no more than that. */
  draws: number;
  seed: number;
  /** Of the interval, such as 0.95. */
  confidence: number;
}

/** What `wildClusterBootstrap` gives. */
export interface WildTest {
  /** (coefficient − null) ÷ clustered standard error. */
  statistic: number;
  /** Share of draws whose statistic is farther from 0 than the one observed; draws that tie with it are not. */
  p: number;
  /** The same with ties counted as farther: never 0 where the null is imposed and draws are enumerated. */
  pWithTies: number;
  draws: number;
  /** Whether they are all there are. */
  enumerated: boolean;
  /** Null values that the test does not reject lie between; ±Infinity where no value is rejected on that side. */
  low: number;
  high: number;
}

/**
 * The wild cluster bootstrap of the t of one coefficient (Cameron, Gelbach &
 * Miller 2008), two-sided and symmetric: y* = fit + v e with one v a cluster, the same regression on
 * each y*. It is computed from sums over clusters (Roodman, MacKinnon, Nielsen & Webb
 * 2019, §5): each draw gives five numbers, from which its t under any null follows.
 *
 * The interval holds the nulls whose p (ties not counted) is above 1 − confidence, found by
 * halving outward from the coefficient to 1e-9 of the standard error.
 *
 * @example
 * import {reduceToClusters, wildClusterBootstrap} from "school-partnerships";
 *
 * // Six clusters of two; three of them are treated.
 * const regression = reduceToClusters({
 *   outcome: Float64Array.of(1, 2, 2, 4, 3, 3, 4, 6, 5, 7, 6, 7),
 *   tested: Float64Array.from({length: 12}, (_, i) => (i < 6 ? 0 : 1)),
 *   others: [{values: new Float64Array(12).fill(1)}],
 *   cluster: Int32Array.from({length: 12}, (_, i) => Math.floor(i / 2)),
 *   clusters: 6,
 *   weights: null,
 *   absorbed: null
 * });
 * const {statistic, pWithTies, draws, enumerated} = wildClusterBootstrap(regression, {
 *   nullValue: 0,
 *   imposed: true,
 *   weights: "rademacher",
 *   draws: 999,
 *   seed: 1,
 *   confidence: 0.95
 * });
 * // Six clusters have 64 patterns of signs: all are taken once.
 * console.log(statistic.toFixed(2), pWithTies.toFixed(3), draws, enumerated);
 * // 5.33 0.031 64 true
 */
export function wildClusterBootstrap(
  regression: ReducedRegression,
  {nullValue, imposed, weights, draws, seed, confidence}: WildOptions
): WildTest {
  const {coefficient, error, correction, clusters} = regression;
  const enumerated = weights === "rademacher" && 2 ** clusters <= draws;
  const count = enumerated ? 2 ** clusters : draws;
  const moments = computeMoments(regression, {weights, count, uniform: enumerated ? null : mersenneTwister(seed)});
  const exceeding = (null_: number) =>
    farther(moments, {observed: (coefficient - null_) / error, centre: imposed ? null_ : coefficient, correction});
  const {beyond, ties} = exceeding(nullValue);
  const rejects = (null_: number) => exceeding(null_).beyond / count <= 1 - confidence;
  return {
    statistic: (coefficient - nullValue) / error,
    p: beyond / count,
    pWithTies: (beyond + ties) / count,
    draws: count,
    enumerated,
    low: boundary(rejects, coefficient, -error),
    high: boundary(rejects, coefficient, error)
  };
}

/** By draw: numerators (of outcome and tested column) and the three terms of the squared scores. */
interface Moments {
  numerator: Float64Array;
  slope: Float64Array;
  square: Float64Array;
  cross: Float64Array;
  slopeSquare: Float64Array;
}

function computeMoments(
  {clusters, columns, outcome, tested, outcomeScores, testedScores}: ReducedRegression,
  {weights, count, uniform}: {weights: WildWeights; count: number; uniform: (() => number) | null}
): Moments {
  const column = () => new Float64Array(count);
  const moments = {numerator: column(), slope: column(), square: column(), cross: column(), slopeSquare: column()};
  const v = new Float64Array(clusters);
  const scoreY = new Float64Array(columns);
  const scoreX = new Float64Array(columns);
  for (let draw = 0; draw < count; draw++) {
    if (uniform) drawWeights(v, weights, uniform);
    else enumerateWeights(v, draw);
    weightedSum(outcomeScores, v, scoreY);
    weightedSum(testedScores, v, scoreX);
    let [numerator, slope, square, cross, slopeSquare] = [0, 0, 0, 0, 0];
    for (let g = 0, at = 0; g < clusters; g++) {
      let y = v[g] * outcome[g];
      let x = v[g] * tested[g];
      numerator += y;
      slope += x;
      for (let j = 0; j < columns; j++, at++) {
        y -= testedScores[at] * scoreY[j];
        x -= testedScores[at] * scoreX[j];
      }
      square += y * y;
      cross += y * x;
      slopeSquare += x * x;
    }
    moments.numerator[draw] = numerator;
    moments.slope[draw] = slope;
    moments.square[draw] = square;
    moments.cross[draw] = cross;
    moments.slopeSquare[draw] = slopeSquare;
  }
  return moments;
}

/** Σ v × row, over clusters. */
function weightedSum(rows: Float64Array, v: Float64Array, into: Float64Array): void {
  const columns = into.length;
  into.fill(0);
  for (let g = 0; g < v.length; g++) {
    for (let j = 0; j < columns; j++) into[j] += v[g] * rows[g * columns + j];
  }
}

/** Statistics within this share of the observed one tie with it: rounding moves them by far less. */
const tie = 1e-9;

/** How many draws, made from residuals under a coefficient of `centre`, are farther from 0 than observed, and how many tie. */
function farther(
  {numerator, slope, square, cross, slopeSquare}: Moments,
  {observed, centre, correction}: {observed: number; centre: number; correction: number}
): {beyond: number; ties: number} {
  const observedSquare = observed * observed * correction;
  let beyond = 0;
  let ties = 0;
  for (let draw = 0; draw < numerator.length; draw++) {
    const scores = square[draw] - 2 * centre * cross[draw] + centre * centre * slopeSquare[draw];
    const reached = (numerator[draw] - centre * slope[draw]) ** 2;
    const needed = observedSquare * scores;
    if (Math.abs(reached - needed) <= 2 * tie * needed) ties++;
    else if (reached > needed) beyond++;
  }
  return {beyond, ties};
}

/** Where nulls begin to be rejected, going from the coefficient by `step`; ±Infinity if not within a thousand steps. */
function boundary(rejects: (null_: number) => boolean, coefficient: number, step: number): number {
  let inside = coefficient;
  let width = step;
  while (!rejects(inside + width)) {
    inside += width;
    width *= 2;
    if (Math.abs(width) > 1000 * Math.abs(step)) return step < 0 ? -Infinity : Infinity;
  }
  while (Math.abs(width) > 1e-9 * Math.abs(step)) {
    width /= 2;
    if (!rejects(inside + width)) inside += width;
  }
  return inside;
}
