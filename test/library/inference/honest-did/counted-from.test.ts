import {describe, expect, it} from "vitest";
import {callawaySantanna} from "../../../../src/library/estimators/callaway-santanna/index.ts";
import {clusteredError} from "../../../../src/library/inference/cluster-influence.ts";
import {countedFrom} from "../../../../src/library/inference/honest-did/counted-from.ts";
import {eventStudyOf} from "../../../../src/library/inference/honest-did/event-study-of.ts";
import {randomPanel} from "../../../support/random-panel.ts";

const panel = randomPanel({units: 120, periods: 7, never: 0.5, seed: 3});
const cohort = panel.cohort.map((g) => (g === Infinity ? g : 2015));
const only = {...panel, cohort};
const clustering = {of: panel.cluster, count: panel.clusters};
const estimate = (base: readonly [number, number]) =>
  callawaySantanna.estimate(only, {
    aggregate: "dynamic",
    comparators: "never_treated",
    base,
    method: "reg",
    anticipation: 0
  }).effects;

describe("countedFrom(effects, reference)", () => {
  it.each([-1, -2])("gives what the base of that one year does: %i", (reference) => {
    const recounted = countedFrom(estimate([-3, -2]), reference);
    const direct = estimate([reference, reference]).filter(({term}) => term !== "overall");
    expect(recounted.map(({term}) => term)).toEqual(direct.map(({term}) => term));
    recounted.forEach((effect, i) => {
      expect(effect.estimate).toBeCloseTo(direct[i].estimate, 11);
      effect.influence?.forEach((own, u) => expect(own).toBeCloseTo(direct[i].influence?.[u] ?? NaN, 11));
    });
  });

  it("makes an event study from either reference, its variances those of the differences", () => {
    const effects = countedFrom(estimate([-3, -2]), -2);
    const study = eventStudyOf(effects, clustering, {from: -4, to: 1, reference: -2, leftOut: [-1]});
    expect([study.pre, study.beta.length]).toEqual([2, 4]);
    const first = effects.find(({term}) => term === 0);
    expect(study.beta[2]).toBe(first?.estimate);
    const error = clusteredError(first?.influence ?? new Float64Array(0), clustering);
    expect(Math.sqrt(study.sigma[2 * 4 + 2])).toBeCloseTo(error, 12);
  });

  it("says which event time it lacks", () => {
    expect(() => countedFrom(estimate([-3, -2]), -9)).toThrow("no effect with an influence at event time -9");
  });
});
