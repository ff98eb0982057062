import {randomLcg, randomNormal, range} from "d3";
import {describe, expect, it} from "vitest";
import {frankWolfe} from "../../../src/library/statistics/frank-wolfe.ts";
import {simplexLeastSquares} from "../../../src/library/statistics/simplex-least-squares.ts";

const normal = randomNormal.source(randomLcg(0.6))(0, 1);
const draw = () => Float64Array.from({length: 12}, normal);
const columns = range(5).map(draw);
const target = draw();
const patient = {ridge: 2, from: null, enough: 0, steps: 200_000};

describe("frankWolfe(columns, target, options)", () => {
  it("tends to the exact weights", () => {
    // After k steps the objective is within 2C ÷ (k + 2) of its least (Jaggi 2013), and curvature is at least the ridge.
    const exact = simplexLeastSquares(columns, target, {ridge: 2});
    frankWolfe(columns, target, patient).forEach((weight, j) => expect(weight).toBeCloseTo(exact[j], 2));
  });

  it("starts where it is told, and stays if that is the best", () => {
    const exact = simplexLeastSquares(columns, target, {ridge: 2});
    frankWolfe(columns, target, {...patient, from: exact, steps: 50}).forEach((weight, j) =>
      expect(weight).toBeCloseTo(exact[j], 9)
    );
  });

  it("takes at least two steps and then stops at one that lowers the error by too little", () => {
    const lazy = frankWolfe(columns, target, {...patient, enough: Infinity});
    expect(lazy).toEqual(frankWolfe(columns, target, {...patient, steps: 2}));
    expect(lazy).not.toEqual(frankWolfe(columns, target, {...patient, steps: 3}));
  });

  it("keeps weights that are none below 0 and add up to 1", () => {
    const weights = frankWolfe(columns, target, {...patient, steps: 37});
    expect(Math.min(...weights)).toBeGreaterThanOrEqual(0);
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
  });
});
