import {Matrix, pseudoInverse} from "ml-matrix";
import {describe, expect, it} from "vitest";
import {pairDoublyRobust} from "../../../../src/library/estimators/callaway-santanna/pair-doubly-robust.ts";
import {pairMeans} from "../../../../src/library/estimators/callaway-santanna/pair-means.ts";
import {pairRegression} from "../../../../src/library/estimators/callaway-santanna/pair-regression.ts";
import {pairWeighting} from "../../../../src/library/estimators/callaway-santanna/pair-weighting.ts";
import {sectionsDoublyRobust} from "../../../../src/library/estimators/callaway-santanna/sections-doubly-robust.ts";
import {sectionsMeans} from "../../../../src/library/estimators/callaway-santanna/sections-means.ts";
import {sectionsRegression} from "../../../../src/library/estimators/callaway-santanna/sections-regression.ts";
import {sectionsWeighting} from "../../../../src/library/estimators/callaway-santanna/sections-weighting.ts";
import {
  reasons,
  type Pair,
  type Sections,
  type TwoByTwo
} from "../../../../src/library/estimators/callaway-santanna/two-by-two.ts";
import {mersenneTwister} from "../../../../src/library/statistics/mersenne-twister.ts";
import {standardisedDesign} from "../../../../src/library/statistics/standardised-design.ts";

const rows = 60;

/** Rows of both groups and both years with two covariates; treated rows have more of the first. */
function made(seed = 3): Sections & Pair & {after: Uint8Array; x: number[][]} {
  const uniform = mersenneTwister(seed);
  const column = (of: (i: number) => number) => Float64Array.from({length: rows}, (_, i) => of(i));
  const treated = Uint8Array.from({length: rows}, () => (uniform() < 0.4 ? 1 : 0));
  const after = Uint8Array.from({length: rows}, (_, i) => (i < rows / 2 ? 0 : 1));
  const covariates = [column((i) => uniform() + 0.4 * treated[i]), column(() => 3 * uniform())];
  const outcome = column((i) => 2 * covariates[0][i] + covariates[1][i] * (1 + after[i]) + treated[i] + uniform());
  const {design} = standardisedDesign(
    rows,
    covariates.map((values, j) => ({name: `x${j}`, values}))
  );
  const x = Array.from({length: rows}, (_, i) => [1, covariates[0][i], covariates[1][i]]);
  return {
    treated,
    after,
    before: rows / 2,
    outcome,
    change: outcome,
    weights: column(() => 0.5 + uniform()),
    design,
    x
  };
}

/** What a weighted regression on some rows says of every row, by the pseudo-inverse of all columns. */
function fitted({x, outcome, weights}: ReturnType<typeof made>, among: (i: number) => boolean): number[] {
  const kept = x.map((_, i) => i).filter(among);
  const root = kept.map((i) => Math.sqrt(weights[i]));
  const design = new Matrix(kept.map((i, k) => x[i].map((value) => value * root[k])));
  const y = Matrix.columnVector(kept.map((i, k) => outcome[i] * root[k]));
  const beta = pseudoInverse(design).mmul(y);
  return new Matrix(x).mmul(beta).to1DArray();
}

/** Probabilities by a thousand small steps uphill, which is slow and cannot go wrong. */
function probabilities({x, treated, weights}: ReturnType<typeof made>): number[] {
  const beta = [0, 0, 0];
  const p = () => x.map((row) => 1 / (1 + Math.exp(-row.reduce((sum, value, j) => sum + value * beta[j], 0))));
  for (let step = 0; step < 60_000; step++) {
    const now = p();
    for (let j = 0; j < 3; j++) {
      beta[j] += 0.01 * x.reduce((sum, row, i) => sum + weights[i] * (treated[i] - now[i]) * row[j], 0);
    }
  }
  return p();
}

const mean = (a: readonly number[], z: readonly number[]) =>
  a.reduce((sum, weight, i) => sum + weight * z[i], 0) / a.reduce((sum, weight) => sum + weight, 0);

const estimateAtt = (result: TwoByTwo): number => {
  if (result.reason !== undefined) throw new Error(result.reason);
  return result.att;
};

describe("an effect on two groups and two years, beside a slow twin written with matrices", () => {
  const data = made();
  const {treated, after, outcome, weights} = data;
  const among = (of: (i: number) => boolean, by: ArrayLike<number> = weights) =>
    Array.from({length: rows}, (_, i) => (of(i) ? by[i] : 0));
  const p = probabilities(data);
  const odds = p.map((value, i) => (weights[i] * value) / (1 - value));
  const y = [...outcome];
  const less = (a: readonly number[], b: readonly number[]) => a.map((value, i) => value - b[i]);

  it("outcome regression of pairs", () => {
    const rest = less(
      y,
      fitted(data, (i) => !treated[i])
    );
    expect(estimateAtt(pairRegression(data))).toBeCloseTo(
      mean(
        among((i) => treated[i] === 1),
        rest
      ),
      11
    );
  });

  // The twin’s probabilities are good to 1e-8 or so, ours to where R’s stop.
  it("weighting of pairs", () => {
    const twin =
      mean(
        among((i) => treated[i] === 1),
        y
      ) -
      mean(
        among((i) => !treated[i], odds),
        y
      );
    expect(estimateAtt(pairWeighting(data))).toBeCloseTo(twin, 6);
  });

  it("doubly robust pairs", () => {
    const rest = less(
      y,
      fitted(data, (i) => !treated[i])
    );
    const twin =
      mean(
        among((i) => treated[i] === 1),
        rest
      ) -
      mean(
        among((i) => !treated[i], odds),
        rest
      );
    expect(estimateAtt(pairDoublyRobust(data))).toBeCloseTo(twin, 6);
  });

  const year = (then: number, is: number, by?: ArrayLike<number>) =>
    among((i) => after[i] === then && treated[i] === is, by);
  const lines = [0, 1].map((then) => [0, 1].map((is) => fitted(data, (i) => after[i] === then && treated[i] === is)));

  it("outcome regression of cross-sections", () => {
    const change = mean(year(1, 1), y) - mean(year(0, 1), y);
    const said = mean(
      among((i) => treated[i] === 1),
      less(lines[1][0], lines[0][0])
    );
    expect(estimateAtt(sectionsRegression(data))).toBeCloseTo(change - said, 11);
  });

  it("weighting of cross-sections", () => {
    const change = (is: number, by: ArrayLike<number>) => mean(year(1, is, by), y) - mean(year(0, is, by), y);
    expect(estimateAtt(sectionsWeighting(data))).toBeCloseTo(change(1, weights) - change(0, odds), 6);
  });

  it("doubly robust cross-sections", () => {
    const part = (then: number) => {
      const rest = less(y, lines[then][0]);
      const gap = less(lines[then][1], lines[then][0]);
      const ofAll =
        mean(
          among((i) => treated[i] === 1),
          gap
        ) - mean(year(then, 1), gap);
      return mean(year(then, 1), rest) - mean(year(then, 0, odds), rest) + ofAll;
    };
    expect(estimateAtt(sectionsDoublyRobust(data))).toBeCloseTo(part(1) - part(0), 6);
  });
});

describe("influences", () => {
  // An estimate that does not mind the unit of weights moves with the weight of a row by just the row’s influence over its weight.
  it.each([
    ["pairMeans", pairMeans],
    ["pairRegression", pairRegression],
    ["pairWeighting", pairWeighting],
    ["pairDoublyRobust", pairDoublyRobust],
    ["sectionsMeans", sectionsMeans],
    ["sectionsRegression", sectionsRegression],
    ["sectionsWeighting", sectionsWeighting]
  ])(
    "of %s are what the estimate moves by as a row counts for more",
    (_, estimate: (data: Sections & Pair) => TwoByTwo) => {
      const data = made(8);
      const result = estimate(data);
      if (result.reason !== undefined) throw new Error(result.reason);
      const step = 1e-4;
      for (let i = 0; i < rows; i++) {
        const at = (change: number) =>
          estimateAtt(estimate({...data, weights: data.weights.map((w, k) => (k === i ? w * (1 + change) : w))}));
        // A central difference errs by the step squared; weights are fitted to 1e-8 and divided by the step.
        expect((at(step) - at(-step)) / (2 * step), `row ${i}`).toBeCloseTo(result.influence[i], 4);
      }
    }
  );

  it("add up to zero", () => {
    for (const estimate of [pairDoublyRobust, sectionsDoublyRobust]) {
      const result = estimate(made());
      if (result.reason !== undefined) throw new Error(result.reason);
      expect(result.influence.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 9);
    }
  });
});

describe("where there is no answer there is a reason", () => {
  const with0 = (column: (i: number, treated: number) => number): Sections & Pair => {
    const data = made();
    const values = Float64Array.from({length: rows}, (_, i) => column(i, data.treated[i]));
    return {...data, design: standardisedDesign(rows, [{name: "x", values}]).design};
  };

  it("where comparators are all alike in a covariate", () => {
    const alike = with0((i, treated) => (treated ? i : 5));
    expect(pairRegression(alike)).toEqual({reason: reasons.comparatorsAlike});
    expect(sectionsRegression(alike)).toEqual({reason: reasons.comparatorsAlike});
  });

  it("where a covariate tells the groups apart", () => {
    for (const estimate of [pairWeighting, pairDoublyRobust, sectionsWeighting, sectionsDoublyRobust]) {
      const {reason} = estimate(with0((i, treated) => 100 * treated + i / rows));
      expect([reasons.apart, reasons.noOverlap]).toContain(reason);
    }
  });
});
