import {randomLcg, randomNormal, range} from "d3";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {simplexLeastSquares} from "../../../src/library/statistics/simplex-least-squares.ts";

function madeProblem(seed: number, columns: number, rows: number) {
  const normal = randomNormal.source(randomLcg(seed))(0, 1);
  const draw = () => Float64Array.from({length: rows}, normal);
  return {columns: range(columns).map(draw), target: draw()};
}

const objective = (columns: readonly Float64Array[], target: Float64Array, weights: Float64Array, ridge: number) =>
  target.reduce((sum, y, t) => sum + (columns.reduce((all, x, j) => all + weights[j] * x[t], 0) - y) ** 2, 0) +
  ridge * weights.reduce((sum, w) => sum + w * w, 0);

/** Half the derivative of the objective by each weight. */
const slopes = (columns: readonly Float64Array[], target: Float64Array, weights: Float64Array, ridge: number) => {
  const left = target.map((y, t) => columns.reduce((all, x, j) => all + weights[j] * x[t], 0) - y);
  return columns.map((x, j) => x.reduce((sum, value, t) => sum + value * left[t], 0) + ridge * weights[j]);
};

/** The nearest weights on the simplex, by sorting. */
function projected(values: Float64Array): Float64Array {
  const sorted = Array.from(values).sort((a, b) => b - a);
  let sum = 0;
  let shift = 0;
  sorted.forEach((value, i) => {
    sum += value;
    if (value - (sum - 1) / (i + 1) > 0) shift = (sum - 1) / (i + 1);
  });
  return values.map((value) => Math.max(0, value - shift));
}

/** Projected gradient: small steps downhill, back onto the simplex after each. */
function slowWeights(columns: readonly Float64Array[], target: Float64Array, ridge: number): Float64Array {
  const steepest = ridge + columns.reduce((sum, x) => sum + x.reduce((all, value) => all + value * value, 0), 0);
  let weights = new Float64Array(columns.length).fill(1 / columns.length);
  for (let step = 0; step < 30_000; step++) {
    const slope = slopes(columns, target, weights, ridge);
    weights = Float64Array.from(projected(weights.map((weight, j) => weight - slope[j] / steepest)));
  }
  return weights;
}

describe("simplexLeastSquares(columns, target, {ridge})", () => {
  it("comes where projected gradient comes in thirty thousand steps", () => {
    for (const seed of [0.1, 0.5, 0.9]) {
      const {columns, target} = madeProblem(seed, 6, 10);
      for (const ridge of [0, 0.5]) {
        const slow = slowWeights(columns, target, ridge);
        simplexLeastSquares(columns, target, {ridge}).forEach((weight, j) => expect(weight).toBeCloseTo(slow[j], 9));
      }
    }
  });

  it("meets the conditions of a minimum for any problem, with more columns than rows too", () =>
    fc.assert(
      fc.property(
        fc.double({min: 0, max: 1, noNaN: true}),
        fc.integer({min: 1, max: 25}),
        fc.integer({min: 1, max: 12}),
        fc.constantFrom(0, 1e-9, 0.3, 50),
        (seed, size, rows, ridge) => {
          const {columns, target} = madeProblem(seed, size, rows);
          const weights = simplexLeastSquares(columns, target, {ridge});
          expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
          expect(Math.min(...weights)).toBeGreaterThanOrEqual(0);
          const slope = slopes(columns, target, weights, ridge);
          const level = weights.reduce((sum, weight, j) => sum + weight * slope[j], 0);
          slope.forEach((value, j) => {
            expect(value - level).toBeGreaterThan(-1e-10 * (1 + ridge));
            if (weights[j] > 0) expect(Math.abs(value - level)).toBeLessThan(1e-10 * (1 + ridge));
          });
        }
      ),
      {numRuns: 200}
    ));

  it("finds the only weights that fit exactly", () => {
    const {columns} = madeProblem(0.3, 5, 20);
    const planted = [0, 0.2, 0.5, 0, 0.3];
    const target = Float64Array.from(range(20), (t) => columns.reduce((sum, x, j) => sum + planted[j] * x[t], 0));
    const weights = simplexLeastSquares(columns, target, {ridge: 0});
    planted.forEach((weight, j) => expect(weights[j]).toBeCloseTo(weight, 12));
    expect(objective(columns, target, weights, 0)).toBeLessThan(1e-25);
  });

  it("shares the weight evenly among equal columns if there is a ridge", () => {
    const column = Float64Array.of(1, 2);
    const weights = simplexLeastSquares([column, column, column], Float64Array.of(0, 0), {ridge: 1e-6});
    for (const weight of weights) expect(weight).toBeCloseTo(1 / 3, 9);
  });
});
