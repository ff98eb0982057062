import {describe, expect, it} from "vitest";
import {panelEstimators} from "../../../src/library/estimators/panel-estimators.ts";
import type {PanelOptions} from "../../../src/library/panel/panel-estimator.ts";
import {readPanel} from "../../../src/library/panel/read-panel.ts";

const {panel} = readPanel({
  id: [..."aaabbbcccddd"],
  time: Float64Array.from({length: 12}, (_, i) => 2010 + (i % 3)),
  cohort: Float64Array.from({length: 12}, (_, i) => (i < 6 ? 2012 : 0)),
  outcome: Float64Array.of(1, 2, 5, 2, 3, 7, 3, 4, 5, 4, 5, 6)
});

const good: PanelOptions = {
  aggregate: "dynamic",
  comparators: "never_treated",
  base: "universal",
  method: "dr",
  anticipation: 0
};

/** As callers in JavaScript may write them. */
const wrong: [string, object, string][] = [
  ["comparators of another name", {comparators: "nevertreated"}, "never_treated, not_yet_treated"],
  ["comparators that are null", {comparators: null}, "never_treated, not_yet_treated"],
  ["a method of another name", {method: "zzz"}, "dr, reg, ipw"],
  ["a base of another name", {base: "zzz"}, "universal, varying"],
  ["a window that ends before it begins", {base: [-2, -4]}, "universal, varying"],
  ["a window of half years", {base: [-2.5, -1]}, "universal, varying"],
  ["years before treatment below none", {anticipation: -2}, "give 0"],
  ["half a year before treatment", {anticipation: 0.5}, "give 0"],
  ["an aggregate of another name", {aggregate: "nope"}, "dynamic"]
];

describe("options of estimators of a panel", () => {
  const chosen = panelEstimators.filter(({id}) => id !== "before_after");

  it.each(wrong)("%s: refused by every estimator, with what there is", (_, change, fix) => {
    for (const {estimate} of chosen.map((one) => ({estimate: one.estimate.bind(one)})))
      expect(() => estimate(panel, {...good, ...change})).toThrowError(
        expect.objectContaining({fix: expect.stringContaining(fix) as string})
      );
  });

  it("those that there are, are taken", () => {
    expect(chosen[0].estimate(panel, good).effects[0].estimate).toBeCloseTo(2.5, 12);
  });
});
