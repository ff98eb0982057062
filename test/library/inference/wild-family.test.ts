import {inverse, Matrix} from "ml-matrix";
import {describe, expect, it} from "vitest";
import {reduceToClusters} from "../../../src/library/inference/clustered-regression.ts";
import {wildFamily} from "../../../src/library/inference/wild-family.ts";
import {enumerateWeights} from "../../../src/library/inference/wild-weights.ts";
import {mersenneTwister, normalNumbers} from "../../../src/library/statistics/mersenne-twister.ts";

const clusters = 5;
const rows = 30;
const normal = normalNumbers(mersenneTwister(5));
const column = () => Float64Array.from({length: rows}, normal);
const cluster = Int32Array.from({length: rows}, (_, i) => i % clusters);
const [one, x, tested] = [new Float64Array(rows).fill(1), column(), column()];
const outcomes = [column(), column()];
const family = outcomes.map((outcome) =>
  reduceToClusters({
    outcome,
    tested,
    others: [{values: one}, {values: x}],
    cluster,
    clusters,
    weights: null,
    absorbed: null
  })
);

const fit = (columns: Float64Array[], y: number[]) => {
  const design = new Matrix(columns.map((c) => [...c])).transpose();
  const inner = inverse(design.transpose().mmul(design));
  const beta = inner.mmul(design.transpose()).mmul(Matrix.columnVector(y));
  const fitted = design.mmul(beta).to1DArray();
  return {design, inner, beta: beta.to1DArray(), residuals: y.map((value, i) => value - fitted[i]), fitted};
};

/** t of the last column by least squares with dense matrices, clustered, with the small-sample factor. */
function clusteredT(y: number[]): number {
  const {design, inner, beta, residuals} = fit([one, x, tested], y);
  const meat = Matrix.zeros(3, 3);
  for (let g = 0; g < clusters; g++) {
    const score = Matrix.zeros(1, 3);
    residuals.forEach((e, i) => cluster[i] === g && score.add(design.getRowVector(i).mul(e)));
    meat.add(score.transpose().mmul(score));
  }
  const factor = ((clusters / (clusters - 1)) * (rows - 1)) / (rows - 3);
  return beta[2] / Math.sqrt(factor * inner.mmul(meat).mmul(inner).get(2, 2));
}

describe("wildFamily(family, options)", () => {
  it("draws the statistics that dense regressions on drawn outcomes have", () => {
    const {draws, tests, enumerated} = wildFamily(family, {draws: 99, weights: "rademacher", seed: 1});
    expect(enumerated).toBe(true);
    const v = new Float64Array(clusters);
    outcomes.forEach((outcome, k) => {
      expect(tests[k].t).toBeCloseTo(clusteredT([...outcome]), 10);
      const {fitted, residuals} = fit([one, x], [...outcome]);
      for (let draw = 0; draw < 2 ** clusters; draw++) {
        enumerateWeights(v, draw);
        const drawn = fitted.map((value, i) => value + v[cluster[i]] * residuals[i]);
        expect(draws[draw * 2 + k]).toBeCloseTo(clusteredT(drawn), 8);
      }
    });
  });

  it("gives every outcome the same weights, so that twins have the same statistics in every draw", () => {
    const twins = wildFamily([family[0], family[0]], {draws: 9, weights: "webb", seed: 3});
    for (let draw = 0; draw < 9; draw++) expect(twins.draws[2 * draw]).toBe(twins.draws[2 * draw + 1]);
  });
});
