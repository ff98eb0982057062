import {describe, expect, it} from "vitest";
import {moderatorsOf, type PartEffect} from "../../src/analysis/moderators.ts";
import type {Dimension} from "../../src/results.ts";

const part = (dimension: Dimension, value: string, estimate: number, se = 1): PartEffect => ({
  by: {dimension, value, label: value},
  overall: {estimate, se, degrees: 30}
});

describe("moderatorsOf(parts)", () => {
  it("says so where parts differ by more than chance", () => {
    // Q = 2 × 5² ÷ 1 = 50 on one degree of freedom.
    const [found] = moderatorsOf([part("region", "north", 10), part("region", "south", 0)]);
    expect(found!.words).toContain("by more than chance explains (p below 0.001");
  });

  it("says so where they do not", () => {
    const [found] = moderatorsOf([part("region", "north", 0.1), part("region", "south", 0)]);
    expect(found!.words).toContain("no more than chance explains");
  });

  it("tells nothing of one part, nor of parts without an interval", () => {
    const silent = {...part("region", "south", 0), overall: null};
    expect(moderatorsOf([part("region", "north", 1), silent])).toEqual([]);
  });

  it("holds a feature against its absence only, and counts how many features were tried", () => {
    const parts = ["protocol", "no_protocol", "shared_budget", "no_shared_budget"];
    const found = moderatorsOf(parts.map((value, i) => part("feature", value, [3, 0, 0, 0][i]!)));
    expect(found).toHaveLength(1);
    // Q = 4.5: p = 0.034 of one feature, 0.068 of the two.
    expect(found[0]!.words).toContain("p = 0.068");
    expect(found[0]!.words).not.toContain("budget");
  });
});
