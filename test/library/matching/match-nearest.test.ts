import {describe, expect, it} from "vitest";
import {encodeLevels, matchNearest} from "../../../src/library/matching/match-nearest.ts";
import {matchDefaults} from "../../../src/library/matching/match-options.ts";
import {madeSample} from "../../support/made-sample.ts";

const sample = madeSample();
const type = sample.covariates[2];

describe("matchNearest(sample, options)", () => {
  it("pairs only within exact values", () => {
    const {pairs} = matchNearest(sample, {...matchDefaults, exact: [type]});
    const codes = encodeLevels(type);
    for (const pair of pairs) expect(codes[pair.treated]).toBe(codes[pair.comparator]);
  });

  it("keeps the caliper on the propensity while nearness is measured on something else", () => {
    const {pairs, propensity} = matchNearest(sample, {
      ...matchDefaults,
      mahalanobisOn: [sample.covariates[0]],
      caliper: 0.1
    });
    const mean = propensity!.reduce((sum, p) => sum + p, 0) / propensity!.length;
    const spread = Math.sqrt(propensity!.reduce((sum, p) => sum + (p - mean) ** 2, 0) / (propensity!.length - 1));
    for (const {treated, comparator} of pairs) {
      expect(Math.abs(propensity![treated] - propensity![comparator])).toBeLessThanOrEqual(0.1 * spread);
    }
    expect(pairs.length).toBeGreaterThan(10);
  });

  it("pairs the same units whatever unit a covariate of a Mahalanobis distance is in", () => {
    const scaled = {
      ...sample,
      covariates: sample.covariates.map((c) => ("values" in c ? {...c, values: c.values.map((x) => 1000 * x + 5)} : c))
    };
    const options = {...matchDefaults, distance: "mahalanobis"} as const;
    expect(matchNearest(scaled, options).pairs).toEqual(matchNearest(sample, options).pairs);
  });

  it("asks for a propensity where a caliper or an order needs one", () => {
    const options = {...matchDefaults, distance: "mahalanobis"} as const;
    expect(() => matchNearest(sample, {...options, caliper: 0.2})).toThrow(/a caliper is a width of the propensity/);
    expect(() => matchNearest(sample, {...options, order: "largest"})).toThrow(/the order “largest”/);
  });

  it("says so where nobody finds anybody", () => {
    const id = {name: "id", values: Float64Array.from(sample.ids, (_, row) => row)};
    expect(() => matchNearest(sample, {...matchDefaults, exact: [id]})).toThrow(/no treated unit has a comparator/);
  });
});
