import {describe, expect, it} from "vitest";
import {
  collinearCovariates,
  combinationAt,
  computeEffects
} from "../../../src/library/estimators/regression-effects.ts";
import {fitTwoWay, influenceByUnit, unitClusterCorrection} from "../../../src/library/estimators/two-way-regression.ts";
import {randomPanel} from "../../support/random-panel.ts";

const panel = randomPanel({units: 12, covariates: 2, clusterSize: 3});
const fit = fitTwoWay({...panel, units: 12}, panel.covariates);

describe("computeEffects(fit, panel)", () => {
  it("scales influences by the root of the correction for the clusters there are", () => {
    const combination = combinationAt(2, [1]);
    const {estimate, influence} = computeEffects(fit, panel)(combination, {term: "x2", units: 0, comparators: 0});
    const correction = unitClusterCorrection(fit, 4);
    expect(estimate).toBe(fit.coefficients[1]);
    influenceByUnit(fit, combination).forEach((psi, u) => expect(influence[u]).toBeCloseTo(psi * correction, 14));
  });
});

describe("combinationAt(length, places, values)", () => {
  it("has values, or ones, at the places and zeros elsewhere", () => {
    expect([...combinationAt(4, [2, 0])]).toEqual([1, 0, 1, 0]);
    expect([...combinationAt(4, [2, 0], [5, 6])]).toEqual([6, 0, 5, 0]);
  });
});

describe("collinearCovariates(fit, panel)", () => {
  it("says nothing of covariates that have a coefficient", () => {
    expect(collinearCovariates(fit, panel)).toEqual([]);
  });
});
