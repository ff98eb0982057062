import {deviation, range} from "d3";
import {expect, it} from "vitest";
import type {CohortChanges} from "../../src/analysis/changes.ts";
import type {Differences} from "../../src/analysis/differences.ts";
import {withDrawnOdds} from "../../src/analysis/drawn-odds.ts";
import type {Odds} from "../../src/analysis/odds.ts";
import {mersenneTwister} from "../../src/statistics/mersenne-twister.ts";

const draws = 4000;
const drawn = {draws, columns: 2, values: new Float64Array(2 * draws).fill(10)};

/** Two schools move the coefficient by 0.3 and 0.4: it is uncertain by 0.5. */
const odds: Odds = {
  slope: () => 1,
  gradient: () => [1],
  addMoves([much], into) {
    into[5]! += 0.3 * much!;
    into[6]! += 0.4 * much!;
  }
};

/** Two joiners and one comparator at two event times; of one more of the coefficient, 1 and 3 times as much is made of what luck makes expected. */
const cohortWith = (odds: Odds | null): CohortChanges =>
  ({
    sets: {joiners: Int32Array.of(0, 1), pool: Int32Array.of(2), of: Int32Array.of(0), weights: [1], from: null},
    residual: [new Float64Array(3), new Float64Array(3)],
    odds,
    turned: odds ? [Float64Array.of(1, 3)] : [],
    foreseen: [Float64Array.of(2, 4), Float64Array.of(1, 2)]
  }) as unknown as CohortChanges;

const differences = {values: [Float64Array.of(0, 0), Float64Array.of(0, 0)]} as unknown as Differences;
const options = {weights: Float64Array.of(1, 1), schools: 10, source: mersenneTwister(1)};

it("adds what the coefficients’ error does to the effect, the same error at every event time", () => {
  const {values} = withDrawnOdds(drawn, [cohortWith(odds)], differences, options);
  const at = (c: number) => range(draws).map((d) => values[2 * d + c]! - 10);
  // ½ (1 × 2 + 3 × 4) × 0.5, and half of it.
  expect(deviation(at(0))!).toBeGreaterThan(3.5 * 0.95);
  expect(deviation(at(0))!).toBeLessThan(3.5 * 1.05);
  const later = at(1);
  for (const [d, first] of at(0).entries()) expect(later[d]).toBeCloseTo(first / 2, 9);
});

it("leaves draws as they are where no results told a role", () => {
  expect(withDrawnOdds(drawn, [cohortWith(null)], differences, options)).toBe(drawn);
});
