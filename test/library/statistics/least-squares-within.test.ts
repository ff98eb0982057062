import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {
  influenceOnRows,
  influenceOnUnits,
  leastSquaresWithin
} from "../../../src/library/statistics/least-squares-within.ts";
import {findLevels} from "../../../src/library/statistics/levels.ts";
import {sumBy} from "../../../src/library/statistics/sum-by.ts";
import {denseFit, denseVariance, dummyDesign} from "../../support/dense-regression.ts";
import {randomPanel} from "../../support/random-panel.ts";

const fitModel = (options: Parameters<typeof randomPanel>[0]) => {
  const panel = randomPanel(options);
  const {values, of} = findLevels(panel.period);
  const blocks = [{levels: values.length, level: of}, ...panel.covariates];
  const grouping = {unit: panel.unit, units: panel.ids.length, weights: panel.weights};
  return {panel, periods: values.length, fit: leastSquaresWithin(blocks, panel.outcome, grouping)};
};

describe("leastSquaresWithin(blocks, outcome, grouping)", () => {
  it("agrees with a regression on a dummy for every unit and period, however unbalanced and weighted", () => {
    fc.assert(
      fc.property(fc.integer({min: 1, max: 1e6}), fc.boolean(), (seed, weighted) => {
        const {panel, periods, fit} = fitModel({seed, units: 12, missing: 0.3, weighted, covariates: 2});
        const design = dummyDesign(
          panel,
          panel.covariates.map(({values}) => values)
        );
        const dense = denseFit(design, panel.outcome, panel.weights);
        const last = design[0].length;
        // Residuals are of order 1; the pseudo-inverse is good to about 1e-12.
        fit.residuals.forEach((e, i) => expect(e).toBeCloseTo(dense.residuals[i], 9));
        for (const j of [0, 1]) {
          expect(fit.coefficients[periods + j]).toBeCloseTo(dense.coefficients[last - 2 + j], 9);
          const combination = Array.from({length: last}, (_, k) => (k === last - 2 + j ? 1 : 0));
          const direction = Float64Array.from({length: periods + 2}, (_, k) => (k === periods + j ? 1 : 0));
          const squares = influenceOnUnits(fit, direction).reduce((sum, psi) => sum + psi * psi, 0);
          expect(squares).toBeCloseTo(denseVariance(dense, combination, panel.unit, panel.ids.length), 9);
        }
      }),
      {numRuns: 25}
    );
  });

  it("drops the first period, which units explain, and a covariate that is constant within units", () => {
    const {panel} = fitModel({units: 10});
    const {values, of} = findLevels(panel.period);
    const constant = Float64Array.from(panel.unit, (u) => 1000 + u / 7);
    const fit = leastSquaresWithin([{levels: values.length, level: of}, {values: constant}], panel.outcome, {
      unit: panel.unit,
      units: 10,
      weights: null
    });
    expect([...fit.kept]).toEqual([1, 1, 1, 1, 1, 0, 0]);
  });

  it("drops a covariate that is the same everywhere, whatever rounding makes of its mean", () => {
    const {panel} = fitModel({units: 10, missing: 0.3});
    const fit = leastSquaresWithin([{values: panel.outcome.map(() => 0.1)}], panel.outcome, {
      unit: panel.unit,
      units: 10,
      weights: null
    });
    expect([...fit.kept]).toEqual([0]);
  });

  it("keeps the first of two columns that say the same", () => {
    const {panel} = fitModel({units: 10, covariates: 1});
    const {values} = panel.covariates[0];
    const fit = leastSquaresWithin([{values}, {values: values.map((x, i) => 3 * x + panel.unit[i])}], panel.outcome, {
      unit: panel.unit,
      units: 10,
      weights: null
    });
    expect([...fit.kept]).toEqual([1, 0]);
  });

  it("does not lose digits to a covariate with a large mean", () => {
    const {panel, periods, fit} = fitModel({units: 10, covariates: 1});
    const far = panel.covariates.map(({values}) => ({values: values.map((x) => x + 1e6)}));
    const {values, of} = findLevels(panel.period);
    const moved = leastSquaresWithin([{levels: values.length, level: of}, ...far], panel.outcome, {
      unit: panel.unit,
      units: 10,
      weights: null
    });
    // Numbers near 1e6 are known to 1e-10, of a covariate that varies by 1.
    expect(moved.coefficients[periods]).toBeCloseTo(fit.coefficients[periods], 8);
  });

  it("has effects that are what is left of each unit’s mean, NaN for a unit without rows", () => {
    const fit = leastSquaresWithin([{values: Float64Array.of(0, 1, 0, 2)}], Float64Array.of(5, 7, 1, 5), {
      unit: Int32Array.of(0, 0, 2, 2),
      units: 3,
      weights: null
    });
    expect([...fit.effects].map((effect) => effect.toFixed(12))).toEqual(["5.000000000000", "NaN", "1.000000000000"]);
  });
});

describe("influenceOnRows(fit, combination)", () => {
  it("adds up over units to influenceOnUnits", () => {
    const {panel, periods, fit} = fitModel({missing: 0.2, weighted: true, covariates: 1});
    const combination = Float64Array.from({length: periods + 1}, (_, k) => (k === periods ? 1 : 0));
    const byUnit = sumBy(influenceOnRows(fit, combination), panel.unit, panel.ids.length);
    influenceOnUnits(fit, combination).forEach((psi, u) => expect(psi).toBeCloseTo(byUnit[u], 12));
  });
});
