import {describe, expect, it} from "vitest";
import {measureBalance} from "../../../src/library/matching/balance.ts";
import {matchDefaults} from "../../../src/library/matching/match-options.ts";
import {matchingMethods} from "../../../src/library/matching/methods.ts";
import {indicatorColumns, rowsWhere} from "../../../src/library/matching/sample.ts";
import {madeSample} from "../../support/made-sample.ts";

const sample = madeSample({treated: 40, comparators: 200});
const options = {...matchDefaults, bins: 3};

describe.each(matchingMethods.map((method) => [method.id, method] as const))("%s", (_, method) => {
  const {weights, sets} = method.apply(sample, options);

  it("gives every row a weight of 0 or more", () => {
    expect(weights.length).toBe(sample.ids.length);
    expect(weights.every((weight) => weight >= 0 && Number.isFinite(weight))).toBe(true);
  });

  it("lets comparators count for their own number, unless weights are what the propensity says", () => {
    const positive = [...rowsWhere(sample.treated, 0)].map((row) => weights[row]).filter((weight) => weight > 0);
    const sum = positive.reduce((all, weight) => all + weight, 0);
    if (method.id === "ipw" || method.id === "overlap") expect(sum).not.toBeCloseTo(positive.length, 6);
    else expect(sum).toBeCloseTo(positive.length, 8);
  });

  it("puts rows in a set just where they have a weight", () => {
    if (sets) weights.forEach((weight, row) => expect(sets[row] >= 0).toBe(weight > 0));
  });

  it("brings the two sides nearer to each other than they were", () => {
    const balance = measureBalance(sample.treated, weights, indicatorColumns(sample.covariates));
    const total = (figure: "smd_before" | "smd_after") => balance.reduce((sum, row) => sum + Math.abs(row[figure]), 0);
    expect(total("smd_after")).toBeLessThan(0.5 * total("smd_before"));
  });
});
