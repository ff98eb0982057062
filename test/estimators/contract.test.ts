import {describe, expect, it} from "vitest";
import {buildComparison} from "../../src/comparison.ts";
import {estimators} from "../../src/estimators/index.ts";
import {plantedPanel} from "../support/planted-panel.ts";

describe.each(estimators)("$id", (estimator) => {
  it("has a label and an id that can be a column", () => {
    expect(estimator.id).toMatch(/^[a-z][a-z_]*$/);
    expect(estimator.label).not.toBe("");
  });

  it("gives the same answer twice, and no number that is not finite", () => {
    const comparison = buildComparison(plantedPanel({missing: 0.5, later: 0.5, untreated: 30}));
    const text = JSON.stringify(estimator.estimate(comparison), (_, v) => (Number.isNaN(v) ? "NaN" : v));
    expect(JSON.stringify(estimator.estimate(comparison))).toBe(text);
  });

  it("is alone in having its id", () => {
    expect(estimators.filter((other) => other.id === estimator.id)).toHaveLength(1);
  });
});
