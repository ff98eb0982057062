import {describe, expect, it} from "vitest";
import {
  combine,
  fitTwoWay,
  influenceByRow,
  influenceByUnit,
  unitClusterCorrection
} from "../../../src/library/estimators/two-way-regression.ts";
import {randomPanel} from "../../support/random-panel.ts";

const panel = randomPanel({missing: 0.2, covariates: 2});
const [x1, x2] = [panel.covariates[0], panel.covariates[1]];
const double = {values: x1.values.map((x) => 2 * x)};
const fit = fitTwoWay({...panel, units: panel.ids.length}, [x1, double, x2]);

describe("fitTwoWay(rows, blocks)", () => {
  it("has no coefficient for a regressor that earlier ones explain", () => {
    expect([...fit.coefficients].map(Number.isNaN)).toEqual([false, true, false]);
  });

  it("leaves residuals without a mean in any unit or period", () => {
    const byPeriod = fit.periods.values.map(() => 0);
    fit.fit.residuals.forEach((e, row) => (byPeriod[fit.periods.of[row]] += e));
    byPeriod.forEach((sum) => expect(sum).toBeCloseTo(0, 10));
  });
});

describe("combine(fit, combination)", () => {
  it("is a sum of coefficients, without those that count for nothing", () => {
    const sum = combine(fit, Float64Array.of(0.5, 0, 2));
    expect(sum).toBeCloseTo(0.5 * fit.coefficients[0] + 2 * fit.coefficients[2], 14);
  });
});

describe("influenceByUnit(fit, combination)", () => {
  it("adds up what rows contribute, and is additive", () => {
    const of = (...weights: number[]) => influenceByUnit(fit, Float64Array.from(weights));
    const [a, b, both] = [of(1, 0, 0), of(0, 0, 1), of(1, 0, 1)];
    both.forEach((psi, u) => expect(psi).toBeCloseTo(a[u] + b[u], 12));
    const rows = influenceByRow(fit, Float64Array.of(1, 0, 0));
    expect(rows.reduce((sum, psi) => sum + psi, 0)).toBeCloseTo(0, 12);
  });
});

describe("unitClusterCorrection(fit, clusters)", () => {
  it("counts regressors that have a coefficient, and periods, but not units", () => {
    const rows = panel.unit.length;
    expect(unitClusterCorrection(fit, 10)).toBeCloseTo(Math.sqrt((10 / 9) * ((rows - 1) / (rows - 2 - 6))), 14);
  });
});
