import {describe, expect, it} from "vitest";
import {fitBinaryRegression} from "../../../src/library/matching/binary-regression.ts";
import {measureBalance} from "../../../src/library/matching/balance.ts";
import {inverseProbabilityWeights, overlapWeights} from "../../../src/library/matching/propensity-weights.ts";
import {modelColumns} from "../../../src/library/matching/sample.ts";
import {madeSample} from "../../support/made-sample.ts";

describe("inverseProbabilityWeights(treated, propensity)", () => {
  it("is 1 for the treated and the odds for others", () => {
    expect([...inverseProbabilityWeights(Uint8Array.of(1, 0), Float64Array.of(0.2, 0.75))]).toEqual([1, 3]);
  });
});

describe("overlapWeights(treated, propensity)", () => {
  it("balances every mean of a logistic propensity exactly (Li et al. 2018, theorem 3)", () => {
    const {treated, covariates} = madeSample();
    const columns = modelColumns(covariates);
    const {fitted} = fitBinaryRegression(treated, columns, {link: "logit"});
    // Scores are zero to the square root of the stopping rule, 1e-8.
    for (const {smd_after} of measureBalance(treated, overlapWeights(treated, fitted), columns)) {
      expect(Math.abs(smd_after)).toBeLessThan(1e-4);
    }
  });
});
