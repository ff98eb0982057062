import {describe, expect, it} from "vitest";
import {chooseSolver, syntheticControl} from "../../../src/library/estimators/synthetic-control.ts";
import {madeBlock, withOutcomes} from "../../support/made-block.ts";

/** The treated unit is 0.3, 0.2 and 0.5 of three comparators, and 4 more from the treatment on. */
function mixed() {
  const panel = madeBlock({comparators: 8, before: 20});
  const {periods, comparators, before, outcome} = panel;
  const at = (unit: number, t: number) => outcome[unit * periods.length + t];
  return withOutcomes(panel, (y, unit, t) =>
    unit < comparators ? y : 0.3 * at(1, t) + 0.2 * at(4, t) + 0.5 * at(6, t) + (t >= before ? 4 : 0)
  );
}

describe("syntheticControl(panel, {solver})", () => {
  it("finds the comparators that the treated unit is a mix of, and what was added", () => {
    const {unitWeights, estimate} = syntheticControl(mixed(), {solver: "exact"});
    // The penalty of a millionth of the noise moves weights by about its square.
    [0, 0.3, 0, 0, 0.2, 0, 0.5, 0].forEach((weight, unit) => expect(unitWeights[unit]).toBeCloseTo(weight, 8));
    expect(estimate).toBeCloseTo(4, 8);
  });

  it("comes close by Frank–Wolfe, which stops early", () => {
    expect(syntheticControl(mixed(), {solver: "frank_wolfe"}).estimate).toBeCloseTo(4, 1);
  });

  it("does not mind a year that is good or bad for all, nor scale", () => {
    const panel = madeBlock({comparators: 8, before: 20});
    const {estimate} = syntheticControl(panel, {solver: "exact"});
    const years = withOutcomes(panel, (y, _, t) => y + 5 * Math.sin(2 * t));
    // Year effects change the noise and so the penalty, of a millionth of it.
    expect(syntheticControl(years, {solver: "exact"}).estimate).toBeCloseTo(estimate, 7);
    const scaled = withOutcomes(panel, (y) => y / 16);
    expect(16 * syntheticControl(scaled, {solver: "exact"}).estimate).toBeCloseTo(estimate, 9);
  });
});

describe("solverFor(panel)", () => {
  it("is exact unless comparators outnumber the periods before", () => {
    expect(chooseSolver(madeBlock({comparators: 10, before: 10}))).toBe("exact");
    expect(chooseSolver(madeBlock({comparators: 11, before: 10}))).toBe("frank_wolfe");
  });
});
