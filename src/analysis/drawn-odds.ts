import {randomNormal, range} from "d3";
import {dot} from "../statistics/linear-model.ts";
import {factorise} from "../statistics/cholesky.ts";
import type {CohortChanges} from "./changes.ts";
import type {Differences} from "./differences.ts";
import {gradientOfOdds} from "./effects.ts";
import type {Drawn} from "./made-up-partnerships.ts";
import type {Odds} from "./odds.ts";

export interface DrawnOddsOptions {
  /** By joiner, as in the differences: what it counts for; 0 = left out. */
  weights: Float64Array;
  /** Schools of the phase. */
  schools: number;
  /** Uniform numbers in (0, 1). */
  source: () => number;
}

/**
 * Draws of made-up partnerships with the error of the odds that tell joiners’ luck, which all schools of a draw share: coefficients
 * normal about those fitted, with the covariance that the schools’ moves give them (White 1980, Econometrica 48, eq. 6). The same draws
 * where no role was told by results.
 */
export function withDrawnOdds(
  drawn: Drawn,
  cohorts: readonly CohortChanges[],
  {values}: Differences,
  {weights, schools, source}: DrawnOddsOptions
): Drawn {
  const odds = cohorts.find((each) => each.odds)?.odds;
  if (!odds) return drawn;
  const gradients = values.map((own, column) => gradientOfOdds(cohorts, {column, own, weights}));
  const coefficients = Math.max(...gradients.map(({length}) => length));
  const root = rootOfCovariance(odds, coefficients, schools);
  const normal = randomNormal.source(source)(0, 1);
  const moved = drawn.values.slice();
  for (let d = 0; d < drawn.draws; d++) {
    const luck = range(coefficients).map(() => normal());
    const off = root.map((row) => row.reduce((sum, by, l) => sum + by * luck[l], 0));
    gradients.forEach((by, c) => {
      moved[d * drawn.columns + c] += by.reduce((sum, each, k) => sum + each * off[k], 0);
    });
  }
  return {...drawn, values: moved};
}

/** Row by row, the root of the covariance of the coefficients. */
function rootOfCovariance(odds: Odds, coefficients: number, schools: number): number[][] {
  const moves = range(coefficients).map((k) => {
    const by = new Float64Array(schools);
    odds.addMoves(
      range(coefficients).map((l) => (l === k ? 1 : 0)),
      by
    );
    return by;
  });
  const covariance = Float64Array.from(moves.flatMap((a) => moves.map((b) => dot(a, b))));
  const scale = Float64Array.from(moves, (a) => dot(a, a));
  const {lower} = factorise(covariance, {scale, tolerance: 1e-11});
  return range(coefficients).map((k) => [...lower.subarray(k * coefficients, (k + 1) * coefficients)]);
}
