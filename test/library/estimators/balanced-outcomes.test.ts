import {describe, expect, it} from "vitest";
import {balancedOutcomes} from "../../../src/library/estimators/balanced-outcomes.ts";
import {randomPanel} from "../../support/random-panel.ts";

describe("balancedOutcomes(panel)", () => {
  it("has the mean and covariance of a cohort", () => {
    const panel = {
      ...randomPanel({units: 3, periods: 3}),
      cohort: Float64Array.of(2013, 2013, Infinity),
      outcome: Float64Array.of(1, 2, 3, 3, 6, 3, 0, 0, 0)
    };
    const {cohorts, messages} = balancedOutcomes(panel);
    expect([...cohorts[0].means]).toEqual([2, 4, 3]);
    expect([...cohorts[0].covariance]).toEqual([2, 4, 0, 4, 8, 0, 0, 0, 0]);
    expect(messages).toEqual(["left out cohorts of one unit: Infinity"]);
  });

  it("refuses a panel that is not balanced", () => {
    expect(() => balancedOutcomes(randomPanel({missing: 0.4}))).toThrow("the panel is not balanced");
  });
});
