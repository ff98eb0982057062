import {describe, expect, it} from "vitest";
import {beforeAfter} from "../../../src/library/estimators/before-after.ts";
import {clusteredError} from "../../support/clustered-error.ts";
import {randomPanel} from "../../support/random-panel.ts";

describe("beforeAfter.estimate(panel)", () => {
  it("is the coefficient of a regression on unit dummies, treated units alone", () => {
    const panel = randomPanel({weighted: true, missing: 0.2, covariates: 0});
    const {unit, period, outcome, cohort, weights} = panel;
    const rows = [...unit.keys()].filter((row) => cohort[unit[row]] < Infinity);
    const dummy = (row: number) => (period[row] >= cohort[unit[row]] ? 1 : 0);
    const less = (value: (row: number) => number) => (row: number) => {
      const own = rows.filter((other) => unit[other] === unit[row]);
      const total = own.reduce((sum, other) => sum + weights![other], 0);
      return value(row) - own.reduce((sum, other) => sum + weights![other] * value(other), 0) / total;
    };
    const x = less(dummy);
    const y = less((row) => outcome[row]);
    const sum = (of: (row: number) => number) => rows.reduce((total, row) => total + weights![row] * of(row), 0);
    const slope = sum((row) => x(row) * y(row)) / sum((row) => x(row) ** 2);
    const [effect] = beforeAfter.estimate(panel).effects;
    expect(effect.estimate).toBeCloseTo(slope, 11);
    expect(effect.comparators).toBe(0);
  });

  it("says that it compares with nobody", () => {
    expect(beforeAfter.estimate(randomPanel()).messages.join()).toContain("naive");
  });

  it("has a standard error that a unit’s own level does not move", () => {
    const panel = randomPanel();
    const raised = {...panel, outcome: panel.outcome.map((y, row) => y + 40 * Math.cos(panel.unit[row]))};
    const error = (of: typeof panel) => clusteredError(of, beforeAfter.estimate(of).effects[0]);
    expect(error(raised)).toBeCloseTo(error(panel), 10);
  });
});
