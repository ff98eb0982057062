import {describe, expect, it} from "vitest";
import {blockEstimators} from "../../../src/library/estimators/block-estimators.ts";
import {madeBlock, withOutcomes} from "../../support/made-block.ts";

const options = {solver: null, lambda: null};
const panel = madeBlock({comparators: 10, before: 14});

describe.each(blockEstimators.map((estimator) => [estimator.id, estimator] as const))("%s", (_, {estimate}) => {
  it("adds what is added to the treated after, and nothing else, to its estimate", () => {
    const raised = withOutcomes(panel, (y, unit, t) => y + (unit >= panel.comparators && t >= panel.before ? 3 : 0));
    const change = estimate(raised, options).effect.estimate - estimate(panel, options).effect.estimate;
    expect(change).toBeCloseTo(3, 10);
  });

  it("puts weights on comparators that add up to 1", () => {
    const {unitWeights} = estimate(panel, options).effect;
    expect(unitWeights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 10);
  });

  it("estimates the same panel again as it did, to where its solver ends", () => {
    const {effect, again} = estimate(panel, options);
    expect(Math.abs(again(panel, effect).estimate - effect.estimate)).toBeLessThan(0.02);
  });
});
