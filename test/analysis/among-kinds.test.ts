import {describe, expect, it} from "vitest";
import {amongKinds} from "../../src/analysis/among-kinds.ts";
import {madeResult} from "../support/made-result.ts";

const results = ["a", "b", "c"].map((kind) =>
  madeResult({id: kind, kind, probability: {flat: 0.5, shrunken: null}, worth: {value: 1, why: "made up"}})
);
const overalls = (estimates: readonly number[]) =>
  Object.fromEntries(estimates.map((estimate, i) => ["abc"[i]!, {estimate, se: 1, degrees: Infinity}]));
const higher = () => "higher" as const;

describe("amongKinds(results, overalls, betterOf)", () => {
  it("draws kinds that are alike to their mean: the probability is that of the mean", () => {
    const found = amongKinds(results, overalls([1, 1, 1.0001]), higher);
    // The mean is what is worth having: one half, whatever its standard error.
    for (const {probability} of found) expect(probability!.shrunken).toBeCloseTo(0.5, 2);
  });

  it("lets one that stands out keep its place where kinds differ far more than chance", () => {
    const found = amongKinds(results, overalls([-50, 0, 50]), higher);
    expect(found[2]!.probability!.shrunken).toBeGreaterThan(0.99);
    expect(found[0]!.probability!.shrunken).toBeLessThan(0.01);
  });

  it("is the same whatever order results come in", () => {
    const forwards = amongKinds(results, overalls([0, 2, 5]), higher);
    const backwards = amongKinds([...results].reverse(), overalls([0, 2, 5]), higher);
    expect(backwards.reverse()).toEqual(forwards);
  });

  it("leaves two kinds as they are, and parts", () => {
    const two = results.slice(0, 2);
    expect(amongKinds(two, overalls([1, 2]), higher)).toEqual(two);
    const part = {...results[2]!, by: {dimension: "region" as const, value: "x", label: "X"}};
    expect(amongKinds([...two, part], overalls([1, 2, 3]), higher)).toEqual([...two, part]);
  });
});
